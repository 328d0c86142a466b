import type { RecordedChange } from '#libs/audit';
import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';
import { ReadOnce } from './read-once.js';
import { saveOidcState, type OidcSessionState, type SavedOidcSession } from './save-oidc-state.js';
import {
  findSession,
  sessionWithCookie,
  toSession,
  type AnySession,
  type SessionRow,
} from './session-row.js';
import { sessionToBegin, type BegunSession, type SessionToBegin } from './session-to-begin.js';
import { isNoted, type Participant, type ProvenKey } from './sign-in-session.js';

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

/**
 * The table of sign-in sessions. A proof by a key that is no longer active is left out when a session is read,
 * so that revoking a key takes effect on every server at once.
 */
export class SignInSessionStore {
  private readonly known = new ReadOnce<AnySession>();

  /** Without a record, which belongs to whoever calls. */
  private readonly alone: RecordedChange = async ({ name, sql, values }) =>
    (await this.database.prepared(name, sql, values)).length > 0;

  constructor(
    private readonly database: Queryable,
    private readonly limits: SessionLimits,
  ) {}

  /** Minutes without use after which a session is over. */
  get idleMinutes(): number {
    return this.limits.idleMinutes;
  }

  findByCookie(cookie: string): Promise<AnySession | undefined> {
    return this.known.get(`cookie ${cookie}`, async () => {
      const rows = await this.database.read<SessionRow>('session-by-cookie', sessionWithCookie('$1', '$2'), [
        hashToken(cookie),
        this.limits.idleMinutes,
      ]);
      const session = rows[0] && toSession(rows[0]);
      if (session) this.known.note(`uid ${session.uid}`, session);
      return session;
    });
  }

  findByUid(uid: string): Promise<AnySession | undefined> {
    return this.known.get(`uid ${uid}`, async () => {
      const rows = await this.database.read<SessionRow>('session-by-uid', findSession('s.uid = $1', '$2'), [
        uid,
        this.limits.idleMinutes,
      ]);
      return rows[0] && toSession(rows[0]);
    });
  }

  /** Takes up what was read along with something else, for the rest of this request. */
  noteRead(uid: string, row: SessionRow | null): void {
    this.known.note(`uid ${uid}`, row === null ? undefined : toSession(row));
  }

  /** The same for the session that a cookie belongs to. */
  noteReadByCookie(cookie: string, row: SessionRow | null): void {
    this.known.note(`cookie ${cookie}`, row === null ? undefined : toSession(row));
    if (row !== null) this.noteRead(row.uid, row);
  }

  /** Begins a session with its first proof, together with the record of it; returns it with the value for the cookie. */
  async begin(fedId: FedId, event: ProvenKey, recorded = this.alone): Promise<BegunSession> {
    const session = this.toBegin(fedId, event);
    await session.begin(recorded);
    return session;
  }

  /** A session that begins with this proof, once one of its statements is carried out. */
  toBegin(fedId: FedId, event: ProvenKey): SessionToBegin {
    return sessionToBegin(fedId, event, {
      absoluteHours: this.limits.absoluteHours,
      begun: () => this.known.forget(),
    });
  }

  /**
   * Adds a proof, together with the record of it. The cookie takes a new value (session fixation), and the most recent
   * proofs are kept. Undefined when the session has ended meanwhile.
   */
  async addProof(uid: string, event: ProvenKey, recorded = this.alone): Promise<BegunSession | undefined> {
    const cookie = randomToken();
    const added = await recorded({
      name: 'session-add-proof',
      sql: `update fas.sign_in_session
               set cookie = $2, last_used_at = now(),
                   events = (select jsonb_agg(e order by e->>'at' desc) from (
                               select e from jsonb_array_elements(events || $3::jsonb) e
                                order by e->>'at' desc limit 10) recent)
             where uid = $1 and ended_at is null returning 1`,
      values: [uid, hashToken(cookie), JSON.stringify([event])],
    });
    this.known.forget();
    return added ? { uid, cookie } : undefined;
  }

  /**
   * Notes that a relying party got an answer, and that the session served. What this request read of the session
   * may say that it is noted already.
   */
  async addParticipant(uid: string, participant: Participant): Promise<void> {
    const read = await this.known.already(`uid ${uid}`);
    if (read !== undefined && isNoted(read, participant)) return;
    await this.write(
      'session-add-participant',
      `update fas.sign_in_session
          set last_used_at = now(),
              participants = coalesce((select jsonb_agg(p) from jsonb_array_elements(participants) p
                                where not (p->>'applicationId' = $2 and p->>'protocol' = $3)), '[]') || $4::jsonb
        where uid = $1`,
      [uid, participant.applicationId, participant.protocol, JSON.stringify([participant])],
    );
  }

  /**
   * Keeps what the OpenID provider wants to keep. Several requests of one browser may be under way: each adds what it
   * knows of its client. The cookie changes only for a request that came with the one that counts now; true when
   * the given cookie is that of the session afterwards. An ended session stays ended.
   */
  saveOidc(session: SavedOidcSession, oidc: OidcSessionState): Promise<boolean> {
    return saveOidcState((name, sql, params) => this.write(name, sql, params), session, oidc);
  }

  /** Lets clients know the session by a name, in one statement with what makes it known to them. */
  lettingKnow(uid: string, clients: OidcSessionState): RecordedChange {
    return async ({ name, along, sql, values }) => {
      const at = values.length;
      const known = `known as (
        update fas.sign_in_session
           set last_used_at = now(),
               oidc = oidc || jsonb_build_object('authorizations',
                                                 coalesce(oidc->'authorizations', '{}') || $${at + 2}::jsonb)
         where uid = $${at + 1} and ended_at is null)`;
      const statement = `with ${along === undefined ? '' : `${along}, `}${known} ${sql}`;
      const rows = await this.write(`${name}-known`, statement, [...values, uid, JSON.stringify(clients)]);
      return rows.length > 0;
    };
  }

  async end(uid: string): Promise<void> {
    await this.write('session-end', 'update fas.sign_in_session set ended_at = now() where uid = $1', [uid]);
  }

  async endByCookie(cookie: string): Promise<void> {
    await this.write(
      'session-end-by-cookie',
      'update fas.sign_in_session set ended_at = now() where cookie = $1',
      [hashToken(cookie)],
    );
  }

  /** Ends all sessions of a person; returns how many there were. */
  async endAllOf(fedId: FedId): Promise<number> {
    const ended = await this.write(
      'session-end-all',
      'update fas.sign_in_session set ended_at = now() where fed_id = $1 and ended_at is null returning uid',
      [fedId],
    );
    return ended.length;
  }

  private async write<R>(name: string, sql: string, params: readonly unknown[]): Promise<R[]> {
    const rows = await this.database.write<R>(name, sql, params);
    this.known.forget();
    return rows;
  }
}
