import { errors } from 'oidc-provider';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { AnswerStore } from './answer.store.js';
import { BoundRecordAdapter } from './bound-record.adapter.js';
import type { OidcRecords } from './records.js';

/** Refresh tokens: of one that is used twice, at the same moment too, the whole family dies (RFC 9700 section 4.14.2). */
export class RefreshTokenAdapter extends BoundRecordAdapter {
  constructor(
    records: OidcRecords,
    private readonly family: AnswerStore,
    sessions: SignInSessionStore,
  ) {
    super('RefreshToken', records, family, sessions);
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
    const record = await this.records.find(this.keyOf(id));
    if (record?.payload.grantId !== undefined) await this.family.forget(record.payload.grantId);
  }
}
