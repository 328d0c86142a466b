import type { Queryable } from '#libs/database';
import type { Dossier } from './dossier/dossier.js';

export const SELF_TESTS = ['signed-in', 'refused'] as const;

export interface SelfTest {
  readonly done: Readonly<Record<(typeof SELF_TESTS)[number], boolean>>;
  readonly passed: boolean;
}

/**
 * What the service showed in test, as the audit record has it: somebody signed in, and somebody turned back or was
 * refused and the service was told, so that it copes with both.
 */
export async function selfTest(database: Queryable, { environments }: Dossier): Promise<SelfTest> {
  const application = environments.INT?.application;
  const [row] = await database.query<{ signed_in: boolean; refused: boolean }>(
    `select exists (select from audit.event where application = $1 and name = 'SignInCompleted') as signed_in,
            exists (select from audit.event where application = $1 and name = 'SignInRefused') as refused`,
    [application],
  );
  const done = { 'signed-in': row?.signed_in ?? false, refused: row?.refused ?? false };
  return { done, passed: done['signed-in'] && done.refused };
}
