import { readFileSync } from 'node:fs';
import { ConfigurationError, type Config } from '#libs/config';
import type { MailTransportOptions } from '#libs/messaging';

/**
 * The mail relay that the configuration names, with the password out of its file.
 *
 * @throws ConfigurationError when the file cannot be read
 */
export function mailRelay({
  host,
  port,
  from,
  secure,
  user,
  passwordFile,
}: Config['mail']): MailTransportOptions {
  const relay = { host, port, from, requireTls: secure };
  return passwordFile === undefined ? relay : { ...relay, user, password: passwordIn(passwordFile) };
}

function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/u, '');
  } catch {
    throw new ConfigurationError([`mail.passwordFile: ${file} cannot be read`]);
  }
}
