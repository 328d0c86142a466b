import type { Metrics } from '#libs/metrics';
import type { OutboxStore } from '#libs/messaging';
import { JOB_STATES, type JobCounts, type QueueClient } from '#libs/queue';

export interface QueueStatusReport {
  readonly queues: Readonly<Record<string, JobCounts>>;
  readonly outbox: Awaited<ReturnType<OutboxStore['counts']>>;
}

const KEPT_FOR = 1_000;
const OUTBOX_STATES = ['waiting', 'queued', 'failed'] as const;

/** How much work waits and how much is parked, for metrics and operators; numbers only. */
export class QueueStatus {
  private kept: Promise<QueueStatusReport> | undefined;

  constructor(
    private readonly client: QueueClient,
    private readonly outbox: OutboxStore,
    private readonly queues: readonly string[],
  ) {}

  /** Questions that come in quick succession share one answer. */
  report(): Promise<QueueStatusReport> {
    if (this.kept === undefined) {
      this.kept = this.read();
      const forget = () => (this.kept = undefined);
      this.kept.then(() => setTimeout(forget, KEPT_FOR).unref(), forget);
    }
    return this.kept;
  }

  measureWith(metrics: Metrics): void {
    for (const queue of this.queues) {
      for (const state of JOB_STATES) {
        metrics.gauge(
          { name: `csam_queue_${queue}_${state}`, help: `Jobs of the queue ${queue} that are ${state}` },
          async () => (await this.report()).queues[queue]?.[state] ?? 0,
        );
      }
    }
    for (const state of OUTBOX_STATES) {
      metrics.gauge(
        { name: `csam_outbox_${state}`, help: `Messages of the outbox that are ${state}` },
        async () => (await this.report()).outbox[state],
      );
    }
  }

  private async read(): Promise<QueueStatusReport> {
    const [outbox, ...counts] = await Promise.all([
      this.outbox.counts(),
      ...this.queues.map(async (queue) => [queue, await this.client.counts(queue)] as const),
    ]);
    return { outbox, queues: Object.fromEntries(counts) };
  }
}
