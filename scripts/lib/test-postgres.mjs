import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { createDatabase } from './database.mjs';
import { memoryFolder } from './memory-folder.mjs';
import { csamCli, removeFolder } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { startWatchdog } from './watchdog.mjs';

export const TEMPLATE = 'csam_template';

/** All databases of a run at its peak, several times over. */
const ROOM = 4 * 1024 ** 3;

/**
 * A PostgreSQL for one run of tests: free port, temporary folder, gone afterwards whatever happens. Every test makes and
 * drops a database of some thousand files, so they live in memory where there is enough.
 */
export async function startTestPostgres() {
  const name = `csam-test-${randomBytes(6).toString('hex')}`;
  const folder = join(tmpdir(), name);
  const home = join(memoryFolder(ROOM) ?? folder, name);
  const watchdog = startWatchdog({ folders: [home, folder] });
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  for (const one of [folder, home]) mkdirSync(one, { mode });
  const scratch = join(folder, 'tmp');
  mkdirSync(scratch, { mode: 0o700 });
  const port = await freePort();
  const postgres = await startPostgres({
    folder: join(home, 'postgres'),
    port,
    logFile: join(folder, 'postgres.log'),
    throwaway: true,
    onSpawn: (pid) => watchdog.watch({ postgres: pid }),
  });
  return {
    url: postgres.url('postgres'),
    watchdog,
    /** What tests get told: where the server is, and a place for temporary files that goes with it. */
    env: { CSAM_TEST_PG_URL: postgres.url('postgres'), TMPDIR: scratch },
    scratch,
    async stop() {
      await postgres.stop(true);
      for (const one of [home, folder]) removeFolder(one);
      await watchdog.release();
    },
  };
}

/** Makes the database that each test's own database is copied from; empty when there is nothing to migrate with. */
export async function makeTemplate(url) {
  await createDatabase(url, TEMPLATE);
  if (!existsSync(csamCli)) return { note: 'empty, since csam is not built' };
  const templateUrl = url.replace(/[^/]*$/, TEMPLATE);
  const { status, output } = await runChild(process.execPath, [csamCli, 'migrate'], {
    env: { ...process.env, CSAM_ENV: 'test', DATABASE_URL: templateUrl, QUEUE_URL: templateUrl },
  });
  if (status === 0) return {};
  throw new PlainError(`The test database could not be migrated:\n${output}`);
}
