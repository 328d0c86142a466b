import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, MigrationExecutor } from 'typeorm';
import { seconds } from '#libs/kernel';
import type { MigrationClass } from './migration.js';

/** A change of a table waits no longer for those who use it: behind it everybody would wait. Then it tries again. */
const LONGEST_WAIT = seconds(1);
const PAUSE = seconds(1);
const TRIES = 30;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Brings the database to the newest version, one transaction per migration, and returns the names of those
 * that ran. A lock keeps two processes from migrating at once. It may run beside processes that serve.
 */
export async function migrateDatabase(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: { max: 2, options: `-c lock_timeout=${LONGEST_WAIT}` },
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    // Another migration may take its time.
    await lock.query('set lock_timeout = 0');
    await lock.query('select pg_advisory_lock(4711001)');
    return await runPatiently(dataSource);
  } finally {
    await lock.query('select pg_advisory_unlock(4711001)').catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

async function runPatiently(dataSource: DataSource): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource);
  const before = new Set((await executor.getExecutedMigrations()).map(({ name }) => name));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dataSource.runMigrations();
      const after = await executor.getExecutedMigrations();
      return after.map(({ name }) => name).filter((name) => !before.has(name));
    } catch (error) {
      // What came before the table in use is done: each migration has a transaction of its own.
      if (attempt === TRIES || !isInUse(error)) throw error;
      await sleep(PAUSE);
    }
  }
}

const isInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
