import type { Queryable } from '#libs/database';
import { minutes, systemClock, type Clock } from '#libs/kernel';
import type { App } from '#libs/http';
import type { InterfaceKind, RequestTotals, TotalsByKind } from '#libs/metrics';

export interface ResponseTimeOptions {
  readonly database: Queryable;
  readonly app: string;
  readonly clock: Clock;
  /** Since the process began. */
  readonly totals: () => Promise<Readonly<Record<InterfaceKind, RequestTotals>>>;
  /** On behalf of applications, since it was last asked. */
  readonly byApplication: () => ReadonlyMap<string, TotalsByKind>;
  readonly onError: (error: unknown) => void;
}

const EVERY = minutes(1);

const NONE: Readonly<Record<InterfaceKind, RequestTotals>> = {
  user: { requests: 0, withinNorm: 0 },
  application: { requests: 0, withinNorm: 0 },
};

// One number per minute of the hour, so that the busiest minute of all processes together can be found.
const ADD = `
  insert into operations.response_hour as h (hour, app, interface, requests, within_norm, by_minute)
  values ($1, $2, $3, $4::int, $5::int,
          array_fill(0, array[$6::int - 1]) || array[$4::int] || array_fill(0, array[60 - $6::int]))
  on conflict (hour, app, interface) do update
     set requests = h.requests + excluded.requests, within_norm = h.within_norm + excluded.within_norm,
         by_minute[$6::int] = h.by_minute[$6::int] + excluded.by_minute[$6::int]`;

const ADD_BY_APPLICATION = `
  insert into operations.application_response_day as d (day, application, interface, requests, within_norm)
  select ($1::timestamptz at time zone 'Europe/Brussels')::date, * from unnest($2::text[], $3::text[], $4::int[], $5::int[])
  on conflict (application, day, interface) do update
     set requests = d.requests + excluded.requests, within_norm = d.within_norm + excluded.within_norm`;

const KINDS = ['user', 'application'] as const;

/** Adds what this process answered to the record of response times, minute by minute. */
export class ResponseTimes {
  private before = NONE;

  constructor(private readonly options: ResponseTimeOptions) {}

  /** Until the process ends, whose last minute is not noted. */
  start(): void {
    setInterval(() => void this.note().catch(this.options.onError), EVERY).unref();
  }

  async note(): Promise<void> {
    const { database, app, clock, totals } = this.options;
    const now = await totals();
    const before = this.before;
    this.before = now;
    const hour = clock.now();
    const minute = hour.getUTCMinutes() + 1;
    hour.setUTCMinutes(0, 0, 0);
    await this.noteApplications();
    for (const kind of KINDS) {
      const requests = now[kind].requests - before[kind].requests;
      if (requests <= 0) continue;
      const within = now[kind].withinNorm - before[kind].withinNorm;
      await database.query(ADD, [hour, app, kind, requests, within, minute]);
    }
  }

  private async noteApplications(): Promise<void> {
    const { database, clock, byApplication } = this.options;
    const rows = [...byApplication()].flatMap(([application, totals]) =>
      KINDS.filter((kind) => totals[kind].requests > 0).map((kind) => ({
        application,
        kind,
        ...totals[kind],
      })),
    );
    if (rows.length === 0) return;
    await database.query(ADD_BY_APPLICATION, [
      clock.now(),
      rows.map(({ application }) => application),
      rows.map(({ kind }) => kind),
      rows.map(({ requests }) => requests),
      rows.map(({ withinNorm }) => withinNorm),
    ]);
  }
}

/** The same for an app as it runs. */
export function recordResponseTimes({ metrics, logger }: App, name: string, database: Queryable): void {
  new ResponseTimes({
    database,
    app: name,
    clock: systemClock,
    totals: () => metrics.requestTotals(),
    byApplication: () => metrics.takeApplicationTotals(),
    onError: (error) => logger.warn({ err: error }, 'response times could not be noted'),
  }).start();
}
