import type { Queryable } from '#libs/database';

/** How far a class of records was sealed, as the database says it. */
export interface LastCheckpoint {
  /** Class of retention. */
  readonly chain: string;
  readonly at: Date;
  /** Records under seal. */
  readonly records: number;
}

/** Up to where each class is sealed, for people to see. Not a proof: that is `verifyAudit`, with checkpoints kept apart. */
export async function lastCheckpoints(database: Queryable): Promise<LastCheckpoint[]> {
  const rows = await database.query<{ chain: string; made_at: Date; line: string }>(
    'select distinct on (chain) chain, made_at, line from audit.checkpoint order by chain, number desc',
  );
  return rows.map(({ chain, made_at: at, line }) => ({ chain, at, records: recordsIn(line) }));
}

/** The count that a signed line states; its signature is not looked at here. */
function recordsIn(line: string): number {
  const body: unknown = JSON.parse(Buffer.from(line.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const records: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'records') : 0;
  return typeof records === 'number' ? records : 0;
}
