import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { FIRST_REMINDER, LAST_REMINDER } from './key-expiry.js';

/** A key that ends by itself before long, or should have. */
export interface ExpiringKey {
  readonly id: string;
  readonly fedId: FedId;
  readonly kind: KeyKind;
  readonly label: string | undefined;
  readonly expiresAt: Date;
  /** Days before the end at which its owner was last told. */
  readonly reminded: number | undefined;
}

interface ExpiringRow {
  id: string;
  fed_id: string;
  kind: KeyKind;
  label: string | null;
  expires_at: Date;
  reminded_within: number | null;
}

/** Keys near their end; each step is taken by one process only. */
export class ExpiringKeysStore {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): ExpiringKeysStore {
    return new ExpiringKeysStore(tx);
  }

  /** Those about which something may be due, the soonest first. */
  async near(now: Date, limit: number): Promise<ExpiringKey[]> {
    const rows = await this.database.query<ExpiringRow>(
      `select id, fed_id, kind, label, expires_at, reminded_within from digital_keys.digital_key
        where state <> 'revoked' and expires_at <= $1
          and (expires_at <= $2 or reminded_within is distinct from $4) order by expires_at limit $3`,
      [new Date(now.getTime() + FIRST_REMINDER), now, limit, LAST_REMINDER],
    );
    return rows.map((row) => ({
      id: row.id,
      fedId: row.fed_id as FedId,
      kind: row.kind,
      label: row.label ?? undefined,
      expiresAt: row.expires_at,
      reminded: row.reminded_within ?? undefined,
    }));
  }

  /** Notes that its owner is told; false when somebody else did so. */
  async remind({ id, reminded }: ExpiringKey, within: number): Promise<boolean> {
    const rows = await this.database.query(
      `update digital_keys.digital_key set reminded_within = $2
        where id = $1 and reminded_within is not distinct from $3 returning id`,
      [id, within, reminded ?? null],
    );
    return rows.length === 1;
  }

  /** Ends it; false when it had ended. */
  async expire({ id }: ExpiringKey): Promise<boolean> {
    const rows = await this.database.query(
      `update digital_keys.digital_key set state = 'revoked', changed_at = now()
        where id = $1 and state <> 'revoked' returning id`,
      [id],
    );
    return rows.length === 1;
  }
}
