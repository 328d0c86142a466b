import type { Config } from '#libs/config';

/** How long a sign-in and a session last, as configured. */
export interface SignInTimes {
  readonly journeyMinutes: number;
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/** What the pages tell that differs from place to place. */
export interface InformationFacts {
  /** where FAS's own pages are */
  readonly address: string;
  /** My digital keys */
  readonly keysHref: string;
  readonly times: SignInTimes;
}

export const INFORMATION_FACTS = Symbol('InformationFacts');

export function informationFacts({ baseUrl, signIn }: Config): InformationFacts {
  return { address: baseUrl.fas, keysHref: baseUrl.sma, times: signIn };
}
