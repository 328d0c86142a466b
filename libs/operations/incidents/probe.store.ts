import type { Queryable } from '#libs/database';
import type { ComponentName } from '../components.js';
import type { VantageView } from './probe-rules.js';

/** What one probe found. */
export interface ProbeResult {
  readonly component: ComponentName;
  readonly vantage: string;
  readonly at: Date;
  readonly works: boolean;
  /** Code of what went wrong. */
  readonly problem?: string;
  readonly milliseconds: number;
}

/** Trouble as one place sees it. */
export interface ProbeTrouble {
  readonly vantage: string;
  /** Code of what went wrong. */
  readonly problem: string;
  readonly since: Date;
  readonly lastAt: Date;
}

const NOTE = `
  insert into operations.probe_state as s
    (component, vantage, failures, successes, since, last_at, problem, milliseconds)
  values ($1, $2, case when $4 then 0 else 1 end, case when $4 then 1 else 0 end, $3, $3, $5, $6)
  on conflict (component, vantage) do update
     set failures = case when $4 then 0 else s.failures + 1 end,
         successes = case when $4 then s.successes + 1 else 0 end,
         since = case when (s.failures = 0) = $4 then s.since else $3 end,
         last_at = $3, problem = $5, milliseconds = $6`;

// One bit per minute: a year of a component is 8760 rows per place.
const MARK = `
  insert into operations.availability_hour as h (component, vantage, hour, seen, failed)
  values ($1, $2, $3, 1::bigint << $4, case when $5 then 0 else 1::bigint << $4 end)
  on conflict (component, vantage, hour) do update
     set seen = h.seen | excluded.seen, failed = h.failed | excluded.failed`;

/** What probes have seen: the row they are in now, and every minute of the past. */
export class ProbeStore {
  constructor(private readonly database: Queryable) {}

  async note(result: ProbeResult): Promise<void> {
    const { component, vantage, at, works, problem = null, milliseconds } = result;
    await this.database.query(NOTE, [component, vantage, at, works, problem, Math.round(milliseconds)]);
    const hour = new Date(at);
    hour.setUTCMinutes(0, 0, 0);
    await this.database.query(MARK, [component, vantage, hour, at.getUTCMinutes(), works]);
  }

  async views(component: ComponentName): Promise<VantageView[]> {
    return this.database.query<VantageView>(
      `select vantage, failures, successes, since, last_at as "lastAt"
         from operations.probe_state where component = $1 order by vantage`,
      [component],
    );
  }

  /** What places report that see trouble now, as codes. */
  async troubles(component: ComponentName): Promise<ProbeTrouble[]> {
    return this.database.query<ProbeTrouble>(
      `select vantage, problem, since, last_at as "lastAt" from operations.probe_state
        where component = $1 and failures > 0 and problem is not null order by vantage`,
      [component],
    );
  }
}
