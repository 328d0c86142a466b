import type { Interval } from './availability.js';

/** A month (`2026-03`) or a year (`2026`), in Belgian time. */
export type Period = string;

const PATTERN = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;

const clockInBrussels = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/** The first moment of a month in Belgium. */
function startOf(year: number, month: number): Date {
  const midnight = new Date(Date.UTC(year, month - 1, 1));
  const parts = Object.fromEntries(
    clockInBrussels.formatToParts(midnight).map(({ type, value }) => [type, value]),
  );
  return new Date(midnight.getTime() - Number(parts['hour']) * 3_600_000);
}

/** undefined when it is no period. */
export function intervalOf(period: Period): Interval | undefined {
  const found = PATTERN.exec(period);
  if (found === null) return undefined;
  const year = Number(found[1]);
  if (found[2] === undefined) return { from: startOf(year, 1), to: startOf(year + 1, 1) };
  const month = Number(found[2]);
  return { from: startOf(year, month), to: month === 12 ? startOf(year + 1, 1) : startOf(year, month + 1) };
}

/** The months of a year, first to last. */
export const monthsOf = (year: number): Period[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

/** The month in which a moment lies, in Belgian time. */
export const monthOf = (moment: Date): Period => clockInBrussels.format(moment).slice(0, 7);
