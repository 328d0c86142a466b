import type { Database } from '#libs/database';

/** What FAS records of a sign-in to this application: that it ended well, or without success. */
export async function recordSignIn(
  database: Database,
  application: string,
  name: 'SignInCompleted' | 'SignInRefused',
): Promise<void> {
  await database.query(
    `insert into audit.event (id, occurred_at, name, reference, application, data)
     values (gen_random_uuid(), now(), $1, 'spec', $2, '{"protocol":"oidc"}')`,
    [name, application],
  );
}
