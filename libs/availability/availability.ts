/** Calls to a party over some time. */
export interface CallCounts {
  /** Answered, whatever the answer was: that somebody is unknown is an answer. */
  readonly answered: number;
  /** No answer in time, an error, or one that cannot be trusted. */
  readonly failed: number;
}

export interface PartyCalls extends CallCounts {
  /** For example `national-register`. */
  readonly party: string;
}

/** Share of calls that were answered, from 0 to 1; undefined when nothing was asked: that is not 100 %. */
export function availabilityOf({ answered, failed }: CallCounts): number | undefined {
  const calls = answered + failed;
  return calls === 0 ? undefined : answered / calls;
}

export interface Ceiling {
  /** From 0 to 1. */
  readonly availability: number;
  /** The weakest party. */
  readonly party: string;
}

/**
 * What a service that needs all these parties can reach: no more than the weakest of them (service sheet:
 * "availability is bounded by the weakest source"). Undefined when nothing was asked of any.
 */
export function ceilingOf(parties: readonly PartyCalls[]): Ceiling | undefined {
  const known = parties.flatMap((calls) => {
    const availability = availabilityOf(calls);
    return availability === undefined ? [] : [{ availability, party: calls.party }];
  });
  return known.toSorted((a, b) => a.availability - b.availability)[0];
}
