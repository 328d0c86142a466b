import type { Database } from '#libs/database';
import { minutes, type Clock } from '#libs/kernel';
import { yearReport, type ReportRow } from '#libs/operations';

export interface YearShare {
  readonly year: number;
  /** From 0 to 1; absent when nothing is known. */
  readonly share?: number | undefined;
}

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

  /** Availability of this year and the two before, as the service sheet shows it. */
  async years(year: number): Promise<YearShare[]> {
    const years = [year, year - 1, year - 2];
    const reports = await Promise.all(years.map((each) => this.report(each)));
    return years.map((each, at) => ({ year: each, share: reports[at]?.at(-1)?.share }));
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
