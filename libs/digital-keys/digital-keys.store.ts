import type { RecordedChange } from '#libs/audit';
import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Enrolment, KeyKind } from '#libs/loa';
import type { DigitalKey, DigitalKeyState } from './digital-key.js';

interface DigitalKeyRow {
  id: string;
  fed_id: string;
  kind: KeyKind;
  state: DigitalKeyState;
  enrolment: Enrolment;
  label: string | null;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date | null;
}

const SELECT =
  'select id, fed_id, kind, state, enrolment, label, created_at, last_used_at, expires_at from digital_keys.digital_key';

export type NewDigitalKey = Pick<DigitalKey, 'fedId' | 'kind' | 'enrolment' | 'label' | 'expiresAt'>;

/** The register of digital keys: what every kind has in common. */
export class DigitalKeysStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): DigitalKeysStore {
    return new DigitalKeysStore(tx);
  }

  /** Registers an active key and returns its id. */
  async add(key: NewDigitalKey): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into digital_keys.digital_key (fed_id, kind, enrolment, label, expires_at)
       values ($1, $2, $3, $4, $5) returning id`,
      [key.fedId, key.kind, key.enrolment, key.label ?? null, key.expiresAt ?? null],
    );
    if (row === undefined) throw new Error('the digital key was not stored');
    return row.id;
  }

  async ofPerson(fedId: FedId): Promise<DigitalKey[]> {
    const rows = await this.database.query<DigitalKeyRow>(`${SELECT} where fed_id = $1 order by created_at`, [
      fedId,
    ]);
    return rows.map(toKey);
  }

  async setState(id: string, state: DigitalKeyState): Promise<void> {
    await this.database.query(
      'update digital_keys.digital_key set state = $2, changed_at = now() where id = $1',
      [id, state],
    );
  }

  /** Whether a key that was proven before may stand for the first factor: it, its holder and the password are active. */
  async isFirstFactor(id: string): Promise<boolean> {
    const rows = await this.database.prepared(
      'digital-key-is-first-factor',
      `select 1 from digital_keys.digital_key k join people.person p on p.fed_id = k.fed_id
         join digital_keys.digital_key w on w.fed_id = k.fed_id and w.kind = 'password' and w.state = 'active'
        where k.id = $1 and k.state = 'active' and p.state = 'active'`,
      [id],
    );
    return rows.length === 1;
  }
}

/** The same change, and in one statement with it the note that these keys proved who the person is, just now. */
export function notingUse(keys: readonly string[], carryOut: RecordedChange): RecordedChange {
  return (change) =>
    carryOut({
      ...change,
      name: `${change.name}-by-key`,
      along: `used as (update digital_keys.digital_key set last_used_at = now()
                        where id = any($${change.values.length + 1}::uuid[]))`,
      values: [...change.values, keys],
    });
}

const toKey = (row: DigitalKeyRow): DigitalKey => ({
  id: row.id,
  fedId: row.fed_id as FedId,
  kind: row.kind,
  state: row.state,
  enrolment: row.enrolment,
  ...(row.label !== null && { label: row.label }),
  createdAt: row.created_at,
  ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
  ...(row.expires_at !== null && { expiresAt: row.expires_at }),
});
