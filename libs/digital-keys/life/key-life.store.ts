import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { DigitalKeyState } from '../digital-key.js';

/** Changes of state and name in the register of keys; each says what it really changed. */
export class KeyLifeStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): KeyLifeStore {
    return new KeyLifeStore(tx);
  }

  /** Two changes of one person's keys wait for each other, within their transactions. */
  async lockPerson(fedId: FedId): Promise<void> {
    await this.database.query('select 1 from people.person where fed_id = $1 for update', [fedId]);
  }

  /** Identifiers of the keys that were in one of the states `from` and are now in `to`. */
  async move(
    fedId: FedId,
    ids: readonly string[],
    { from, to }: { readonly from: readonly DigitalKeyState[]; readonly to: DigitalKeyState },
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `update digital_keys.digital_key set state = $4, changed_at = now()
        where fed_id = $1 and id = any($2::uuid[]) and state = any($3) returning id`,
      [fedId, ids, from, to],
    );
    return rows.map(({ id }) => id);
  }

  async rename(fedId: FedId, id: string, label: string | undefined): Promise<void> {
    await this.database.query(
      'update digital_keys.digital_key set label = $3 where fed_id = $1 and id = $2',
      [fedId, id, label ?? null],
    );
  }
}
