import type { Queryable } from '#libs/database';
import type { Logout, LogoutCause, LogoutStarter, LogoutState } from './logout.js';

interface Row {
  id: string;
  session_uid: string;
  fed_id: string | null;
  cause: LogoutCause;
  state: LogoutState;
  starter: LogoutStarter;
  proven: boolean;
  created_at: Date;
}

const COLUMNS = 'id, session_uid, fed_id, cause, state, starter, proven, created_at';

/** How long a logout is kept, so that its page and late answers find it. */
const KEPT = `interval '1 hour'`;

/** The table of logouts; within a transaction when made of one. */
export class LogoutStore {
  constructor(private readonly database: Queryable) {}

  /** Keeps a question to the person. */
  async ask(logout: Omit<Logout, 'state' | 'createdAt'>): Promise<void> {
    await this.insert(logout, 'asking');
  }

  /**
   * Notes that the session ends now: a new logout, or the one that was asked about. False when the session has ended
   * already, by whomever.
   */
  async begin(logout: Omit<Logout, 'state' | 'createdAt'>): Promise<boolean> {
    // Waits for another one that is ending the same session.
    await this.database.query(`select pg_advisory_xact_lock(hashtextextended($1, 420))`, [logout.sessionUid]);
    const others = await this.database.query(
      `select 1 from single_logout.logout where session_uid = $1 and state <> 'asking'`,
      [logout.sessionUid],
    );
    if (others.length > 0) return false;
    await this.insert(logout, 'under-way');
    return true;
  }

  async find(id: string): Promise<Logout | undefined> {
    const rows = await this.database.query<Row>(`select ${COLUMNS} from single_logout.logout where id = $1`, [
      id,
    ]);
    return rows[0] && toLogout(rows[0]);
  }

  /** Questions that a person left without an answer, of services that proved that they may ask. */
  async abandoned(afterSeconds: number): Promise<Logout[]> {
    const rows = await this.database.query<Row>(
      `select ${COLUMNS} from single_logout.logout
        where state = 'asking' and proven and created_at < now() - make_interval(secs => $1) limit 50`,
      [afterSeconds],
    );
    return rows.map(toLogout);
  }

  /** True for the one who finishes it. */
  async finish(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `update single_logout.logout set state = 'done' where id = $1 and state = 'under-way' returning 1`,
      [id],
    );
    return rows.length === 1;
  }

  async forget(id: string): Promise<void> {
    await this.database.query(`delete from single_logout.logout where id = $1 and state = 'asking'`, [id]);
  }

  private async insert(logout: Omit<Logout, 'state' | 'createdAt'>, state: LogoutState): Promise<void> {
    await this.database.query(
      `insert into single_logout.logout (id, session_uid, fed_id, cause, state, starter, proven, performed_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, case when $5 = 'asking' then null else now() end, now() + ${KEPT})
       on conflict (id) do update set state = excluded.state, performed_at = excluded.performed_at,
         expires_at = excluded.expires_at`,
      [
        logout.id,
        logout.sessionUid,
        logout.fedId ?? null,
        logout.cause,
        state,
        JSON.stringify(logout.starter),
        logout.proven,
      ],
    );
  }
}

function toLogout(row: Row): Logout {
  return {
    id: row.id,
    sessionUid: row.session_uid,
    ...(row.fed_id !== null && { fedId: row.fed_id }),
    cause: row.cause,
    state: row.state,
    starter: row.starter,
    proven: row.proven,
    createdAt: row.created_at,
  };
}
