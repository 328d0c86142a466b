import { days, seconds } from '#libs/kernel';

/** What a job carries: plain data that survives JSON. Never a code, a password or an address: the queue keeps it in clear. */
export type JobPayload = Readonly<Record<string, string | number | boolean>>;

/** How long to wait between attempts; exponential doubles the delay at each one. */
export interface Backoff {
  readonly kind: 'exponential' | 'fixed';
  readonly delay: number;
}

/** How many finished jobs stay visible to operators; `age` is in milliseconds. */
export interface Keep {
  readonly count: number;
  readonly age?: number;
}

/** A kind of background work: everything about it in one place, shared by those who ask for it and the one who does it. */
export interface JobDefinition<P extends JobPayload = JobPayload> {
  readonly name: string;
  readonly queue: string;
  readonly meaning: string;
  readonly attempts: number;
  readonly backoff: Backoff;
  readonly keepCompleted: Keep;
  readonly keepFailed: Keep;
  /** Two payloads with the same key are one job for as long as the first is not finished. */
  deduplicate?(payload: P): string;
}

type Optional = 'attempts' | 'backoff' | 'keepCompleted' | 'keepFailed';

export type JobOptions<P extends JobPayload> = Omit<JobDefinition<P>, Optional> &
  Partial<Pick<JobDefinition<P>, Optional>>;

/**
 * Defines a job.
 *
 * @example
 * const sendMailJob = defineJob<{ outboxId: string }>({
 *   name: 'send-mail', queue: 'messages', meaning: 'Sends one mail of the outbox',
 *   attempts: 10, backoff: { kind: 'exponential', delay: 5_000 },
 *   deduplicate: ({ outboxId }) => outboxId,
 * });
 */
export function defineJob<P extends JobPayload>(options: JobOptions<P>): JobDefinition<P> {
  return Object.freeze({
    attempts: 5,
    backoff: { kind: 'exponential' as const, delay: seconds(1) },
    keepCompleted: { count: 100 },
    keepFailed: { count: 1_000, age: days(30) },
    ...options,
  });
}
