import { randomBytes } from 'node:crypto';
import { Database, type DatabaseOptions } from '#libs/database';

const TEMPLATE = 'csam_template';

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/**
 * A database of its own for one spec file: a copy of the migrated template, opened with the given options
 * (for example the role of an app, to see its rights at work).
 */
export async function testDatabase(options: Omit<DatabaseOptions, 'url'> = {}): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `t_${randomBytes(6).toString('hex')}`;
  // Copied as files: through the log, as usual, it takes half as long again.
  await onServer(server, (admin) =>
    admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`),
  );
  const url = withDatabase(server, name);
  const database = await Database.open({ maxConnections: 5, applicationName: 'test', ...options, url });
  return {
    database,
    url,
    async drop() {
      await database.close();
      await onServer(server, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function serverUrl(): string {
  const url = process.env.CSAM_TEST_PG_URL;
  if (url !== undefined && url !== '') return url;
  throw new Error(
    'This test needs a database. Run it with `npm test -- <path>` or `node scripts/test-db.mjs npx vitest run <path>`; both start PostgreSQL and set CSAM_TEST_PG_URL.',
  );
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(url: string, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const admin = await Database.open({ url, maxConnections: 1, applicationName: 'test set-up' });
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}
