import { daysOf, HOURS_OF_DAY, intervalOf, isMonth, monthOf } from '#libs/operations';

/** A month (`2026-03`) by its days, or a day (`2026-03-09`) by its hours, in Belgian time. */
export interface ReportPeriod {
  readonly text: string;
  readonly month: string;
  /** Absent: the whole month. */
  readonly day?: string;
  readonly labels: readonly string[];
}

/** Undefined when there is no such month or day. */
export function periodOf(text: string): ReportPeriod | undefined {
  const month = text.slice(0, 7);
  if (!isMonth(month)) return undefined;
  if (text === month) return { text, month, labels: daysOf(month) };
  if (!daysOf(month).some((day) => text === `${month}-${day}`)) return undefined;
  return { text, month, day: text, labels: HOURS_OF_DAY };
}

/** The same kind of period, so many later; earlier when negative. */
export function shifted({ month, day }: ReportPeriod, by: number): string {
  const [year = 0, number = 1, date = 1] = (day ?? month).split('-').map(Number);
  const moment =
    day === undefined
      ? new Date(Date.UTC(year, number - 1 + by, 1))
      : new Date(Date.UTC(year, number - 1, date + by));
  return moment.toISOString().slice(0, day === undefined ? 7 : 10);
}

/** The month in which it is now, in Belgium. */
export const thisMonth = (now: Date): string => monthOf(now);

/** Whether a period has begun. */
export const hasBegun = ({ month, day }: ReportPeriod, now: Date): boolean =>
  day === undefined
    ? (intervalOf(month)?.from.getTime() ?? Infinity) <= now.getTime()
    : day <= belgianDay(now);

/** Only what had begun by then: of today the hours until now, of this month the days. */
export function begunBy(period: ReportPeriod, until: Date): ReportPeriod {
  const today = belgianDay(until);
  if (!today.startsWith(period.text)) return period;
  const last = period.day === undefined ? today.slice(-2) : hours.format(until);
  return { ...period, labels: period.labels.filter((label) => label <= last) };
}

const hours = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', hour: '2-digit' });

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' });

/** `2026-03-09`. */
export const belgianDay = (moment: Date): string => calendar.format(moment);
