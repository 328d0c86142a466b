import type { Queryable } from '#libs/database';
import type { OutboxState } from './messaging.migrations.js';

/** A message that was given up. */
export interface ParkedMessage {
  readonly id: string;
  readonly template: string;
  readonly attempts: number;
  /** Code of the failure; never an address. */
  readonly lastError: string;
  readonly createdAt: Date;
  /** It left, and came back: what it said is gone, and it cannot be sent again. */
  readonly returned: boolean;
}

/** Where messages stand; for those who may see that and not to whom they go or what they say. */
export class MessageStates {
  constructor(private readonly database: Queryable) {}

  /** Messages that were forgotten since are absent. */
  async of(ids: readonly string[]): Promise<ReadonlyMap<string, OutboxState>> {
    const rows = await this.database.query<{ id: string; state: OutboxState }>(
      'select id, state from messaging.outbox where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  /** Lets a parked message be tried again from the start; false when it is not parked any more. */
  async retry(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update messaging.outbox set state = 'waiting', attempts = 0, dispatch_at = now(), forget_at = null
        where id = $1 and state = 'failed' and sent_at is null returning id`,
      [id],
    );
    return rows.length > 0;
  }

  /** Newest first. */
  async parked(limit: number): Promise<ParkedMessage[]> {
    return this.database.query<ParkedMessage>(
      `select id, template, attempts, coalesce(last_error, '') as "lastError", created_at as "createdAt",
              sent_at is not null as returned
         from messaging.outbox where state = 'failed' order by created_at desc limit $1`,
      [limit],
    );
  }
}
