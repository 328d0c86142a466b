import { minutes, seconds } from '#libs/kernel';

/** Difference of the clocks of two machines. */
export const CLOCK_SKEW = seconds(60);

/** How old an answer may be; an assertion lives no longer (SR-4). */
export const LONGEST_LIFE = minutes(5);

export const isAhead = (instant: Date, now: Date): boolean => instant.getTime() > now.getTime() + CLOCK_SKEW;

/** `notOnOrAfter` has come. */
export const isOver = (notOnOrAfter: Date, now: Date): boolean =>
  notOnOrAfter.getTime() <= now.getTime() - CLOCK_SKEW;

export const isTooOld = (issuedAt: Date, now: Date): boolean =>
  issuedAt.getTime() < now.getTime() - LONGEST_LIFE - CLOCK_SKEW;
