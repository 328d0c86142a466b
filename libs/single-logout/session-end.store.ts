import type { Queryable } from '#libs/database';
import type { LogoutCause } from './logout.js';

/** Sessions that must end, or have ended, without FAS having done it. */
export interface SessionEnd {
  readonly cause: LogoutCause;
  readonly announcedAt: Date;
  readonly fedId?: string;
  readonly sessionUid?: string;
  /** Only sessions in which this digital key was proven. */
  readonly keyId?: string;
}

interface Row {
  cause: LogoutCause;
  announced_at: Date;
  fed_id: string | null;
  session_uid: string | null;
  key_id: string | null;
}

/** Announcements that triggers leave, see `session-end-triggers.ts`. */
export class SessionEndStore {
  constructor(private readonly database: Queryable) {}

  /**
   * Takes some out, oldest first; in the caller's transaction, so that a failure puts them back. Another server that
   * wants the same waits, and finds them gone.
   */
  async take(most: number): Promise<SessionEnd[]> {
    const rows = await this.database.query<Row>(
      `delete from single_logout.session_end where id in (
         select id from single_logout.session_end order by id limit $1)
       returning cause, announced_at, fed_id, session_uid, key_id`,
      [most],
    );
    return rows.map(
      ({ cause, announced_at: announcedAt, fed_id: fedId, session_uid: sessionUid, key_id: keyId }) => ({
        cause,
        announcedAt,
        ...(fedId !== null && { fedId }),
        ...(sessionUid !== null && { sessionUid }),
        ...(keyId !== null && { keyId }),
      }),
    );
  }
}
