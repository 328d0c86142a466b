/** What is counted of an application. */
export const USAGE_KINDS = [
  'signed-in',
  'went-on',
  'started',
  'refused',
  'proof-refused',
  'code-not-sent',
  'rejected',
  'logout-not-delivered',
  'took',
] as const;
export type UsageKind = (typeof USAGE_KINDS)[number];

/** How often something happened in one day of a month, or in one hour of a day. */
export interface UsageCount {
  /** Two digits: day of the month, or hour. */
  readonly at: string;
  readonly what: UsageKind;
  /** Digital key; empty where there is none. */
  readonly key: string;
  /** 0 where there is none. */
  readonly level: number;
  /** Word of the audit record, or the stretch of time of `took`; may be empty. */
  readonly reason: string;
  readonly count: number;
}

/** Answers of FAS on behalf of an application: pages for people, or answers to the application itself. */
export interface ResponsesOfDay {
  /** Day of the month, two digits. */
  readonly at: string;
  readonly kind: 'user' | 'application';
  readonly requests: number;
  readonly withinNorm: number;
}

/** Numbers of one kind, one for each label. */
export interface UsageSeries {
  readonly name: string;
  readonly values: readonly number[];
  readonly total: number;
}

/** Upper bounds of how long a sign-in took, in seconds. */
export const TOOK_WITHIN = ['15', '30', '60', '120', '300', 'more'] as const;

const FAILURES: ReadonlySet<UsageKind> = new Set([
  'refused',
  'proof-refused',
  'code-not-sent',
  'rejected',
  'logout-not-delivered',
]);

export const isSignIn = ({ what }: UsageCount): boolean => what === 'signed-in' || what === 'went-on';
export const isFailure = ({ what }: UsageCount): boolean => FAILURES.has(what);

/** What is counted together as one reason: the kind of failure and its word. */
export const failureName = ({ what, reason }: UsageCount): string =>
  reason === '' ? what : `${what}:${reason}`;

export const totalOf = (counts: readonly UsageCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

/** One series for each name, the largest first. */
export function seriesBy(
  counts: readonly UsageCount[],
  labels: readonly string[],
  nameOf: (count: UsageCount) => string,
): UsageSeries[] {
  const found = new Map<string, number[]>();
  for (const each of counts) {
    const at = labels.indexOf(each.at);
    const name = nameOf(each);
    const values = found.get(name) ?? labels.map(() => 0);
    if (at >= 0) values[at] = (values[at] ?? 0) + each.count;
    found.set(name, values);
  }
  return [...found]
    .map(([name, values]) => ({ name, values, total: values.reduce((sum, value) => sum + value, 0) }))
    .toSorted((one, other) => other.total - one.total || one.name.localeCompare(other.name));
}

/** The largest ones, and the others together as one more: a picture tells six apart. */
export function largest(series: readonly UsageSeries[], most: number, others: string): UsageSeries[] {
  if (series.length <= most) return [...series];
  const rest = series.slice(most - 1);
  const values = (rest[0]?.values ?? []).map((_, at) =>
    rest.reduce((sum, one) => sum + (one.values[at] ?? 0), 0),
  );
  const total = rest.reduce((sum, one) => sum + one.total, 0);
  return [...series.slice(0, most - 1), { name: others, values, total }];
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Days of a month (YYYY-MM), as in {@link UsageCount.at}. */
export function daysOf(month: string): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, at) => twoDigits(at + 1));
}

/** Hours of a day, as in {@link UsageCount.at}. */
export const HOURS_OF_DAY: readonly string[] = Array.from({ length: 24 }, (_, at) => twoDigits(at));
