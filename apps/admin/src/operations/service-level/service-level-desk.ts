import type { Database } from '#libs/database';
import { minutes, type Clock } from '#libs/kernel';
import { yearReport, type ReportRow } from '#libs/operations';

const KEPT = minutes(5);

/** The report of a year, made anew every five minutes at most: it reads every probed hour. */
export class ServiceLevelDesk {
  private readonly kept = new Map<number, { readonly until: number; readonly rows: Promise<ReportRow[]> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly capacityPerMinute: number,
  ) {}

  get thisYear(): number {
    return this.clock.now().getUTCFullYear();
  }

  report(year: number): Promise<ReportRow[]> {
    const now = this.clock.now();
    const known = this.kept.get(year);
    if (known !== undefined && known.until > now.getTime()) return known.rows;
    const { database, capacityPerMinute } = this;
    const rows = yearReport(database, { year, now, capacityPerMinute });
    this.kept.set(year, { until: now.getTime() + KEPT, rows });
    rows.catch(() => this.kept.delete(year));
    return rows;
  }
}
