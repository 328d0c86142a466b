import { join } from 'node:path';
import { checkConnection, createDatabase } from './database.mjs';
import { dataFolder, logFolder } from './paths.mjs';
import { PlainError } from './plain-error.mjs';
import { startPostgres } from './postgres.mjs';

export const postgresFolder = join(dataFolder, 'postgres');

/**
 * The databases of the demo: those of DATABASE_URL and QUEUE_URL, or the built-in server's.
 *
 * @returns {Promise<{ databaseUrl: string, queueUrl: string, postgres?: object }>}
 */
export async function openStores({ port, onSpawn }) {
  const { DATABASE_URL: given, QUEUE_URL: queue } = process.env;
  if (given) {
    await checkConnection(given);
    // The queue keeps to a schema of its own, so one database serves both.
    return { databaseUrl: given, queueUrl: queue || given };
  }
  const postgres = await startPostgres({
    folder: postgresFolder,
    port,
    logFile: join(logFolder, 'postgres.log'),
    onSpawn,
  });
  await createDatabase(postgres.url('postgres'), 'csam');
  await createDatabase(postgres.url('postgres'), 'queue');
  return { databaseUrl: postgres.url('csam'), queueUrl: queue || postgres.url('queue'), postgres };
}

/** Where the running demo's databases are, for commands beside it. */
export function storesBeside(state, port) {
  const { DATABASE_URL: given, QUEUE_URL: queue } = process.env;
  if (given) return { databaseUrl: given, queueUrl: queue || given };
  if (state?.ownDatabase === true) {
    const url = (name) => `postgres://csam@127.0.0.1:${port}/${name}`;
    return { databaseUrl: url('csam'), queueUrl: queue || url('queue') };
  }
  throw new PlainError(
    state === undefined
      ? 'There is no database to work on: the demo is not running. Start it with `npm start`, or set DATABASE_URL.'
      : 'The running demo uses a database of its own choice. Set the same DATABASE_URL for this command.',
  );
}
