import type { Database } from '#libs/database';
import { minutes, seconds } from '#libs/kernel';
import type { JobDefinition, QueueClient } from '#libs/queue';
import { OUTBOX_CHANNEL } from './outbox.js';
import { OutboxStore } from './outbox-store.js';

type OutgoingKind = 'mail' | 'sms';

export interface OutboxDispatcherOptions {
  readonly database: Database;
  readonly queue: Pick<QueueClient, 'enqueueMany'>;
  /** The job that sends a message of each kind. */
  readonly jobs: Readonly<Partial<Record<OutgoingKind, JobDefinition<{ outboxId: string }>>>>;
  /** Messages handed over in one transaction. */
  readonly batch?: number;
  /** Milliseconds between looks when no notification comes. */
  readonly pollEvery?: number;
  /** Milliseconds after which an unfinished message is handed over again. */
  readonly againAfter?: number;
  readonly onDispatched?: (count: number) => void;
  readonly onError?: (error: unknown) => void;
}

/** Hands messages from the outbox to the queue. Any number of dispatchers may run. */
export class OutboxDispatcher {
  private readonly store: OutboxStore;
  private stopListening: (() => Promise<void>) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly options: OutboxDispatcherOptions) {
    this.store = new OutboxStore(options.database);
  }

  async start(): Promise<void> {
    this.stopListening = await this.options.database.listen(OUTBOX_CHANNEL, () => this.wake());
    this.timer = setInterval(() => this.wake(), this.options.pollEvery ?? seconds(5));
    this.wake();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopped = true;
    await this.stopListening?.();
    await this.running;
  }

  /** Hands over everything that is due now; returns how many. */
  async dispatchDue(): Promise<number> {
    await this.store.expire();
    const { mail, sms } = this.options.jobs;
    return (await this.dispatch('mail', mail)) + (await this.dispatch('sms', sms));
  }

  private async dispatch(
    kind: OutgoingKind,
    job: JobDefinition<{ outboxId: string }> | undefined,
  ): Promise<number> {
    if (job === undefined) return 0;
    const { batch = 100, againAfter = minutes(2), queue } = this.options;
    let total = 0;
    for (;;) {
      const count = await this.store.handOver(kind, { batch, againAfter }, (ids) =>
        queue.enqueueMany(
          job,
          ids.map((outboxId) => ({ outboxId })),
        ),
      );
      total += count;
      if (count < batch) return total;
    }
  }

  private wake(): void {
    if (this.stopped) return;
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    this.running = this.dispatchDue()
      .then(
        (count) => this.options.onDispatched?.(count),
        (error: unknown) => this.options.onError?.(error),
      )
      .finally(() => {
        this.running = undefined;
        if (!this.again) return;
        this.again = false;
        this.wake();
      });
  }
}
