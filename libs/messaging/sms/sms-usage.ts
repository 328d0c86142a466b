import type { Queryable } from '#libs/database';

export interface AgencyUsage {
  readonly agency: string;
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
}
