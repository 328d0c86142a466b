import type { Queryable } from '#libs/database';
import { minutes, type FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import type { FieldCipher } from '#libs/security';
import type { SetupMemory } from './manage.js';

export interface KeptSetup {
  readonly id: string;
  readonly memory: SetupMemory;
}

const LIFETIME = minutes(30);

/** Table of keys that are being set up; the newest attempt of a person at a kind is the only one. */
export class KeySetupStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  within(tx: Queryable): KeySetupStore {
    return new KeySetupStore(tx, this.cipher);
  }

  async open(fedId: FedId, kind: KeyKind, now: Date): Promise<KeptSetup> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into digital_keys.key_setup as s (fed_id, kind, memory, expires_at) values ($1, $2, $3, $4)
       on conflict (fed_id, kind) do update
          set memory = excluded.memory, expires_at = excluded.expires_at,
              id = case when s.expires_at <= $5 then excluded.id else s.id end
       returning id`,
      [fedId, kind, this.seal(fedId, kind, {}), new Date(now.getTime() + LIFETIME), now],
    );
    if (row === undefined) throw new Error('the setup was not stored');
    return { id: row.id, memory: {} };
  }

  async find(fedId: FedId, kind: KeyKind, now: Date): Promise<KeptSetup | undefined> {
    const [row] = await this.database.query<{ id: string; memory: string }>(
      'select id, memory from digital_keys.key_setup where fed_id = $1 and kind = $2 and expires_at > $3',
      [fedId, kind, now],
    );
    if (row === undefined) return undefined;
    const memory = JSON.parse(this.cipher.decrypt(row.memory, contextOf(fedId, kind))) as SetupMemory;
    return { id: row.id, memory };
  }

  async remember(fedId: FedId, kind: KeyKind, memory: SetupMemory): Promise<void> {
    await this.database.query(
      'update digital_keys.key_setup set memory = $3 where fed_id = $1 and kind = $2',
      [fedId, kind, this.seal(fedId, kind, memory)],
    );
  }

  /** Takes the attempt away; false when it was taken before. */
  async close(fedId: FedId, kind: KeyKind): Promise<boolean> {
    const rows = await this.database.query(
      'delete from digital_keys.key_setup where fed_id = $1 and kind = $2 returning id',
      [fedId, kind],
    );
    return rows.length === 1;
  }

  private seal(fedId: FedId, kind: KeyKind, memory: SetupMemory): string {
    return this.cipher.encrypt(JSON.stringify(memory), contextOf(fedId, kind));
  }
}

const contextOf = (fedId: FedId, kind: KeyKind) => `digital_keys.key_setup:${fedId}:${kind}`;
