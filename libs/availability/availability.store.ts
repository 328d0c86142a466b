import type { Queryable } from '#libs/database';
import type { CallCounts, PartyCalls } from './availability.js';

export interface MinuteCalls extends PartyCalls {
  readonly minute: Date;
}

/** Counts of calls per party and minute. Several processes add to the same minute. */
export class AvailabilityStore {
  constructor(private readonly database: Queryable) {}

  async add(party: string, at: Date, { answered, failed }: CallCounts): Promise<void> {
    await this.database.prepared(
      'availability-add',
      `insert into availability.measurement as m (party, minute, answered, failed)
       values ($1, date_trunc('minute', $2::timestamptz), $3, $4)
       on conflict (party, minute) do update
         set answered = m.answered + excluded.answered, failed = m.failed + excluded.failed`,
      [party, at, answered, failed],
    );
  }

  /** Sums per party, in order of name; `until` is not included. */
  async between(from: Date, until: Date): Promise<PartyCalls[]> {
    return this.database.prepared<PartyCalls & { party: string }>(
      'availability-between',
      `select party, sum(answered)::int as answered, sum(failed)::int as failed from availability.measurement
        where minute >= $1 and minute < $2 group by party order by party`,
      [from, until],
    );
  }

  /** The minutes of one party, oldest first, those without calls left out. */
  async minutesOf(party: string, from: Date, until: Date): Promise<MinuteCalls[]> {
    return this.database.prepared<MinuteCalls & { party: string }>(
      'availability-minutes',
      `select party, minute, answered, failed from availability.measurement
        where party = $1 and minute >= $2 and minute < $3 order by minute`,
      [party, from, until],
    );
  }
}
