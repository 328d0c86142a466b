/** Where pages of a login lead outside it. */
export interface JourneyLinks {
  /** Mijn digitale sleutels: activating and recovering keys. */
  readonly keys: string;
  /** What to do when one cannot sign in any more. */
  readonly forgot: string;
}

export const JOURNEY_LINKS = Symbol('JourneyLinks');

/** @param sma address of Mijn digitale sleutels */
export const journeyLinks = (sma: string): JourneyLinks => ({
  keys: sma,
  forgot: new URL('/recovery', sma).href,
});
