import type { Queryable } from '#libs/database';
import { hashToken } from '#libs/security';
import { sessionWithCookie, type SessionRow } from '../../../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';

const NOTE = `insert into fas.saml_request_seen (id, expires_at) values ($1, $2) on conflict do nothing returning id`;

const NOTE_AND_READ = `
  with noted as (${NOTE})
  select exists (select from noted) as first, to_jsonb(s) as session
    from (select) once left join lateral (${sessionWithCookie('$3', '$4')}) s on true`;

/** Remembers what was used, until it would be refused as too old anyway. */
export class SeenRequestsStore {
  constructor(
    private readonly database: Queryable,
    private readonly sessions: SignInSessionStore,
  ) {}

  /** True the first time; false when the same was noted before, by whichever server. */
  async note(request: string, forgetAt: Date): Promise<boolean> {
    const noted = await this.database.write('saml-request-seen', NOTE, [hashToken(request), forgetAt]);
    return noted.length === 1;
  }

  /** The same in one way to the database with the session of this cookie, which is asked for next. */
  async noteAndRead(request: string, forgetAt: Date, cookie: string): Promise<boolean> {
    const [row] = await this.database.write<{ first: boolean; session: SessionRow | null }>(
      'saml-request-seen-with-session',
      NOTE_AND_READ,
      [hashToken(request), forgetAt, hashToken(cookie), this.sessions.idleMinutes],
    );
    this.sessions.noteReadByCookie(cookie, row?.session ?? null);
    return row?.first === true;
  }
}
