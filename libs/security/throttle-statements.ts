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

/** What is counted, by its blind index. */
export interface HashedTarget {
  readonly policy: ThrottlePolicy;
  readonly hash: string;
  readonly alarm?: { readonly purpose: string; readonly hash: string; readonly freeAttempts: number };
}

/** A statement that is prepared once for each shape. */
export interface ThrottleStatement {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Rows in one order, so that two statements that change the same ones never wait for one another. */
export const inOrder = <T extends HashedTarget>(targets: readonly T[]): readonly T[] =>
  targets.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

const keyOf = ({ policy, hash }: HashedTarget): string => `${policy.purpose} ${hash}`;

class Values {
  readonly all: unknown[] = [];

  /** The place of a value in the statement. */
  add(value: unknown, type: string): string {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  }
}

const ROW = 'failures, consecutive, last_failed_at, blocked_until';

/**
 * Counts one failure at each of these; only where guessing is open, when so asked. Answers with a row for each that was
 * counted, `at` its place in the order.
 */
export function countStatement(
  targets: readonly HashedTarget[],
  { now, onlyOpen }: { readonly now: Date; readonly onlyOpen: boolean },
): ThrottleStatement {
  const values = new Values();
  const moment = values.add(now, 'timestamptz');
  const parts = targets.flatMap((target, at) => {
    const free = freeOf(target, { moment, values });
    const counted = countOf(target, { free: `(select free from f${at})`, moment, values, onlyOpen });
    return [`f${at} as (select ${free} as free)`, `c${at} as (${counted})`];
  });
  const shape = targets.map(({ alarm }) => (alarm === undefined ? 'c' : 'a')).join('');
  return {
    name: `throttle.${onlyOpen ? 'attempt' : 'fail'}-${shape}`,
    sql: `with ${parts.join(', ')} ${targets.map((_, at) => `select ${at} as at, ${ROW} from c${at}`).join(' union all ')}`,
    values: values.all,
  };
}

interface Written {
  readonly moment: string;
  readonly values: Values;
}

/** How many failures are free just now. */
function freeOf({ policy, alarm }: HashedTarget, { moment, values }: Written): string {
  const usual = values.add(policy.freeAttempts, 'int');
  if (alarm === undefined) return usual;
  const rung = `purpose = ${values.add(alarm.purpose, 'text')} and target = ${values.add(alarm.hash, 'text')}
                and blocked_until > ${moment}`;
  const fewer = values.add(alarm.freeAttempts, 'int');
  return `case when exists (select 1 from security.throttle where ${rung}) then ${fewer} else ${usual} end`;
}

function countOf(
  { policy, hash }: HashedTarget,
  { free, moment, values, onlyOpen }: Written & { readonly free: string; readonly onlyOpen: boolean },
): string {
  const [purpose, target] = [values.add(policy.purpose, 'text'), values.add(hash, 'text')];
  const [first, most] = [values.add(policy.firstWait, 'float8'), values.add(policy.maximumWait, 'float8')];
  const since = `${moment} - ${values.add(policy.window, 'float8')} * interval '1 millisecond'`;
  const failures = `case when t.last_failed_at < ${since} then 1 else t.failures + 1 end`;
  const blocked = (count: string) =>
    `case when ${count} >= ${free} then ${moment}
       + least(${most}, ${first} * power(2, least(${count} - ${free}, 40))) * interval '1 millisecond' end`;
  return `
    insert into security.throttle as t (purpose, target, failures, consecutive, last_failed_at, blocked_until)
    values (${purpose}, ${target}, 1, 1, ${moment}, ${blocked('1')})
    on conflict (purpose, target) do update set
      failures = ${failures},
      consecutive = t.consecutive + 1,
      last_failed_at = ${moment},
      blocked_until = ${blocked(`(${failures})`)}
    ${onlyOpen ? whereOpen(policy, { moment, values }) : ''}
    returning ${ROW}`;
}

function whereOpen({ absoluteLimit }: ThrottlePolicy, { moment, values }: Written): string {
  const limit = values.add(absoluteLimit ?? null, 'int');
  return `where (t.blocked_until is null or t.blocked_until <= ${moment})
            and (${limit} is null or t.consecutive < ${limit})`;
}

/** What becomes of a count: it starts anew, or gets one failure back. */
export type Settling = 'anew' | 'back';

export function settleStatement(
  targets: readonly (HashedTarget & { readonly to: Settling })[],
): ThrottleStatement {
  const values = new Values();
  const parts = targets.map(({ policy, hash, to }, at) => {
    const which = `where purpose = ${values.add(policy.purpose, 'text')} and target = ${values.add(hash, 'text')}`;
    return `c${at} as (${SETTLE[to]} ${which} returning 1)`;
  });
  return {
    name: `throttle.settle-${targets.map(({ to }) => to).join('-')}`,
    sql: `with ${parts.join(', ')} ${targets.map((_, at) => `select 1 from c${at}`).join(' union all ')}`,
    values: values.all,
  };
}

const SETTLE: Readonly<Record<Settling, string>> = {
  anew: 'delete from security.throttle',
  back: `update security.throttle set failures = greatest(failures - 1, 0),
                consecutive = greatest(consecutive - 1, 0), blocked_until = null`,
};
