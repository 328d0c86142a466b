import { hours } from './duration.js';
import type { MonthBand } from './person-number-band.js';
import type { Century } from './person-number-century.js';

export type NumberDate =
  | { readonly kind: 'known'; readonly date: string }
  /** Unknown at registration, or the day's serials were used up: nothing may be derived but the year. */
  | { readonly kind: 'untold'; readonly year: number | undefined }
  | { readonly kind: 'impossible' };

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Days in a month of the Gregorian calendar; day 0 of the next month is the last of this one. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The date in the first six digits. Zeros stand for an unknown month or day; a wholly unknown date is written
 * 00 00 01; an exhausted counter restarts at month 00 with the last date digits as a running number.
 */
export function birthDateIn(digits: string, century: Century, band: MonthBand): NumberDate {
  const yearDigits = Number(digits.slice(0, 2));
  const day = Number(digits.slice(4, 6));
  const year = century + yearDigits;
  if (band.month === 0) {
    const fictitious = yearDigits === 0 && day === 1;
    return { kind: 'untold', year: fictitious ? undefined : year };
  }
  if (day === 0) return { kind: 'untold', year };
  if (day > daysIn(year, band.month)) return { kind: 'impossible' };
  return { kind: 'known', date: `${pad(year, 4)}-${pad(band.month)}-${pad(day)}` };
}

/** Nobody is registered before birth. The register's day is Brussels's, at most two hours ahead of UTC. */
export function isFuture(date: NumberDate, today: Date): boolean {
  const latest = new Date(today.getTime() + hours(2)).toISOString().slice(0, 10);
  if (date.kind === 'known') return date.date > latest;
  return date.kind === 'untold' && (date.year ?? 0) > Number(latest.slice(0, 4));
}
