import { Database } from '#libs/database';
import { stack } from '../../support/stack.js';

/** Changes what time or an operator would change; never what a person would. */
export async function inDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open({ url: stack().databaseUrl, maxConnections: 1 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** As if nobody had ever been shown what a service receives. */
export const forgetWhatWasShown = (): Promise<unknown> =>
  inDatabase((database) => database.query('delete from fas.release_decision'));

/** As if the sign-in had begun an hour ago. */
export const letExpire = (journey: string): Promise<unknown> =>
  inDatabase((database) =>
    database.query("update fas.journey set expires_at = now() - interval '1 minute' where id = $1", [
      journey,
    ]),
  );
