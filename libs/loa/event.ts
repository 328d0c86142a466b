import { minutes } from '#libs/kernel';
import type { Level } from './level.js';
import type { KeyKind } from './words.js';

/** A key proven in this session. The level is already capped by how the key was given. */
export interface AuthenticationEvent {
  readonly key: KeyKind;
  readonly level: Level;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a request says about how recent the proof must be. */
export interface Freshness {
  readonly now: Date;
  /** ForceAuthn (SAML Core 3.4.1), prompt=login. */
  readonly force: boolean;
  /** Start of this journey: what was proven since then is fresh. */
  readonly forcedSince?: Date | undefined;
  /** max_age (OpenID Connect Core 3.1.2.1). */
  readonly maxAgeSeconds?: number | undefined;
}

// Machines' clocks differ a little; an event further ahead than this was not written by one of them.
const CLOCK_DIFFERENCE = minutes(1);

/** The moment of an event, or `undefined` when it cannot have happened. */
export function momentOf(event: AuthenticationEvent, now: Date): number | undefined {
  const moment = Date.parse(event.at);
  return Number.isNaN(moment) || moment > now.getTime() + CLOCK_DIFFERENCE ? undefined : moment;
}

/** Whether a proof is recent enough for this request. */
export function isFresh(event: AuthenticationEvent, freshness: Freshness): boolean {
  const moment = momentOf(event, freshness.now);
  if (moment === undefined) return false;
  // Without this a short max_age would send the person round in circles.
  if (freshness.forcedSince !== undefined && moment >= freshness.forcedSince.getTime()) return true;
  if (freshness.force) return false;
  const { maxAgeSeconds } = freshness;
  return maxAgeSeconds === undefined || freshness.now.getTime() - moment <= maxAgeSeconds * 1_000;
}
