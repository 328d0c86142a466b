import type { Change } from '#libs/audit';
import { hashToken } from '#libs/security';
import type { AuthenticationRequest } from './authentication-request.js';

export interface NewJourney {
  readonly id: string;
  readonly request: AuthenticationRequest;
  readonly protocolState: unknown;
  /** Cookie of the browser; without one the first browser that opens the journey is bound to it. */
  readonly browser?: string;
  readonly now: Date;
  readonly minutes: number;
}

export const opening = (journey: NewJourney): Change => ({
  name: 'journey-open',
  sql: `
    insert into fas.journey (id, version, state, application, browser, request, protocol_state, created_at, expires_at)
    values ($1, 1, 'choosing', $2, $3, $4, $5, $6, $6::timestamptz + make_interval(mins => $7)) returning 1`,
  values: [
    journey.id,
    journey.request.applicationId,
    journey.browser === undefined ? null : hashToken(journey.browser),
    JSON.stringify(journey.request),
    JSON.stringify(journey.protocolState),
    journey.now,
    journey.minutes,
  ],
});

/** The statement with its values numbered after so many others. */
export const numberedAfter = (others: number, sql: string): string =>
  sql.replaceAll(/\$(\d+)/g, (_place, number: string) => `$${Number(number) + others}`);
