import type { Queryable } from '#libs/database';
import { seconds, systemClock, type Clock } from '#libs/kernel';
import type { BlindIndex } from './blind-index.js';
import {
  countStatement,
  inOrder,
  settleStatement,
  type HashedTarget,
  type ThrottlePolicy,
  type ThrottleStatement,
} from './throttle-statements.js';

/** What is counted, and how often it may be guessed at. */
export interface ThrottleCount {
  readonly policy: ThrottlePolicy;
  readonly target: string;
  /** As long as guessing at this other one has to wait, fewer failures are free here. */
  readonly alarm?: Omit<ThrottleCount, 'alarm'> & { readonly freeAttempts: number };
}

export type ThrottleOutcome =
  | { readonly kind: 'open'; /** further failures that cost no waiting */ readonly free: number }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'locked' };

interface ThrottleRow {
  /** Place in the statement. */
  at: number;
  failures: number;
  consecutive: number;
  last_failed_at: Date;
  blocked_until: Date | null;
}

/**
 * Counts failed guesses in the database, where all processes see the same count.
 *
 * `attempt` counts the guess first and judges it afterwards, in one statement: fifty guesses at the same moment
 * are counted as fifty, and no more are let through than the policy allows. Targets are stored as blind
 * indexes, and unknown accounts are counted as known ones are.
 *
 * @example
 * const outcome = await throttle.attempt(PASSWORD_GUESSES, userName);
 * if (outcome.kind !== 'open') return refused(outcome);
 * if (await matches()) await throttle.succeed(PASSWORD_GUESSES, userName);
 */
export class Throttle {
  constructor(
    private readonly database: Queryable,
    private readonly index: BlindIndex,
    private readonly clock: Clock = systemClock,
  ) {}

  within(tx: Queryable): Throttle {
    return new Throttle(tx, this.index, this.clock);
  }

  /** What the next guess would meet; counts nothing. */
  async check(policy: ThrottlePolicy, target: string): Promise<ThrottleOutcome> {
    const [row] = await this.database.read<ThrottleRow>(
      'throttle.check',
      'select failures, consecutive, last_failed_at, blocked_until from security.throttle where purpose = $1 and target = $2',
      [policy.purpose, this.hash(policy, target)],
    );
    return this.judge(policy, row);
  }

  /**
   * Asks to make one guess and counts it as failed beforehand: `open` means "make it now". Follow it with
   * `succeed` when it was right, or with `release` when it was never made.
   */
  async attempt(policy: ThrottlePolicy, target: string): Promise<ThrottleOutcome> {
    const { outcome } = await this.attemptAll([{ policy, target }]);
    return outcome;
  }

  /**
   * The same for one guess that is counted at several: it is open when all of them are, and otherwise counted at none.
   * Settle it with {@link settle}.
   *
   * @returns with the first of them that is not open
   */
  async attemptAll<Count extends ThrottleCount>(
    counts: readonly Count[],
  ): Promise<{ readonly outcome: ThrottleOutcome; readonly closed?: Count }> {
    const targets = inOrder(counts.map((count) => ({ ...this.hashed(count), count })));
    const rows = await this.run<ThrottleRow>(
      countStatement(targets, { now: this.clock.now(), onlyOpen: true }),
    );
    const counted = new Map(rows.flatMap((row) => entryOf(targets[row.at]?.count, row)));
    const closed = counts.find((count) => !counted.has(count));
    if (closed === undefined) return { outcome: { kind: 'open', free: leastFree(counted) } };
    if (counted.size > 0) await this.settle({ back: [...counted.keys()] });
    return { closed, outcome: await this.refusal(closed) };
  }

  /** Counts a failure that was not announced by `attempt`, and tells what the next guess will meet. */
  async fail(policy: ThrottlePolicy, target: string): Promise<ThrottleOutcome> {
    const [row] = await this.run<ThrottleRow>(
      countStatement([this.hashed({ policy, target })], { now: this.clock.now(), onlyOpen: false }),
    );
    return this.judge(policy, row);
  }

  /** A right guess: the target starts anew. Not for addresses, which an attacker's own account would reset. */
  succeed(policy: ThrottlePolicy, target: string): Promise<void> {
    return this.settle({ anew: [{ policy, target }] });
  }

  /** Takes back one `attempt`: it was right (addresses) or could not be made (overload). */
  release(policy: ThrottlePolicy, target: string): Promise<void> {
    return this.settle({ back: [{ policy, target }] });
  }

  /** Both for several at once: `anew` as `succeed` does, `back` as `release` does. */
  async settle({ anew = [], back = [] }: Settlement): Promise<void> {
    const targets = [
      ...anew.map((count) => ({ ...this.hashed(count), to: 'anew' as const })),
      ...back.map((count) => ({ ...this.hashed(count), to: 'back' as const })),
    ];
    await this.run(settleStatement(inOrder(targets)));
  }

  /** Forgets targets of a policy without a lasting limit that have been quiet for their whole window. */
  async prune(policy: ThrottlePolicy): Promise<void> {
    if (policy.absoluteLimit !== undefined) return;
    const before = new Date(this.clock.now().getTime() - policy.window);
    await this.database.query(
      `delete from security.throttle where purpose = $1 and last_failed_at < $2
         and (blocked_until is null or blocked_until < $3)`,
      [policy.purpose, before, this.clock.now()],
    );
  }

  private judge(policy: ThrottlePolicy, row: ThrottleRow | undefined): ThrottleOutcome {
    if (row === undefined) return { kind: 'open', free: policy.freeAttempts };
    if (policy.absoluteLimit !== undefined && row.consecutive >= policy.absoluteLimit)
      return { kind: 'locked' };
    const now = this.clock.now();
    if (row.blocked_until !== null && row.blocked_until > now)
      return { kind: 'wait', until: row.blocked_until };
    const forgotten = row.last_failed_at.getTime() < now.getTime() - policy.window;
    return { kind: 'open', free: Math.max(0, policy.freeAttempts - (forgotten ? 0 : row.failures)) };
  }

  /** What the guess meets that was not counted. Should the wait have ended meanwhile, it is one more second. */
  private async refusal({ policy, target }: ThrottleCount): Promise<ThrottleOutcome> {
    const outcome = await this.check(policy, target);
    return outcome.kind === 'open'
      ? { kind: 'wait', until: new Date(this.clock.now().getTime() + seconds(1)) }
      : outcome;
  }

  private run<R>({ name, sql, values }: ThrottleStatement): Promise<R[]> {
    return this.database.write<R>(name, sql, values);
  }

  private hashed({ policy, target, alarm }: ThrottleCount): HashedTarget {
    return {
      policy,
      hash: this.hash(policy, target),
      ...(alarm && {
        alarm: {
          purpose: alarm.policy.purpose,
          hash: this.hash(alarm.policy, alarm.target),
          freeAttempts: alarm.freeAttempts,
        },
      }),
    };
  }

  private hash(policy: ThrottlePolicy, target: string): string {
    return this.index.of(target, `throttle.${policy.purpose}`);
  }
}

/** What becomes of guesses that were counted. */
export interface Settlement {
  readonly anew?: readonly ThrottleCount[];
  readonly back?: readonly ThrottleCount[];
}

const entryOf = <Count>(count: Count | undefined, row: ThrottleRow): [Count, ThrottleRow][] =>
  count === undefined ? [] : [[count, row]];

const leastFree = (counted: ReadonlyMap<ThrottleCount, ThrottleRow>): number =>
  Math.min(...[...counted].map(([{ policy }, { failures }]) => Math.max(0, policy.freeAttempts - failures)));
