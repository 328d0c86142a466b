import type { Queryable } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';

/** Days before its end at which an agency is reminded, nearest first. */
export const AUTHORISATION_REMINDERS = [7, 30, 90] as const;

export interface EndingAuthorisation {
  readonly id: string;
  readonly agency: EnterpriseNumber;
  readonly reference: string;
  /** The last day on which it holds, `2026-12-31`. */
  readonly validUntil: string;
  /** The nearest threshold that was passed, in days. */
  readonly within: number;
}

/** Legal bases that end soon, and which agencies were told. */
export class EndingAuthorisations {
  constructor(private readonly database: Queryable) {}

  within(tx: Queryable): EndingAuthorisations {
    return new EndingAuthorisations(tx);
  }

  /** Those of which a threshold was passed that was not told yet; what is over already is not among them. */
  due(today: string): Promise<EndingAuthorisation[]> {
    return this.database.query<EndingAuthorisation & { id: string }>(
      `select id, agency, reference, valid_until::text as "validUntil", passed.days as within
         from agencies.authorisation a,
              lateral (select min(days) as days from unnest($2::int[]) days
                        where a.valid_until - $1::date <= days) passed
        where a.valid_until >= $1::date and passed.days is not null
          and (a.reminded_days is null or a.reminded_days > passed.days) order by a.valid_until, a.id`,
      [today, [...AUTHORISATION_REMINDERS]],
    );
  }

  /** True the first time that this one passes this threshold. */
  async remind({ id, within }: Pick<EndingAuthorisation, 'id' | 'within'>): Promise<boolean> {
    const reminded = await this.database.query(
      `update agencies.authorisation set reminded_days = $2
        where id = $1 and (reminded_days is null or reminded_days > $2) returning id`,
      [id, within],
    );
    return reminded.length === 1;
  }
}
