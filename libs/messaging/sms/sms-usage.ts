import type { Queryable } from '#libs/database';

export interface AgencyUsage {
  readonly agency: string;
  readonly messages: number;
  readonly segments: number;
}

/** An application and who pays for it. */
export interface PayingApplication {
  readonly agency: string;
  readonly application: string;
}

/** What an application sent in a day. */
export interface DayUsage {
  /** Day of the month, two digits. */
  readonly at: string;
  readonly messages: number;
  readonly segments: number;
}

/** What agencies are charged for: messages whose delivery the centre confirmed. */
export class SmsUsage {
  constructor(private readonly database: Queryable) {}

  /** In a month (YYYY-MM, Belgian time). */
  async of(period: string): Promise<AgencyUsage[]> {
    return this.database.query<AgencyUsage>(
      `select agency, count(*)::int as messages, sum(charged_segments)::int as segments
         from messaging.sms where cost_period = $1 group by agency order by agency`,
      [period],
    );
  }

  /** Of one application, by day. */
  async ofApplication(period: string, { agency, application }: PayingApplication): Promise<DayUsage[]> {
    return this.database.query<DayUsage>(
      `select to_char(concluded_at at time zone 'Europe/Brussels', 'DD') as at,
              count(*)::int as messages, sum(charged_segments)::int as segments
         from messaging.sms where cost_period = $1 and agency = $2 and application::text = $3
        group by 1 order by 1`,
      [period, agency, application],
    );
  }
}
