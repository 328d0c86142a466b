import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

export const DEFAULT_PORT_BASE = 4100;

/** Ports of a demo, counted from its base, which is the port of FAS. */
export const PORT_OFFSETS = {
  fas: 0,
  card: 1,
  sma: 100,
  aps: 200,
  admin: 300,
  worker: 400,
  sandbox: 500,
  smtp: 525,
  smpp: 575,
  postgres: 432,
};

/** The apps of the demo, in the order in which they are shown. */
export const APPS = ['sandbox', 'aps', 'fas', 'sma', 'admin', 'worker'].filter((name) =>
  existsSync(join(root, 'apps', name, 'src/main.ts')),
);

export function portsFrom(base) {
  return Object.fromEntries(Object.entries(PORT_OFFSETS).map(([name, offset]) => [name, base + offset]));
}

/** The base named by CSAM_PORT_BASE. */
export function portBase(env = process.env) {
  const text = env.CSAM_PORT_BASE ?? '';
  if (text === '') return DEFAULT_PORT_BASE;
  const base = Number(text);
  if (Number.isInteger(base) && base >= 1024 && base + Math.max(...Object.values(PORT_OFFSETS)) <= 65_535)
    return base;
  throw new PlainError(
    `CSAM_PORT_BASE=${text} cannot be used: it is the port of FAS, a number from 1024 to 64960. Example: CSAM_PORT_BASE=5100 npm start`,
  );
}

/** What every process of one stack gets told by its environment. */
export function stackEnvironment({ environment, base, dataFolder, databaseUrl, queueUrl }) {
  return {
    ...process.env,
    CSAM_ENV: environment,
    CSAM_PORT_BASE: String(base),
    CSAM_DATA_DIRECTORY: dataFolder,
    CSAM_MASTER_KEY_FILE: process.env.CSAM_MASTER_KEY_FILE ?? join(dataFolder, 'master.key'),
    DATABASE_URL: databaseUrl,
    QUEUE_URL: queueUrl,
  };
}

/** Makes the secrets of a demo once: every password and key of the invented people follows from the seed. */
export function makeSecrets(dataFolder) {
  makeSecret(join(dataFolder, 'master.key'));
  makeSecret(join(dataFolder, 'demo/seed'));
  chmodSync(join(dataFolder, 'demo'), 0o700);
}

function makeSecret(file) {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
}
