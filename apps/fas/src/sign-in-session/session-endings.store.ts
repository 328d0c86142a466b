import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { OidcSessionState } from './save-oidc-state.js';
import type { Participant } from './sign-in-session.js';

/** What a session that ends leaves behind: who was told about it. */
export interface LeftSession {
  readonly uid: string;
  readonly fedId?: FedId;
  readonly participants: readonly Participant[];
  readonly oidc: OidcSessionState;
}

interface Row {
  uid: string;
  fed_id: string | null;
  participants: Participant[];
  oidc: OidcSessionState;
}

const LEFT = 'uid, fed_id, participants, oidc';

/** How a service names a session that it wants to end (SAML Core 3.7.1). */
export interface NamedBySaml {
  readonly applicationId: string;
  readonly nameId: string;
  /** Empty: every session with this name. */
  readonly sessionIndexes: readonly string[];
}

/** Something that ends sessions: an account that was blocked, or a key that was stopped. */
export interface Announced {
  readonly fedId: string;
  readonly keyId?: string | undefined;
  readonly announcedAt: Date;
}

/** The table of sign-in sessions, as far as their end is concerned. */
export class SessionEndingsStore {
  constructor(private readonly database: Queryable) {}

  /** Ends the session, unless it ended before, and gives what it leaves. From then on nobody joins it. */
  async end(uid: string): Promise<LeftSession | undefined> {
    const rows = await this.database.query<Row>(
      `update fas.sign_in_session set ended_at = coalesce(ended_at, now()) where uid = $1 returning ${LEFT}`,
      [uid],
    );
    return rows[0] && toLeft(rows[0]);
  }

  async find(uid: string): Promise<LeftSession | undefined> {
    const rows = await this.database.query<Row>(
      `select ${LEFT} from fas.sign_in_session where uid = $1 and ended_at is null`,
      [uid],
    );
    return rows[0] && toLeft(rows[0]);
  }

  /** Sessions in which the service was told this name, and one of these indexes when there are any. */
  async namedBySaml({ applicationId, nameId, sessionIndexes }: NamedBySaml): Promise<LeftSession[]> {
    const named = { applicationId, protocol: 'saml', nameId };
    const wanted =
      sessionIndexes.length === 0 ? [named] : sessionIndexes.map((index) => ({ ...named, index }));
    const rows = await this.database.query<Row>(
      `select ${LEFT} from fas.sign_in_session
        where ended_at is null and participants @> any($1::jsonb[]) limit 20`,
      [wanted.map((one) => JSON.stringify([one]))],
    );
    return rows.map(toLeft);
  }

  /**
   * Live sessions that an announcement is about: of a person, or those in which one of their keys was proven. One that
   * began after it is spared, unless person or key are still without use: then it slipped in meanwhile.
   */
  async uidsOf({ fedId, keyId, announcedAt }: Announced): Promise<string[]> {
    const rows = await this.database.query<{ uid: string }>(
      `select uid from fas.sign_in_session
        where fed_id = $1 and ended_at is null and ($2::jsonb is null or events @> $2::jsonb)
          and (created_at <= $4
               or not exists (select from people.person where fed_id = $1 and state = 'active')
               or exists (select from digital_keys.digital_key where id::text = $3 and state <> 'active'))`,
      [fedId, keyId === undefined ? null : JSON.stringify([{ keyId }]), keyId, announcedAt],
    );
    return rows.map(({ uid }) => uid);
  }

  /** One service is no part of it any more. */
  async leave(
    uid: string,
    service: { readonly applicationId: string; readonly clientId: string },
  ): Promise<void> {
    await this.database.query(
      `update fas.sign_in_session
          set participants = coalesce((select jsonb_agg(p) from jsonb_array_elements(participants) p
                                        where p->>'applicationId' <> $2), '[]'),
              oidc = oidc #- array['authorizations', $3]
        where uid = $1`,
      [uid, service.applicationId, service.clientId],
    );
  }
}

const toLeft = ({ uid, fed_id: fedId, participants, oidc }: Row): LeftSession => ({
  uid,
  ...(fedId !== null && { fedId: fedId as FedId }),
  participants,
  oidc,
});
