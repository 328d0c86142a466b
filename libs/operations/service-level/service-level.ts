import type { Database } from '#libs/database';
import { intervalOf, monthsOf } from './periods.js';
import { reportRow, type ReportRow } from './report.js';
import { ServiceLevelStore } from './service-level.store.js';

/** The rows of a year: its months that have begun, and the year so far as the last. */
export async function yearReport(
  database: Database,
  { year, now, capacityPerMinute }: { year: number; now: Date; capacityPerMinute: number },
): Promise<ReportRow[]> {
  const store = new ServiceLevelStore(database);
  const rows: ReportRow[] = [];
  for (const period of [...monthsOf(year), String(year)]) {
    const whole = intervalOf(period);
    if (whole === undefined || whole.from >= now) continue;
    const interval = { from: whole.from, to: new Date(Math.min(whole.to.getTime(), now.getTime())) };
    const [measured, responses] = [await store.measured(interval), await store.responses(interval)];
    rows.push(reportRow({ period, interval, measured, responses, capacityPerMinute }));
  }
  return rows;
}
