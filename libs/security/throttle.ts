import type { Queryable } from '#libs/database';
import { systemClock, type Clock } from '#libs/kernel';
import type { BlindIndex } from './blind-index.js';

/** How often one target may be guessed at. Durations in milliseconds. */
export interface ThrottlePolicy {
  readonly purpose: string;
  /** Failures that cost no waiting. */
  readonly freeAttempts: number;
  /** Waiting time after the last free failure; it doubles with each further one. */
  readonly firstWait: number;
  readonly maximumWait: number;
  /** Without a failure for this long, waiting starts anew. */
  readonly window: number;
  /** Failures without a success in between after which nothing is taken any more (NIST SP 800-63B: 100). */
  readonly absoluteLimit?: number;
}

export type ThrottleOutcome =
  | { readonly kind: 'open'; /** further failures that cost no waiting */ readonly free: number }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'locked' };

interface ThrottleRow {
  failures: number;
  consecutive: number;
  last_failed_at: Date;
  blocked_until: Date | null;
}

const FAILURES = `case when t.last_failed_at < $3::timestamptz - $7 * interval '1 millisecond' then 1 else t.failures + 1 end`;

const blockedAfter = (failures: string) =>
  `case when ${failures} >= $4::int then $3::timestamptz
     + least($6::float8, $5::float8 * power(2, least(${failures} - $4::int, 40))) * interval '1 millisecond' end`;

const COUNT = `
insert into security.throttle as t (purpose, target, failures, consecutive, last_failed_at, blocked_until)
values ($1, $2, 1, 1, $3, ${blockedAfter('1')})
on conflict (purpose, target) do update set
  failures = ${FAILURES},
  consecutive = t.consecutive + 1,
  last_failed_at = $3,
  blocked_until = ${blockedAfter(`(${FAILURES})`)}`;

const WHEN_OPEN = `
where (t.blocked_until is null or t.blocked_until <= $3) and ($8::int is null or t.consecutive < $8::int)`;

const RELEASE = `
update security.throttle set failures = greatest(failures - 1, 0), consecutive = greatest(consecutive - 1, 0),
       blocked_until = null`;

const RETURNING = ' returning failures, consecutive, last_failed_at, blocked_until';

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
    const counted = await this.database.prepared<ThrottleRow>(
      'throttle.attempt',
      COUNT + WHEN_OPEN + RETURNING,
      [...this.countParameters(policy, target), policy.absoluteLimit ?? null],
    );
    const [row] = counted;
    if (row !== undefined) return { kind: 'open', free: Math.max(0, policy.freeAttempts - row.failures) };
    return this.check(policy, target);
  }

  /** Counts a failure that was not announced by `attempt`, and tells what the next guess will meet. */
  async fail(policy: ThrottlePolicy, target: string): Promise<ThrottleOutcome> {
    const [row] = await this.database.prepared<ThrottleRow>(
      'throttle.fail',
      COUNT + RETURNING,
      this.countParameters(policy, target),
    );
    return this.judge(policy, row);
  }

  /** A right guess: the target starts anew. Not for addresses, which an attacker's own account would reset. */
  async succeed(policy: ThrottlePolicy, target: string): Promise<void> {
    await this.database.prepared(
      'throttle.succeed',
      'delete from security.throttle where purpose = $1 and target = $2',
      [policy.purpose, this.hash(policy, target)],
    );
  }

  /** Both at once: one target starts anew, another gets its attempt back. */
  async settle(
    anew: { readonly policy: ThrottlePolicy; readonly target: string },
    back: { readonly policy: ThrottlePolicy; readonly target: string },
  ): Promise<void> {
    await this.database.prepared(
      'throttle.settle',
      `with anew as (delete from security.throttle where purpose = $1 and target = $2)
       ${RELEASE} where purpose = $3 and target = $4`,
      [
        anew.policy.purpose,
        this.hash(anew.policy, anew.target),
        back.policy.purpose,
        this.hash(back.policy, back.target),
      ],
    );
  }

  /** Takes back one `attempt`: it was right (addresses) or could not be made (overload). */
  async release(policy: ThrottlePolicy, target: string): Promise<void> {
    await this.database.prepared('throttle.release', `${RELEASE} where purpose = $1 and target = $2`, [
      policy.purpose,
      this.hash(policy, target),
    ]);
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

  private countParameters(policy: ThrottlePolicy, target: string): unknown[] {
    return [
      policy.purpose,
      this.hash(policy, target),
      this.clock.now(),
      policy.freeAttempts,
      policy.firstWait,
      policy.maximumWait,
      policy.window,
    ];
  }

  private hash(policy: ThrottlePolicy, target: string): string {
    return this.index.of(target, `throttle.${policy.purpose}`);
  }
}
