import { days } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';

/** DOMAIN 6: what a registration office opened holds ten years; then the person shows who they are again. */
const YEARS_OF_OFFICE = 10;

/** Days before the end at which the person is told, once each. */
const REMINDERS: readonly number[] = [30, 7];

/** Nothing is told between this reminder and the end. */
export const LAST_REMINDER = Math.min(...REMINDERS);

/** When a key that is made now ends by itself: with what proves it, or with the proof of identity behind it. */
export function keyExpiry(enrolment: Enrolment, made: Date, proofEnds?: Date): Date | undefined {
  const ends = [proofEnds, enrolment === 'lra' ? yearsAfter(made, YEARS_OF_OFFICE) : undefined];
  return ends.filter((end) => end !== undefined).toSorted((one, other) => one.getTime() - other.getTime())[0];
}

function yearsAfter(moment: Date, years: number): Date {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}

/** The reminder that is due, in days before the end; undefined when none is. */
export function reminderDue(expiresAt: Date, now: Date, reminded: number | undefined): number | undefined {
  const left = expiresAt.getTime() - now.getTime();
  const due = REMINDERS.filter((within) => left <= days(within)).at(-1);
  if (due === undefined || left <= 0) return undefined;
  return reminded !== undefined && reminded <= due ? undefined : due;
}

/** Longest time before the end at which anything is due. */
export const FIRST_REMINDER = days(Math.max(...REMINDERS));
