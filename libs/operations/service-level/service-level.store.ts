import type { Queryable } from '#libs/database';
import type { InterfaceKind } from '#libs/metrics';
import type { ComponentName } from '../components.js';
import type { Interval, ProbedHour } from './availability.js';
import type { ReportRow } from './report.js';

interface HourRow {
  component: ComponentName;
  hour: Date;
  vantage: string;
  seen: string;
  failed: string;
}

interface ResponseRow {
  interface: InterfaceKind;
  requests: string;
  within_norm: string;
  peak: number;
}

interface IntervalRow {
  component: ComponentName;
  from: Date;
  to: Date;
}

type ByComponent<T> = ReadonlyMap<ComponentName, readonly T[]>;

/** What is known of a stretch of time, by component. */
export interface Measured {
  readonly probed: ByComponent<ProbedHour>;
  readonly outages: ByComponent<Interval>;
  readonly agreed: ByComponent<Interval>;
}

/** Reads what availability is computed from. */
export class ServiceLevelStore {
  constructor(private readonly database: Queryable) {}

  /** How fast all apps together answered. */
  async responses({ from, to }: Interval): Promise<ReportRow['responses']> {
    const rows = await this.database.query<ResponseRow>(
      `with hours as (select * from operations.response_hour where hour >= $1 and hour < $2),
            peaks as (select interface, max(total)::int as peak
                        from (select h.interface, h.hour, m.minute, sum(m.requests) as total
                                from hours h, unnest(h.by_minute) with ordinality m (requests, minute)
                               group by 1, 2, 3) minutes
                       group by interface)
       select h.interface, sum(h.requests)::bigint as requests, sum(h.within_norm)::bigint as within_norm, p.peak
         from hours h join peaks p on p.interface = h.interface group by h.interface, p.peak`,
      [from, to],
    );
    const of = (kind: InterfaceKind) => {
      const row = rows.find((candidate) => candidate.interface === kind);
      if (row === undefined) return { requests: 0, withinNorm: 0, peak: 0 };
      return { requests: Number(row.requests), withinNorm: Number(row.within_norm), peak: row.peak };
    };
    return { user: of('user'), application: of('application') };
  }

  async measured({ from, to }: Interval): Promise<Measured> {
    const hoursRead = await this.database.query<HourRow>(
      `select component, hour, vantage, seen, failed from operations.availability_hour
        where hour >= $1::timestamptz - interval '1 hour' and hour < $2`,
      [from, to],
    );
    const outages = await this.database.query<IntervalRow>(
      `select component, started_at as "from", coalesce(ended_at, now()) as "to" from operations.incident
        where impact = 'outage' and started_at < $2 and (ended_at is null or ended_at > $1)`,
      [from, to],
    );
    const agreed = await this.database.query<IntervalRow>(
      `select unnest(components) as component, starts_at as "from", ends_at as "to"
         from operations.planned_window where state = 'announced' and starts_at < $2 and ends_at > $1`,
      [from, to],
    );
    const probed = hoursRead.map(({ seen, failed, ...row }) => ({
      ...row,
      seen: BigInt(seen),
      failed: BigInt(failed),
    }));
    return { probed: grouped(probed), outages: grouped(outages), agreed: grouped(agreed) };
  }
}

function grouped<T extends { readonly component: ComponentName }>(rows: readonly T[]): ByComponent<T> {
  const found = new Map<ComponentName, T[]>();
  for (const row of rows) {
    const known = found.get(row.component);
    if (known === undefined) found.set(row.component, [row]);
    else known.push(row);
  }
  return found;
}
