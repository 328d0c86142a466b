/** Where pages of a login lead outside it. */
export interface JourneyLinks {
  /** Mijn digitale sleutels: activating and recovering keys. */
  readonly keys: string;
}

export const JOURNEY_LINKS = Symbol('JourneyLinks');
