import type { JobDefinition, JobPayload } from './job.js';

/** Where a run stands in the life of its job. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** No other attempt follows when this one fails. */
  readonly last: boolean;
}

export interface HandledJob {
  readonly job: JobDefinition;
  run(payload: JobPayload, attempt: Attempt): Promise<void>;
}

/** Ties a job to the code that does it. */
export function handle<P extends JobPayload>(
  job: JobDefinition<P>,
  run: (payload: P, attempt: Attempt) => Promise<void>,
): HandledJob {
  return {
    job: job as unknown as JobDefinition,
    run: (payload, attempt) => run(payload as P, attempt),
  };
}

/** Thrown by a handler when another attempt cannot help: the job is parked at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure';
}

/** Thrown by a handler that cannot run now; the job waits and no attempt is counted. */
export class TryLater extends Error {
  override readonly name = 'TryLater';

  constructor(
    reason: string,
    /** Milliseconds. */
    readonly after: number,
  ) {
    super(reason);
  }
}

/** Thrown at start-up when jobs and handlers do not match one to one. */
export class JobsNotHandledError extends Error {
  override readonly name = 'JobsNotHandledError';

  constructor(readonly problems: readonly string[]) {
    super(`The worker cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Refuses to start unless every job has exactly one handler and every name is used once.
 *
 * @throws JobsNotHandledError naming each job concerned
 */
export function assertEveryJobHandled(
  jobs: readonly Pick<JobDefinition, 'name'>[],
  handlers: readonly HandledJob[],
): void {
  const times = (names: readonly string[], name: string) => names.filter((other) => other === name).length;
  const jobNames = jobs.map(({ name }) => name);
  const handledNames = handlers.map(({ job }) => job.name);
  const problems = [...new Set([...jobNames, ...handledNames])].flatMap((name) => {
    const defined = times(jobNames, name);
    const handled = times(handledNames, name);
    return [
      ...(defined === 0 ? [`job "${name}" has a handler but is not in the list of jobs`] : []),
      ...(defined > 1 ? [`job "${name}" is defined ${defined} times`] : []),
      ...(handled === 0 ? [`job "${name}" has no handler`] : []),
      ...(handled > 1 ? [`job "${name}" has ${handled} handlers`] : []),
    ];
  });
  if (problems.length > 0) throw new JobsNotHandledError(problems);
}
