import type { Queryable } from '#libs/database';
import type { ResponsesOfDay, UsageCount } from './usage.js';

/** Reads what was counted of applications. */
export class UsageStore {
  constructor(private readonly database: Queryable) {}

  /** Of a month (YYYY-MM), by day of the month. */
  async ofMonth(application: string, month: string): Promise<UsageCount[]> {
    return this.database.query<UsageCount>(
      `select to_char(day, 'DD') as at, what, key, level, reason, count from operations.usage_day
        where application = $1 and day >= ($2 || '-01')::date and day < ($2 || '-01')::date + interval '1 month'
        order by day, what, key, level, reason`,
      [application, month],
    );
  }

  /** Of a day (YYYY-MM-DD, Belgian time), by hour; of the last two months. */
  async ofDay(application: string, day: string): Promise<UsageCount[]> {
    return this.database.query<UsageCount>(
      `select to_char(hour at time zone 'Europe/Brussels', 'HH24') as at, what, key, level, reason,
              sum(count)::int as count
         from operations.usage_hour
        where application = $1 and hour >= ($2::date)::timestamp at time zone 'Europe/Brussels'
          and hour < ($2::date + 1)::timestamp at time zone 'Europe/Brussels'
        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
      [application, day],
    );
  }

  /** Sign-ins of a month (YYYY-MM) by application, with or without a page. */
  async signInsOf(month: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.query<{ application: string; count: number }>(
      `select application, sum(count)::int as count from operations.usage_day
        where day >= ($1 || '-01')::date and day < ($1 || '-01')::date + interval '1 month'
          and what in ('signed-in', 'went-on')
        group by application`,
      [month],
    );
    return new Map(rows.map(({ application, count }) => [application, count]));
  }

  /** How fast FAS answered on behalf of an application in a month (YYYY-MM), by day. */
  async responsesOf(application: string, month: string): Promise<ResponsesOfDay[]> {
    return this.database.query<ResponsesOfDay>(
      `select to_char(day, 'DD') as at, interface as kind, requests::int, within_norm::int as "withinNorm"
         from operations.application_response_day
        where application = $1 and day >= ($2 || '-01')::date and day < ($2 || '-01')::date + interval '1 month'
        order by day, interface`,
      [application, month],
    );
  }

  /** Until when the record was counted; undefined before the first time. */
  async countedUntil(): Promise<Date | undefined> {
    const [row] = await this.database.query<{ counted_until: Date }>(
      'select counted_until from operations.usage_progress',
    );
    return row?.counted_until;
  }
}
