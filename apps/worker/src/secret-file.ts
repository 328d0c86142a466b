import { readFileSync } from 'node:fs';
import { ConfigurationError } from '#libs/config';

/**
 * The password in the file that a setting names; the end of its line does not count.
 *
 * @throws ConfigurationError when the file cannot be read
 */
export function passwordIn(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/u, '');
  } catch {
    throw new ConfigurationError([`${setting}: ${file} cannot be read`]);
  }
}
