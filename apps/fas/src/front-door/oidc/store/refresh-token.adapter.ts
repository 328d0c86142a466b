import { errors } from 'oidc-provider';
import type { Queryable } from '#libs/database';
import { hashToken } from '#libs/security';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { AnswerStore } from './answer.store.js';
import { BoundRecordAdapter } from './bound-record.adapter.js';

/** Refresh tokens: of one that is used twice, at the same moment too, the whole family dies (RFC 9700 section 4.14.2). */
export class RefreshTokenAdapter extends BoundRecordAdapter {
  constructor(
    database: Queryable,
    private readonly family: AnswerStore,
    sessions: SignInSessionStore,
  ) {
    super('RefreshToken', database, family, sessions);
  }

  override async consume(id: string): Promise<void> {
    try {
      await super.consume(id);
    } catch (error) {
      if (error instanceof errors.InvalidGrant) await this.endFamily(id);
      throw error;
    }
  }

  /** Whatever the winner of the race is about to receive hangs on the same answer, and is worth nothing without it. */
  private async endFamily(id: string): Promise<void> {
    const [row] = await this.database.query<{ grant_id: string | null }>(
      'select grant_id from fas.oidc_record where model = $1 and id = $2',
      [this.model, hashToken(id)],
    );
    if (row?.grant_id) await this.family.forget(row.grant_id);
  }
}
