import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';

/** A session of single sign-on at FAS, as far as its owner should see it. */
export interface SignInSession {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  /** Keys that were proven, the most recent first. */
  readonly keys: readonly KeyKind[];
  /** When which key was proven, the most recent first. */
  readonly proofs: readonly { readonly keyId: string; readonly at: Date }[];
  /** Services that were told of it. */
  readonly participants: readonly { readonly applicationId: string; readonly index: string }[];
}

interface SessionRow {
  uid: string;
  created_at: Date;
  last_used_at: Date;
  events: { key: KeyKind; keyId: string; at: string }[];
  participants: { applicationId: string; index: string }[];
}

/** Sees and ends the sessions of FAS; nothing else in them can be changed from here. */
export class SignInSessionsStore {
  constructor(
    private readonly database: Queryable,
    /** Milliseconds without use after which a session is over. */
    private readonly idle: number,
  ) {}

  /** Live sessions, most recently used first. */
  async ofPerson(fedId: FedId): Promise<SignInSession[]> {
    const rows = await this.database.query<SessionRow>(
      `select uid, created_at, last_used_at, events, participants
         from fas.sign_in_session
        where fed_id = $1 and ended_at is null and expires_at > now()
          and last_used_at > now() - make_interval(secs => $2)
        order by last_used_at desc`,
      [fedId, this.idle / 1000],
    );
    return rows.map((row) => {
      const events = row.events.toSorted((a, b) => (a.at < b.at ? 1 : -1));
      return {
        id: row.uid,
        startedAt: row.created_at,
        lastUsedAt: row.last_used_at,
        keys: [...new Set(events.map(({ key }) => key))],
        proofs: events.map(({ keyId, at }) => ({ keyId, at: new Date(at) })),
        participants: row.participants.map(({ applicationId, index }) => ({ applicationId, index })),
      };
    });
  }

  /** Ends one session, when it is this person's; returns what its services know it by. */
  async end(fedId: FedId, id: string): Promise<readonly string[] | undefined> {
    const [row] = await this.database.query<Pick<SessionRow, 'participants'>>(
      `update fas.sign_in_session set ended_at = now()
        where uid = $1 and fed_id = $2 and ended_at is null returning participants`,
      [id, fedId],
    );
    return row?.participants.map(({ index }) => index);
  }

  /** Ends all of them; returns how many there were. */
  async endAll(fedId: FedId): Promise<number> {
    const rows = await this.database.query(
      'update fas.sign_in_session set ended_at = now() where fed_id = $1 and ended_at is null returning uid',
      [fedId],
    );
    return rows.length;
  }

  /**
   * Ends those in which one of these keys was proven; returns what their services know them by. FAS hears of the end of
   * a key by itself and may have been faster, so those that it ended are named as well.
   */
  async endOfKeys(fedId: FedId, keyIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<Pick<SessionRow, 'participants'>>(
      `with touched as (
         select uid, participants from fas.sign_in_session
          where fed_id = $1
            and exists (select from jsonb_array_elements(events) e where e->>'keyId' = any($2))
       ), ended as (
         update fas.sign_in_session s set ended_at = now() from touched
          where s.uid = touched.uid and s.ended_at is null
       )
       select participants from touched`,
      [fedId, keyIds],
    );
    return rows.flatMap(({ participants }) => participants.map(({ index }) => index));
  }
}
