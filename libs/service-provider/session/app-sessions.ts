import type { Queryable } from '#libs/database';
import { minutes, systemClock, type Clock, type FedId } from '#libs/kernel';
import type { Level } from '#libs/loa';
import { hashToken, randomToken, type FieldCipher } from '#libs/security';
import type { SignedInPerson } from './signed-in-person.js';

export interface AppSessionsOptions {
  readonly database: Queryable;
  readonly cipher: FieldCipher;
  /** Which app: sma or admin. */
  readonly provider: string;
  /** Milliseconds without use after which a session ends. */
  readonly idle: number;
  /** Milliseconds after which it ends whatever happens. */
  readonly absolute: number;
  readonly clock?: Clock;
}

/** What a session begins with; FAS may end its own earlier than we would. */
export type NewSession = Omit<SignedInPerson, 'expiresAt'> & { readonly endsAt: Date | undefined };

/** A session that was found. */
export type LiveSession = SignedInPerson & {
  /** In seconds: how long it lasts at least, when it is not used any more. */
  readonly secondsLeft: number;
};

/** Use is written down once in this time, in milliseconds. */
const GRAIN = minutes(1);

interface SessionRow {
  fed_id: string;
  level: Level;
  class_reference: string;
  authenticated_at: Date;
  session_index: string;
  name_id: string;
  details: string;
  expires_at: Date;
}

const DETAILS = 'service_provider.session.details';

const FIND = `
  with found as (
    select * from service_provider.session
     where cookie = $1 and provider = $2 and expires_at > $3 and last_used_at > $4
  ), used as (
    update service_provider.session s set last_used_at = $3 from found
     where s.cookie = found.cookie and s.last_used_at < $3::timestamptz - interval '1 minute'
  )
  select fed_id, level, class_reference, authenticated_at, session_index, name_id, details, expires_at from found`;

/** Sessions of one app. The cookie carries a random value of which only the hash is stored. */
export class AppSessions {
  private readonly clock: Clock;

  constructor(private readonly the: AppSessionsOptions) {
    this.clock = the.clock ?? systemClock;
  }

  /** Returns the value for the cookie; each sign-in gets a new one (ASVS 7.2.4). */
  async begin(person: NewSession): Promise<string> {
    const cookie = randomToken();
    const now = this.clock.now();
    const longest = now.getTime() + this.the.absolute;
    const expiresAt = new Date(Math.min(longest, person.endsAt?.getTime() ?? longest));
    const details = JSON.stringify([...person.attributes]);
    await this.the.database.prepared(
      'sp-session-begin',
      `insert into service_provider.session (cookie, provider, fed_id, level, class_reference,
         authenticated_at, session_index, name_id, details, created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)`,
      [
        hashToken(cookie),
        this.the.provider,
        person.fedId,
        person.level,
        person.classReference,
        person.authenticatedAt,
        person.sessionIndex,
        person.nameId,
        this.the.cipher.encrypt(details, DETAILS),
        now,
        expiresAt,
      ],
    );
    return cookie;
  }

  /** The live session of this cookie; finding it counts as use. */
  async find(cookie: string | undefined): Promise<LiveSession | undefined> {
    if (cookie === undefined) return undefined;
    const now = this.clock.now();
    const [row] = await this.the.database.prepared<SessionRow>('sp-session-find', FIND, [
      hashToken(cookie),
      this.the.provider,
      now,
      new Date(now.getTime() - this.the.idle),
    ]);
    if (row === undefined) return undefined;
    const left = Math.min(this.the.idle - GRAIN, row.expires_at.getTime() - now.getTime());
    return { ...this.toPerson(row), secondsLeft: Math.max(1, Math.floor(left / 1_000)) };
  }

  async end(cookie: string): Promise<void> {
    await this.endWhere('cookie = $2', hashToken(cookie));
  }

  /** Ends what belongs to a session of FAS, when FAS says that it ended; gives whose sessions those were. */
  async endBySessionIndex(sessionIndex: string): Promise<readonly FedId[]> {
    return this.endWhere('session_index = $2', sessionIndex);
  }

  /** Ends every session of a person in this app. */
  async endByPerson(fedId: FedId): Promise<void> {
    await this.endWhere('fed_id = $2', fedId);
  }

  private async endWhere(condition: string, value: string): Promise<readonly FedId[]> {
    const rows = await this.the.database.query<{ fed_id: string }>(
      `delete from service_provider.session where provider = $1 and ${condition} returning fed_id`,
      [this.the.provider, value],
    );
    return rows.map(({ fed_id: fedId }) => fedId as FedId);
  }

  private toPerson(row: SessionRow): SignedInPerson {
    const details = JSON.parse(this.the.cipher.decrypt(row.details, DETAILS)) as [string, string][];
    return {
      fedId: row.fed_id as FedId,
      level: row.level,
      classReference: row.class_reference,
      authenticatedAt: row.authenticated_at,
      sessionIndex: row.session_index,
      nameId: row.name_id,
      attributes: new Map(details),
      expiresAt: row.expires_at,
    };
  }
}
