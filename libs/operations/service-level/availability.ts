import { hours, minutes } from '#libs/kernel';

export interface Interval {
  readonly from: Date;
  readonly to: Date;
}

/** One hour of one component as one place saw it: bit n stands for minute n. */
export interface ProbedHour {
  readonly hour: Date;
  readonly vantage: string;
  readonly seen: bigint;
  readonly failed: bigint;
}

export interface AvailabilityInput extends Interval {
  readonly probed: readonly ProbedHour[];
  /** Incidents that made the component unavailable. */
  readonly outages: readonly Interval[];
  /** Windows that contacts were told of in time, or that were approved. */
  readonly agreed: readonly Interval[];
}

/** Whole minutes of one component. */
export interface Availability {
  /** Of the stretch of time, agreed windows included. */
  readonly minutes: number;
  readonly agreed: number;
  /** Minutes that count: known, and not agreed to be down. */
  readonly counted: number;
  readonly down: number;
  /** Neither probed nor covered by an incident: nobody knows. */
  readonly unknown: number;
}

const WHOLE_HOUR = (1n << 60n) - 1n;

/** One bit per minute of an hour. */
interface HourOfComponent {
  readonly agreed: bigint;
  readonly known: bigint;
  readonly down: bigint;
}

/**
 * Minute by minute. A minute is down when an incident touches it, or when it was probed and no place saw it work. Agreed
 * minutes do not count; nor do minutes of which nobody knows, which are given apart.
 */
export const availabilityOf = ({ from, to, ...component }: AvailabilityInput): Availability =>
  jointAvailabilityOf({ from, to }, [component]);

/** The same of a service that is down while any of its components is; a minute is agreed when it is for each of them. */
export function jointAvailabilityOf(
  { from, to }: Interval,
  components: readonly Omit<AvailabilityInput, keyof Interval>[],
): Availability {
  const hoursByComponent = components.map(({ probed }) => hoursOf(probed));
  const sum = { minutes: 0, agreed: 0, counted: 0, down: 0, unknown: 0 };
  for (let hour = Math.floor(from.getTime() / hours(1)) * hours(1); hour < to.getTime(); hour += hours(1)) {
    const inside = maskOf(hour, [{ from, to }], 'inner');
    const each = components.map((component, index) =>
      hourOf(component, hour, hoursByComponent[index]?.get(hour) ?? []),
    );
    const off = inside & each.reduce((all, { agreed }) => all & agreed, WHOLE_HOUR);
    const down = inside & each.reduce((any, one) => any | one.down, 0n);
    // One that is agreed to be away says nothing, and hides nothing of the others.
    const allKnown = each.reduce((all, one) => all & (one.known | one.agreed), WHOLE_HOUR);
    const known = inside & ~off & (down | allKnown);
    sum.minutes += bits(inside);
    sum.agreed += bits(off);
    sum.counted += bits(known);
    sum.down += bits(down);
    sum.unknown += bits(inside & ~off & ~known);
  }
  return sum;
}

function hourOf(
  { agreed, outages }: Pick<AvailabilityInput, 'agreed' | 'outages'>,
  hour: number,
  rows: readonly ProbedHour[],
): HourOfComponent {
  const off = maskOf(hour, agreed, 'inner');
  const out = maskOf(hour, outages, 'outer') & ~off;
  const { seen, works } = seenBy(rows);
  const known = (seen | out) & ~off;
  return { agreed: off, known, down: (out | ~works) & known };
}

/** Share of the counted minutes in which it worked, from 0 to 1; undefined when nothing is known. */
export const shareOf = ({ counted, down }: Pick<Availability, 'counted' | 'down'>): number | undefined =>
  counted === 0 ? undefined : (counted - down) / counted;

/** What we can reach at best: no more than the weakest party on whom an answer depends. */
export function ceilingOf(parties: readonly (number | undefined)[]): number | undefined {
  const known = parties.filter((share) => share !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function hoursOf(probed: readonly ProbedHour[]): ReadonlyMap<number, ProbedHour[]> {
  const found = new Map<number, ProbedHour[]>();
  for (const row of probed) {
    const rows = found.get(row.hour.getTime());
    if (rows === undefined) found.set(row.hour.getTime(), [row]);
    else rows.push(row);
  }
  return found;
}

function seenBy(rows: readonly ProbedHour[]): { seen: bigint; works: bigint } {
  return rows.reduce(
    (so, { seen, failed }) => ({ seen: so.seen | seen, works: so.works | (seen & ~failed) }),
    { seen: 0n, works: 0n },
  );
}

/** `outer`: every minute that is touched, so that trouble is never rounded away; `inner`: whole minutes only. */
function maskOf(hour: number, intervals: readonly Interval[], rounding: 'outer' | 'inner'): bigint {
  let mask = 0n;
  for (const { from, to } of intervals) {
    // Most intervals lie elsewhere in the year.
    if (to.getTime() <= hour || from.getTime() >= hour + hours(1)) continue;
    const start = (from.getTime() - hour) / minutes(1);
    const end = (to.getTime() - hour) / minutes(1);
    const [first, last] =
      rounding === 'outer' ? [Math.floor(start), Math.ceil(end)] : [Math.ceil(start), Math.floor(end)];
    mask |= rangeMask(Math.max(0, first), Math.min(60, last));
  }
  return mask;
}

const rangeMask = (first: number, end: number): bigint =>
  end <= first ? 0n : ((1n << BigInt(end)) - 1n) & ~((1n << BigInt(first)) - 1n) & WHOLE_HOUR;

/** Most hours are wholly one thing. */
function bits(mask: bigint): number {
  const inside = mask & WHOLE_HOUR;
  if (inside === WHOLE_HOUR) return 60;
  let count = 0;
  for (let left = inside; left > 0n; left &= left - 1n) count += 1;
  return count;
}
