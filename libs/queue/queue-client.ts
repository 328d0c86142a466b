import type { JobsOptions } from 'bullmq';
import type { JobDefinition, JobPayload, Keep } from './job.js';
import { openQueueStore, type QueueHandle, type QueueStore, type QueueStoreOptions } from './store.js';

export interface QueueClientOptions extends QueueStoreOptions {
  /** Hears connection errors; the client recovers by itself. */
  readonly onError?: (error: Error) => void;
}

export const JOB_STATES = ['waiting', 'active', 'delayed', 'completed', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];
export type JobCounts = Readonly<Record<JobState, number>>;

/** A job after its last attempt. It holds no payload. */
export interface FailedJob {
  readonly queue: string;
  readonly id: string;
  readonly name: string;
  readonly attempts: number;
  /** The error's code or name. */
  readonly failure: string;
  readonly at: Date;
}

export interface EnqueueOptions {
  /** Milliseconds before the job may start. */
  readonly delay?: number;
}

/** Asks for background work. One per process; opens a queue at its first use. */
export class QueueClient {
  private readonly store: QueueStore;
  private readonly queues = new Map<string, QueueHandle>();

  constructor(private readonly options: QueueClientOptions) {
    this.store = openQueueStore(options);
  }

  async enqueue<P extends JobPayload>(
    job: JobDefinition<P>,
    payload: P,
    { delay }: EnqueueOptions = {},
  ): Promise<void> {
    await this.queue(job.queue).add(job.name, payload, { ...jobOptions(job, payload), delay });
  }

  async enqueueMany<P extends JobPayload>(job: JobDefinition<P>, payloads: readonly P[]): Promise<void> {
    if (payloads.length === 0) return;
    await this.queue(job.queue).addBulk(
      payloads.map((data) => ({ name: job.name, data, opts: jobOptions(job, data) })),
    );
  }

  /** Lets a job run at a fixed interval, however many processes ask for it. */
  async repeat<P extends JobPayload>(
    job: JobDefinition<P>,
    payload: P,
    everyMilliseconds: number,
  ): Promise<void> {
    await this.queue(job.queue).upsertJobScheduler(
      job.name,
      { every: everyMilliseconds },
      { name: job.name, data: payload, opts: { ...patience(job), ...retention(job) } },
    );
  }

  /** Number of jobs by state, for metrics and operators. */
  async counts(queue: string): Promise<JobCounts> {
    const counts = await this.queue(queue).getJobCounts(...JOB_STATES);
    return Object.fromEntries(JOB_STATES.map((state) => [state, Number(counts[state] ?? 0)])) as Record<
      JobState,
      number
    >;
  }

  /** Jobs that were given up, newest first. */
  async failed(queue: string, limit: number): Promise<FailedJob[]> {
    const jobs = await this.queue(queue).getFailed(0, limit - 1);
    return jobs.flatMap(({ id, name, attemptsMade, failedReason, finishedOn }) =>
      id === undefined
        ? []
        : [{ queue, id, name, attempts: attemptsMade, failure: failedReason, at: new Date(finishedOn ?? 0) }],
    );
  }

  /** Lets a job that was given up run again, with all its attempts; false when it is not there any more. */
  async retry(queue: string, id: string): Promise<boolean> {
    const job = await this.queue(queue).getJob(id);
    if (job === undefined || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true });
    return true;
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    this.queues.clear();
  }

  private queue(name: string): QueueHandle {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = this.store.queue(name);
    queue.onError(this.options.onError ?? (() => undefined));
    this.queues.set(name, queue);
    return queue;
  }
}

function jobOptions<P extends JobPayload>(job: JobDefinition<P>, payload: P): JobsOptions {
  const key = job.deduplicate?.(payload);
  return {
    ...patience(job),
    ...(key === undefined ? {} : { deduplication: { id: `${job.name}:${key}` } }),
    ...retention(job),
  };
}

const patience = <P extends JobPayload>({ attempts, backoff }: JobDefinition<P>) => ({
  attempts,
  backoff: { type: backoff.kind, delay: backoff.delay },
});

const retention = <P extends JobPayload>({ keepCompleted, keepFailed }: JobDefinition<P>) => ({
  removeOnComplete: keep(keepCompleted),
  removeOnFail: keep(keepFailed),
  stackTraceLimit: 0,
});

/** BullMQ counts age in seconds. */
const keep = ({ count, age }: Keep) => ({
  count,
  ...(age === undefined ? {} : { age: Math.ceil(age / 1_000) }),
});
