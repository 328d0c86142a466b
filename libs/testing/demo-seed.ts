import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const demoSeedFile = (dataDirectory: string): string => join(dataDirectory, 'demo', 'seed');

/** Reads the seed of the demo world, and makes it when there is none yet; safe when several processes start at once. */
export function ensureDemoSeed(dataDirectory: string): string {
  const file = demoSeedFile(dataDirectory);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
