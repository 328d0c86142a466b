import { minutes } from '#libs/kernel';

/** What one place that probes has seen of one component lately. */
export interface VantageView {
  readonly vantage: string;
  /** In a row, up to now; 0 when the last one went well. */
  readonly failures: number;
  readonly successes: number;
  /** When the row began: of failures or of successes. */
  readonly since: Date;
  readonly lastAt: Date;
}

export interface ProbeRules {
  /** Failures in a row before a place counts as seeing trouble. */
  readonly failures: number;
  /** Successes in a row before it counts as seeing none. */
  readonly successes: number;
  /** Places that must see trouble. */
  readonly vantagePoints: number;
}

export type ProbeVerdict =
  | { readonly kind: 'opens'; readonly since: Date }
  | { readonly kind: 'closes'; readonly since: Date }
  | { readonly kind: 'stays' };

/** A place that has been silent for longer says nothing about now. */
const FRESH = minutes(5);

const STAYS: ProbeVerdict = { kind: 'stays' };

/** Whether an incident begins or ends, by what all places see. Between the two thresholds nothing changes. */
export function judgeProbes(
  views: readonly VantageView[],
  isOpen: boolean,
  now: Date,
  rules: ProbeRules,
): ProbeVerdict {
  const fresh = views.filter(({ lastAt }) => now.getTime() - lastAt.getTime() <= FRESH);
  return isOpen ? judgeOpen(fresh, rules) : judgeClosed(fresh, rules);
}

function judgeClosed(views: readonly VantageView[], rules: ProbeRules): ProbeVerdict {
  const failing = views.filter(({ failures }) => failures >= rules.failures);
  if (failing.length < rules.vantagePoints) return STAYS;
  // It is down from the moment at which enough places had seen it.
  const begins = failing.map(({ since }) => since).toSorted((one, other) => Number(one) - Number(other));
  return { kind: 'opens', since: begins[rules.vantagePoints - 1] ?? new Date(NaN) };
}

function judgeOpen(views: readonly VantageView[], rules: ProbeRules): ProbeVerdict {
  if (views.length === 0 || views.some(({ successes }) => successes < rules.successes)) return STAYS;
  return { kind: 'closes', since: new Date(Math.max(...views.map(({ since }) => since.getTime()))) };
}
