import type { Database } from '#libs/database';
import { MessageStates, type ParkedMessage } from '#libs/messaging';
import { QueueNames, returnedByAgency, type ReturnedContact } from '#libs/operations';
import { JOB_STATES, type FailedJob, type JobCounts, type QueueClient } from '#libs/queue';

/** The newest of what was given up; after a day of trouble with mail there can be hundreds. */
const SHOWN = 1_000;

export interface QueueCounts {
  readonly queue: string;
  readonly counts: JobCounts;
}

export interface QueueView {
  /** undefined: the store of the queues does not answer. */
  readonly work:
    { readonly queues: readonly QueueCounts[]; readonly failed: readonly FailedJob[] } | undefined;
  readonly parked: readonly ParkedMessage[];
  readonly returned: readonly ReturnedContact[];
}

/** What operators see of background work and mail; never to whom something goes or what it says. */
export class QueueDesk {
  constructor(
    private readonly database: Database,
    private readonly queue: Pick<QueueClient, 'counts' | 'failed' | 'retry'>,
  ) {}

  async view(): Promise<QueueView> {
    const [work, parked, returned] = await Promise.all([
      this.work(),
      new MessageStates(this.database).parked(SHOWN),
      returnedByAgency(this.database),
    ]);
    return { work, parked, returned };
  }

  /** false when it is not there any more, or runs again already. */
  async retryJob(queue: string, id: string): Promise<boolean> {
    const known = await new QueueNames(this.database).all();
    return known.includes(queue) && this.queue.retry(queue, id);
  }

  retryMail(id: string): Promise<boolean> {
    return new MessageStates(this.database).retry(id);
  }

  private async work(): Promise<QueueView['work']> {
    const names = await new QueueNames(this.database).all();
    try {
      const [queues, failed] = await Promise.all([
        Promise.all(names.map(async (queue) => ({ queue, counts: await this.queue.counts(queue) }))),
        Promise.all(names.map((queue) => this.queue.failed(queue, SHOWN))),
      ]);
      const newest = failed.flat().toSorted((one, other) => other.at.getTime() - one.at.getTime());
      return { queues: queues.filter(worth), failed: newest.slice(0, SHOWN) };
    } catch {
      // The page still tells of the mails, and says that this part is missing.
      return undefined;
    }
  }
}

/** A queue in which nothing ever happened says nothing. */
const worth = ({ counts }: QueueCounts) => JOB_STATES.some((state) => counts[state] > 0);
