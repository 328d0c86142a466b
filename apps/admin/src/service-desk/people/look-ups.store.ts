import type { Queryable } from '#libs/database';
import { minutes, type FedId } from '#libs/kernel';

/** How long a member of staff may go on with the person whom they looked up. */
export const LOOK_UP_LIFE = minutes(60);

export interface LookUp {
  readonly id: string;
  readonly fedId: FedId;
  readonly reason: string;
  readonly expiresAt: Date;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Who looks at whom and why: without such a row no page shows a person. */
export class LookUpsStore {
  constructor(private readonly database: Queryable) {}

  async begin(staff: FedId, fedId: FedId, { reason, now }: { reason: string; now: Date }): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into admin.look_up (staff, fed_id, reason, created_at, expires_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [staff, fedId, reason, now, new Date(now.getTime() + LOOK_UP_LIFE)],
    );
    if (row === undefined) throw new Error('the look-up was not stored');
    return row.id;
  }

  /** Undefined for another's look-up, or one that is over. */
  async find(id: string, staff: FedId, now: Date): Promise<LookUp | undefined> {
    if (!UUID.test(id)) return undefined;
    const [row] = await this.database.query<{ id: string; fed_id: FedId; reason: string; expires_at: Date }>(
      'select id, fed_id, reason, expires_at from admin.look_up where id = $1 and staff = $2 and expires_at > $3',
      [id, staff, now],
    );
    return row && { id: row.id, fedId: row.fed_id, reason: row.reason, expiresAt: row.expires_at };
  }
}
