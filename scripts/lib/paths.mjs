import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything a run makes: database, logs, keys of the demo. */
export const dataFolder = resolve(root, process.env.CSAM_DATA_DIRECTORY ?? '.data');

export const logFolder = join(dataFolder, 'log');

export const csamCli = join(root, 'dist/apps/csam/src/main.js');

/**
 * Makes the data folder, closed to other users. Started as root, PostgreSQL runs as another user that
 * must pass through this folder to its own one, so then it may be passed through but not listed.
 */
export function makeDataFolder() {
  mkdirSync(logFolder, { recursive: true });
  chmodSync(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
  chmodSync(logFolder, 0o700);
}

/** Removes a folder, also while a process that is just ending still writes in it. */
export function removeFolder(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
