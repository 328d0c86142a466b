import { DataSource } from 'typeorm';
import type { MigrationClass } from './migration.js';

/**
 * Brings the database to the newest version, one transaction per migration, and returns the names of those
 * that ran. A lock keeps two processes from migrating at once.
 */
export async function migrateDatabase(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: { max: 2 },
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock(4711001)');
    const ran = await dataSource.runMigrations();
    return ran.map(({ name }) => name);
  } finally {
    await lock.query('select pg_advisory_unlock(4711001)').catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}
