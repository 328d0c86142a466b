import type { ApplicationEnvironment } from '#libs/agencies';
import type { Database } from '#libs/database';
import { activate, CannotRegister } from './activate.js';
import type { Dossier } from './dossier.js';

/** Ends a transaction of which nothing is to stay. */
class TriedOut extends Error {
  override readonly name = 'TriedOut';
}

/**
 * Why the service cannot be registered in these environments as it is described; undefined: it can. The registration
 * itself judges, and what it did is undone, so that nothing is approved that fails afterwards.
 */
export async function problemOfRegistering(
  database: Database,
  dossier: Dossier,
  environments: readonly ApplicationEnvironment[],
): Promise<string | undefined> {
  try {
    await database.transaction(async (tx) => {
      for (const environment of environments) await activate(tx, dossier, environment);
      throw new TriedOut();
    });
  } catch (error) {
    if (error instanceof CannotRegister) return error.message;
    if (!(error instanceof TriedOut)) throw error;
  }
  return undefined;
}
