import { SOURCE_NAMES, type ComponentName } from '../components.js';
import type { InterfaceKind } from '#libs/metrics';
import {
  availabilityOf,
  ceilingOf,
  jointAvailabilityOf,
  shareOf,
  type Availability,
  type Interval,
} from './availability.js';
import type { Period } from './periods.js';
import type { Measured } from './service-level.store.js';

/** What the service sheet promises. */
export const OBJECTIVE = {
  availability: 0.999,
  withinNorm: 0.95,
  norm: { user: 2, application: 0.1 },
} as const;

/** Signing in is what the service is: it is down when either protocol is. */
const SERVICE: readonly ComponentName[] = ['sign-in-oidc', 'sign-in-saml'];

export interface ResponseTotals {
  readonly requests: number;
  readonly withinNorm: number;
  /** Requests in the busiest minute. */
  readonly peak: number;
}

export interface ReportRow {
  readonly period: Period;
  readonly availability: Availability;
  /** From 0 to 1; absent when nothing is known. */
  readonly share?: number;
  /** The best that the parties let us reach. */
  readonly ceiling?: number;
  readonly responses: Readonly<Record<InterfaceKind, ResponseTotals>>;
  /** Busiest minute against what the installation can take. */
  readonly load?: number;
}

export interface ReportInput extends Pick<ReportRow, 'period' | 'responses'> {
  readonly interval: Interval;
  readonly measured: Measured;
  readonly capacityPerMinute: number;
}

/** One row of the table of the service sheet. */
export function reportRow({
  period,
  interval,
  measured,
  responses,
  capacityPerMinute,
}: ReportInput): ReportRow {
  const of = (component: ComponentName) => ({
    probed: measured.probed.get(component) ?? [],
    outages: measured.outages.get(component) ?? [],
    agreed: measured.agreed.get(component) ?? [],
  });
  const availability = jointAvailabilityOf(interval, SERVICE.map(of));
  const peak = responses.user.peak + responses.application.peak;
  return {
    period,
    availability,
    share: shareOf(availability),
    ceiling: ceilingOf(SOURCE_NAMES.map((party) => shareOf(availabilityOf({ ...interval, ...of(party) })))),
    responses,
    ...(peak > 0 && { load: peak / capacityPerMinute }),
  };
}

export const withinNorm = ({ requests, withinNorm: within }: ResponseTotals): number | undefined =>
  requests === 0 ? undefined : within / requests;

const figure = (share: number | undefined): string => (share === undefined ? '' : (share * 100).toFixed(3));

/** The table for spreadsheets (RFC 4180); shares in percent, with a point. */
export function reportCsv(rows: readonly ReportRow[]): string {
  const head =
    'period,objective_percent,availability_percent,ceiling_percent,minutes_counted,minutes_down,minutes_agreed,' +
    'minutes_unknown,user_requests,user_within_2s_percent,application_requests,application_within_100ms_percent,' +
    'peak_percent_of_capacity';
  const lines = rows.map(({ period, availability: a, share, ceiling, responses: r, load }) =>
    [
      period,
      figure(OBJECTIVE.availability),
      figure(share),
      figure(ceiling),
      a.counted,
      a.down,
      a.agreed,
      a.unknown,
      r.user.requests,
      figure(withinNorm(r.user)),
      r.application.requests,
      figure(withinNorm(r.application)),
      figure(load),
    ].join(','),
  );
  return [head, ...lines, ''].join('\r\n');
}
