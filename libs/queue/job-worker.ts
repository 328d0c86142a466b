import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, UnrecoverableError } from 'bullmq';
import { seconds } from '#libs/kernel';
import { failureClass } from './failure-class.js';
import { PermanentFailure, TryLater, type Attempt, type HandledJob } from './handler.js';
import { openQueueStore, type StoredJob, type QueueStoreOptions, type WorkerHandle } from './store.js';

export type RunOutcome = 'done' | 'retried' | 'parked' | 'postponed';

/** One run of a job, for metrics and logs. It holds no payload. */
export interface Run {
  readonly queue: string;
  readonly job: string;
  readonly outcome: RunOutcome;
  readonly attempt: number;
  readonly milliseconds: number;
  /** The error's code or name. */
  readonly failure?: string;
}

export interface JobWorkerOptions extends QueueStoreOptions {
  readonly queue: string;
  readonly handlers: readonly HandledJob[];
  /** Jobs at the same time. */
  readonly concurrency?: number;
  /** Errors that only say that what every job needs is away: the job waits for it, and no attempt is counted. */
  readonly comesBack?: (error: unknown) => boolean;
  readonly onRun?: (run: Run) => void;
  /** Does the work of one run, and its report, in surroundings of the caller's. */
  readonly around?: (work: () => Promise<void>) => Promise<void>;
  readonly onError?: (error: Error) => void;
  /** Milliseconds after which a job of a dead process is taken over. */
  readonly lock?: number;
}

const LOCK = seconds(30);
const SHORTEST_WAIT = seconds(1);
const LONGEST_WAIT = seconds(15);

/** Does the work of one queue. A job whose process died is taken over by another. */
export class JobWorker {
  private readonly handlers: ReadonlyMap<string, HandledJob>;
  private worker: WorkerHandle | undefined;

  constructor(private readonly options: JobWorkerOptions) {
    this.handlers = new Map(options.handlers.map((handler) => [handler.job.name, handler]));
  }

  async start(): Promise<void> {
    const { lock = LOCK, around = (work) => work() } = this.options;
    this.worker = openQueueStore(this.options).worker(
      this.options.queue,
      (job, token) => around(() => this.process(job, token)),
      {
        concurrency: this.options.concurrency ?? 4,
        lockDuration: lock,
        stalledInterval: Math.max(250, Math.floor(lock / 3)),
        // A job that killed its process this often is parked, whatever its number of attempts.
        maxStalledCount: 3,
      },
    );
    this.worker.onError(this.options.onError ?? (() => undefined));
    await this.worker.waitUntilReady();
  }

  /** Takes no new job and waits for those at work; after the grace they are left for another process. */
  async close(graceMilliseconds = seconds(10)): Promise<void> {
    const worker = this.worker;
    if (worker === undefined) return;
    this.worker = undefined;
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMilliseconds);
    });
    await Promise.race([worker.pause(), grace]);
    clearTimeout(timer);
    await worker.close(true);
  }

  private async process(job: StoredJob, token: string | undefined): Promise<void> {
    const started = performance.now();
    const attempts = job.opts.attempts ?? 1;
    const attempt: Attempt = { number: job.attemptsMade + 1, last: job.attemptsMade + 1 >= attempts };
    const report = (outcome: RunOutcome, failure?: string) =>
      this.options.onRun?.({
        queue: this.options.queue,
        job: job.name,
        outcome,
        attempt: attempt.number,
        milliseconds: performance.now() - started,
        ...(failure === undefined ? {} : { failure }),
      });
    try {
      await this.handlerOf(job.name).run(job.data, attempt);
      report('done');
    } catch (error) {
      const wait = this.waitAfter(error, job);
      const failure = error instanceof TryLater ? error.message : failureClass(error);
      if (wait !== undefined) {
        await this.postpone(job, wait, token);
        report('postponed', failure);
        throw new DelayedError();
      }
      const parked = attempt.last || error instanceof PermanentFailure;
      report(parked ? 'parked' : 'retried', failure);
      throw error instanceof PermanentFailure ? new UnrecoverableError(error.message) : new Error(failure);
    }
  }

  /** How long a job waits that counts no attempt, in milliseconds; undefined when it failed. */
  private waitAfter(error: unknown, { attemptsStarted, attemptsMade }: StoredJob): number | undefined {
    if (error instanceof TryLater) return error.after;
    if (this.options.comesBack?.(error) !== true) return undefined;
    // Longer each time, and never the same for all: what was away is not met by everybody at once.
    const longest = Math.min(
      LONGEST_WAIT,
      SHORTEST_WAIT * 2 ** Math.max(0, attemptsStarted - attemptsMade - 1),
    );
    return Math.round(longest * (0.5 + Math.random() / 2));
  }

  /** The queue may be away for the same reason as what the job needed; after the lock the job belongs to another. */
  private async postpone(job: StoredJob, wait: number, token: string | undefined): Promise<void> {
    const until = Date.now() + (this.options.lock ?? LOCK);
    for (;;) {
      try {
        return await job.moveToDelayed(Date.now() + wait, token);
      } catch (error) {
        if (Date.now() > until || this.worker === undefined) throw error;
        await sleep(SHORTEST_WAIT / 2);
      }
    }
  }

  private handlerOf(name: string): HandledJob {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new PermanentFailure('no-handler');
    return handler;
  }
}
