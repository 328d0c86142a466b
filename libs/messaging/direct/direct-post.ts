import { seconds } from '#libs/kernel';
import type { JobDefinition, QueueClient } from '#libs/queue';
import type { FieldCipher } from '#libs/security';
import type { ChannelStates, DirectChannel } from './channel-states.js';
import type { SendReports } from './send-reports.js';

/** What the queue keeps of a message: whom it reaches and what it says are sealed. */
export type DirectPayload = {
  /** Of the message: the same for every attempt. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  readonly sealed: string;
  /** Who pays. */
  readonly agency: string;
  readonly application: string;
};

/** Whom a message reaches; nobody when `to` is absent: then it goes the same road and ends at the worker. */
export interface DirectContent {
  readonly to?: string;
}

export interface DirectMessage<C extends DirectContent> extends Pick<
  DirectPayload,
  'id' | 'agency' | 'application'
> {
  readonly expiresAt: Date;
  readonly content: C;
}

export type Availability = 'open' | 'closed' | 'full' | 'unreachable';

export type PostOutcome =
  | { readonly kind: 'accepted' }
  /** Nothing was heard in time: it may still arrive. */
  | { readonly kind: 'under-way' }
  | { readonly kind: 'refused'; readonly reason: 'recipient' | 'sim-changed' }
  | { readonly kind: 'unavailable'; readonly reason: 'failed' | Exclude<Availability, 'open'> };

export interface DirectPostOptions {
  readonly channel: DirectChannel;
  readonly job: JobDefinition<DirectPayload>;
  readonly queue: Pick<QueueClient, 'enqueue' | 'counts'>;
  readonly channels: Pick<ChannelStates, 'closedFor'>;
  readonly reports: Pick<SendReports, 'expect'>;
  readonly cipher: Pick<FieldCipher, 'encrypt'>;
  /** Messages that may wait; above that no further one is taken. */
  readonly longestQueue: number;
  /** Milliseconds that a person waits for a first report. */
  readonly patience?: number;
}

/** What the sealed part is bound to. */
export const directContext = (id: string) => `messaging.direct:${id}`;

const COUNTED_FOR = seconds(1);

/** Hands messages with a short life to the queue, and waits a moment for what becomes of them. */
export class DirectPost<C extends DirectContent> {
  private readonly patience: number;
  private counted: { readonly at: number; readonly number: Promise<number> } | undefined;

  constructor(private readonly options: DirectPostOptions) {
    this.patience = options.patience ?? seconds(1);
  }

  /** Whether a message would be taken now; ask before anything is counted against the person. */
  async availability(): Promise<Availability> {
    const { channels, channel, longestQueue } = this.options;
    if ((await channels.closedFor(channel)) > 0) return 'closed';
    const waiting = await this.inTime(this.waiting());
    if (waiting === undefined) return 'unreachable';
    return waiting >= longestQueue ? 'full' : 'open';
  }

  async post({ id, agency, application, expiresAt, content }: DirectMessage<C>): Promise<PostOutcome> {
    const { queue, job, cipher, reports } = this.options;
    const sealed = cipher.encrypt(JSON.stringify(content), directContext(id));
    const report = reports.expect(id, this.patience);
    const payload = { id, agency, application, expiresAt: expiresAt.toISOString(), sealed };
    const taken = await this.inTime(queue.enqueue(job, payload).then(() => true));
    if (taken === undefined) return { kind: 'unavailable', reason: 'unreachable' };
    switch (await report) {
      case 'accepted':
        return { kind: 'accepted' };
      case 'failed':
        return { kind: 'unavailable', reason: 'failed' };
      case 'refused':
        return { kind: 'refused', reason: 'recipient' };
      case 'sim-changed':
        return { kind: 'refused', reason: 'sim-changed' };
      case undefined:
        return { kind: 'under-way' };
    }
  }

  /** Counted once a second at most: the count is a query of the whole queue. */
  private waiting(): Promise<number> {
    const now = performance.now();
    if (this.counted === undefined || now - this.counted.at > COUNTED_FOR) {
      const number = this.options.queue
        .counts(this.options.job.queue)
        .then(({ waiting, delayed, active }) => waiting + delayed + active);
      this.counted = { at: now, number };
    }
    return this.counted.number;
  }

  /** Undefined when the queue is silent or refuses: a person does not wait for it. */
  private async inTime<T>(work: Promise<T>): Promise<T | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.patience);
    });
    try {
      return await Promise.race([work, late]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}
