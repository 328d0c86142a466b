import type { Database, Queryable } from '#libs/database';
import type { Language } from '#libs/kernel';
import type { OutboxState } from './messaging.migrations.js';

/** A message that this process, and no other, may send now. */
export interface ClaimedMessage {
  readonly id: string;
  readonly template: string;
  readonly language: Language;
  readonly recipient: string;
  readonly data: string;
  /** This one included. */
  readonly attempts: number;
}

export type ClaimOutcome =
  | { readonly kind: 'claimed'; readonly message: ClaimedMessage }
  | { readonly kind: 'finished' }
  | { readonly kind: 'held'; readonly milliseconds: number };

const DAYS_KEPT = 90;

const CLAIM = `
  update messaging.outbox
     set attempts = attempts + 1, sending_until = now() + $2 * interval '1 millisecond'
   where id = $1 and state in ('waiting', 'queued')
     and (sending_until is null or sending_until < now())
     and (expires_at is null or expires_at > now())
  returning id, template, language, recipient, data, attempts`;

const HELD = `
  select greatest(1, extract(epoch from sending_until - now()) * 1000)::int as milliseconds
    from messaging.outbox
   where id = $1 and state in ('waiting', 'queued') and sending_until >= now()`;

const DUE = `
  select id from messaging.outbox
   where kind = $1 and dispatch_at <= now()
   order by dispatch_at
   limit $2
   for update skip locked`;

/**
 * The states of a message. All moments are the database's, so that workers with different clocks agree.
 */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  /** Takes the right to send for a while; a second worker is told how long to wait, or that there is nothing to do. */
  async claim(id: string, holdMilliseconds: number): Promise<ClaimOutcome> {
    const [message] = await this.database.prepared<ClaimedMessage>('messaging.outbox.claim', CLAIM, [
      id,
      holdMilliseconds,
    ]);
    if (message !== undefined) return { kind: 'claimed', message };
    const [held] = await this.database.query<{ milliseconds: number }>(HELD, [id]);
    return held === undefined ? { kind: 'finished' } : { kind: 'held', milliseconds: held.milliseconds };
  }

  async markSent(id: string): Promise<void> {
    await this.database.prepared(
      'messaging.outbox.sent',
      `update messaging.outbox
          set state = 'sent', sent_at = now(), data = null, dispatch_at = null, sending_until = null,
              last_error = null, forget_at = now() + interval '${DAYS_KEPT} days'
        where id = $1`,
      [id],
    );
  }

  /**
   * Gives the right to send back; the queue tries again. The number of attempts fences: a worker that lost
   * its hold changes nothing any more.
   */
  async markRetry({ id, attempts }: ClaimedMessage, failure: string): Promise<void> {
    await this.database.query(
      `update messaging.outbox set sending_until = null, last_error = $3
        where id = $1 and attempts = $2 and state in ('waiting', 'queued')`,
      [id, attempts, failure],
    );
  }

  /** Parks the message: nothing happens to it until a person decides. Fenced like {@link markRetry}. */
  async markFailed({ id, attempts }: ClaimedMessage, failure: string): Promise<void> {
    await this.database.query(
      `update messaging.outbox
          set state = 'failed', last_error = $3, dispatch_at = null, sending_until = null,
              forget_at = now() + interval '${DAYS_KEPT} days'
        where id = $1 and attempts = $2 and state in ('waiting', 'queued')`,
      [id, attempts, failure],
    );
  }

  /** The relay had taken it, and then it came back; false when it was never sent, or is known to be back. */
  async markReturned(id: string, status: string): Promise<boolean> {
    const rows = await this.database.query(
      `update messaging.outbox set state = 'failed', last_error = $2 where id = $1 and state = 'sent' returning id`,
      [id, `returned-${status}`],
    );
    return rows.length > 0;
  }

  /** Lets a parked message be tried again from the start. */
  async retry(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update messaging.outbox
          set state = 'waiting', attempts = 0, dispatch_at = now(), forget_at = null
        where id = $1 and state = 'failed' and data is not null
        returning id`,
      [id],
    );
    return rows.length > 0;
  }

  async expire(): Promise<number> {
    const rows = await this.database.query(
      `update messaging.outbox
          set state = 'expired', data = null, dispatch_at = null,
              forget_at = now() + interval '${DAYS_KEPT} days'
        where dispatch_at is not null and expires_at <= now()
          and (sending_until is null or sending_until < now())
        returning id`,
    );
    return rows.length;
  }

  /**
   * Hands due messages to the queue inside one transaction: when the queue refuses or the process dies, they
   * are due again at once. A message that stays unfinished becomes due again after `againAfter`, so a queue
   * that lost its jobs loses no message.
   *
   * @returns how many were handed over
   */
  async handOver(
    kind: 'mail' | 'sms',
    { batch, againAfter }: { readonly batch: number; readonly againAfter: number },
    enqueue: (ids: readonly string[]) => Promise<void>,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.prepared<{ id: string }>('messaging.outbox.due', DUE, [kind, batch]);
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await enqueue(ids);
      await markQueued(tx, ids, againAfter);
      return ids.length;
    });
  }

  /** Unfinished and parked messages, for metrics: finished ones are not counted, there may be millions. */
  async counts(): Promise<Readonly<Record<Extract<OutboxState, 'waiting' | 'queued' | 'failed'>, number>>> {
    const [row] = await this.database.query<{ waiting: string; queued: string; failed: string }>(
      `select (select count(*) from messaging.outbox where dispatch_at is not null and state = 'waiting') as waiting,
              (select count(*) from messaging.outbox where dispatch_at is not null and state = 'queued') as queued,
              (select count(*) from messaging.outbox where state = 'failed') as failed`,
    );
    return {
      waiting: Number(row?.waiting ?? 0),
      queued: Number(row?.queued ?? 0),
      failed: Number(row?.failed ?? 0),
    };
  }
}

async function markQueued(tx: Queryable, ids: readonly string[], againAfter: number): Promise<void> {
  await tx.prepared(
    'messaging.outbox.queued',
    `update messaging.outbox
        set state = 'queued', dispatch_at = now() + $2 * interval '1 millisecond'
      where id = any($1::uuid[])`,
    [ids, againAfter],
  );
}
