import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoWorld } from './demo-world.js';
import { INVENTED_ENTERPRISES } from './enterprises.js';
import { writeFullExtract } from './open-data/open-data.js';

/** Our name at the service bus of the demo. */
export const SERVICE_BUS_CLIENT = 'csam-aps';

/** Writes our secret at the service bus of the demo where the configuration looks for it. */
export function ensureServiceBusSecret(dataDirectory: string, world: DemoWorld): void {
  const folder = join(dataDirectory, 'demo', 'service-bus');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'client-secret'), `${world.clientSecret(SERVICE_BUS_CLIENT)}\n`, {
    mode: 0o600,
  });
}

/** Writes the open data about the enterprises of the demo, when it is not there; returns its path. */
export async function ensureOpenData(folder: string): Promise<string> {
  const file = join(folder, 'KboOpenData_0001_2026_06_Full.zip');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const written = `${file}.${process.pid}`;
  await writeFullExtract(written, 1, () => INVENTED_ENTERPRISES);
  renameSync(written, file);
  return file;
}
