import type { Queryable } from '#libs/database';
import { minutes, systemClock, type Clock } from '#libs/kernel';
import type { App } from '#libs/http';
import type { InterfaceKind, RequestTotals } from '#libs/metrics';

export interface ResponseTimeOptions {
  readonly database: Queryable;
  readonly app: string;
  readonly clock: Clock;
  /** Since the process began. */
  readonly totals: () => Promise<Readonly<Record<InterfaceKind, RequestTotals>>>;
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
    for (const kind of ['user', 'application'] as const) {
      const requests = now[kind].requests - before[kind].requests;
      if (requests <= 0) continue;
      const within = now[kind].withinNorm - before[kind].withinNorm;
      await database.query(ADD, [hour, app, kind, requests, within, minute]);
    }
  }
}

/** The same for an app as it runs. */
export function recordResponseTimes({ metrics, logger }: App, name: string, database: Queryable): void {
  new ResponseTimes({
    database,
    app: name,
    clock: systemClock,
    totals: () => metrics.requestTotals(),
    onError: (error) => logger.warn({ err: error }, 'response times could not be noted'),
  }).start();
}
