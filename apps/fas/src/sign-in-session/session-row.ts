import type { FedId } from '#libs/kernel';
import type { OidcSessionState } from './save-oidc-state.js';
import type { Participant, ProvenKey, SignInSession } from './sign-in-session.js';

export interface StoredSession extends SignInSession {
  /** What the OpenID provider keeps with a session; only its adapter reads it. */
  readonly oidc: OidcSessionState;
  /** Known of a session that was read from the table. */
  readonly lastUsedAt?: Date;
  readonly expiresAt: Date;
}

/** Dates come as text when the row is read as JSON. */
export interface SessionRow {
  uid: string;
  fed_id: string | null;
  events: ProvenKey[];
  participants: Participant[];
  oidc: OidcSessionState;
  created_at: Date | string;
  last_used_at: Date | string;
  expires_at: Date | string;
  active_keys: string[] | null;
}

/** A session without a person exists only for the OpenID provider, and is not single sign-on. */
export type AnySession = Omit<StoredSession, 'fedId'> & { readonly fedId?: FedId };

/** Reads a live session. */
export const findSession = (where: string, idleMinutes: string) => `
  select s.uid, s.fed_id, s.events, s.participants, s.oidc, s.created_at, s.last_used_at, s.expires_at,
         (select array_agg(k.id::text) from digital_keys.digital_key k
           where k.fed_id = s.fed_id and k.state = 'active') as active_keys
    from fas.sign_in_session s
    left join people.person p on p.fed_id = s.fed_id
   where s.ended_at is null and s.expires_at > now()
     and s.last_used_at > now() - make_interval(mins => ${idleMinutes})
     and (s.fed_id is null or p.state = 'active') and ${where}`;

/** Reads a live session by the hash of its cookie. */
export const sessionWithCookie = (hash: string, idleMinutes: string) =>
  findSession(`s.cookie = ${hash}`, idleMinutes);

/** Reads a live session by its `uid`, as part of a larger statement. */
export const sessionOf = (uid: string, idleMinutes: string) => findSession(`s.uid = ${uid}`, idleMinutes);

export function toSession(row: SessionRow): AnySession {
  const active = new Set(row.active_keys ?? []);
  return {
    uid: row.uid,
    ...(row.fed_id !== null && { fedId: row.fed_id as FedId }),
    events: row.events.filter(({ keyId }) => active.has(keyId)),
    participants: row.participants,
    oidc: row.oidc,
    createdAt: new Date(row.created_at),
    lastUsedAt: new Date(row.last_used_at),
    expiresAt: new Date(row.expires_at),
  };
}
