import type { AdapterPayload } from 'oidc-provider';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { AnswerStore } from './answer.store.js';
import { payloadOf, RecordAdapter } from './record.adapter.js';
import type { OidcRecords } from './records.js';

/**
 * Codes and access tokens. Whoever presents one makes the OpenID provider ask for the answer and the session that it
 * hangs on as well, so all three are read together.
 */
export class BoundRecordAdapter extends RecordAdapter {
  constructor(
    model: string,
    records: OidcRecords,
    private readonly answers: AnswerStore,
    private readonly sessions: SignInSessionStore,
  ) {
    super(model, records);
  }

  /** A code leaves together with the answer that it stands for. */
  override async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const along = this.answers.takeHeld(payload.grantId);
    await this.records.keep(this.recordOf(id, payload, expiresIn), along);
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const record = await this.records.findBound(this.keyOf(id), this.sessions.idleMinutes);
    if (record === undefined) return undefined;
    const payload = payloadOf(record, id);
    const { grantId, sessionUid } = payload;
    if (grantId !== undefined) this.answers.noteRead(grantId, record.answer);
    if (sessionUid !== undefined) this.sessions.noteRead(sessionUid, record.session);
    return payload;
  }
}
