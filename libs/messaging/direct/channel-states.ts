import type { Queryable } from '#libs/database';

/** A way on which messages go straight to the queue, because they are worthless after minutes. */
export type DirectChannel = 'sms' | 'code-mail';

/**
 * Whether a channel takes messages: kept by the worker from what sending comes to, read by those who are about to
 * send, so that a person is told at once. A channel that failed is closed for a short while; the first message
 * afterwards tries it again. Moments are the database's.
 */
export class ChannelStates {
  constructor(private readonly database: Queryable) {}

  /** Milliseconds that the channel stays closed; 0 when it is open. */
  async closedFor(channel: DirectChannel): Promise<number> {
    const [row] = await this.database.prepared<{ milliseconds: number }>(
      'messaging.channel.closed-for',
      `select greatest(0, ceil(extract(epoch from closed_until - now()) * 1000))::int as milliseconds
         from messaging.channel_state where channel = $1 and closed_until is not null`,
      [channel],
    );
    return row?.milliseconds ?? 0;
  }

  async close(channel: DirectChannel, milliseconds: number, reason: string): Promise<void> {
    await this.database.prepared(
      'messaging.channel.close',
      `insert into messaging.channel_state as c (channel, closed_until, reason, changed_at)
       values ($1, now() + $2 * interval '1 millisecond', $3, now())
       on conflict (channel) do update
         set closed_until = excluded.closed_until, reason = excluded.reason,
             changed_at = case when c.closed_until is null then now() else c.changed_at end`,
      [channel, milliseconds, reason],
    );
  }

  async open(channel: DirectChannel): Promise<void> {
    await this.database.prepared(
      'messaging.channel.open',
      `update messaging.channel_state set closed_until = null, reason = null, changed_at = now()
        where channel = $1 and closed_until is not null`,
      [channel],
    );
  }
}
