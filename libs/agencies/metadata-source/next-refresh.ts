/** Intervals in milliseconds. */
export interface RefreshPace {
  readonly usual: number;
  readonly shortest: number;
  readonly longest: number;
}

/** After how long good metadata is fetched again: as it says itself (cacheDuration), within our bounds. */
export function nextAfterSuccess(cacheDuration: number | undefined, pace: RefreshPace): number {
  return Math.min(Math.max(cacheDuration ?? pace.usual, pace.shortest), pace.longest);
}

/** After how long a failed fetch is tried again: soon, then ever later, up to the usual interval. */
export function nextAfterFailure(failures: number, { shortest, usual }: RefreshPace): number {
  return Math.min(shortest * 2 ** Math.min(failures - 1, 20), usual);
}
