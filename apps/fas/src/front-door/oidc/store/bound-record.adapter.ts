import type { AdapterPayload } from 'oidc-provider';
import type { Queryable } from '#libs/database';
import { hashToken } from '#libs/security';
import { sessionOf, type SessionRow } from '../../../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import { answerOf, type AnswerRow, type AnswerStore } from './answer.store.js';
import { insertRecord, payloadOf, RecordAdapter, type RecordRow } from './record.adapter.js';

interface BoundRow extends RecordRow {
  readonly answer: AnswerRow | null;
  readonly session: SessionRow | null;
}

const FIND = `
  select r.payload, r.consumed_at, to_jsonb(a) as answer, to_jsonb(s) as session
    from fas.oidc_record r
    left join lateral (${answerOf('r.grant_id')}) a on true
    left join lateral (${sessionOf("(r.payload->>'sessionUid')", '$3')}) s on true
   where r.model = $1 and r.id = $2`;

/**
 * Codes and access tokens. Whoever presents one makes the OpenID provider ask for the answer and the session that it
 * hangs on as well, so all three are read in one round trip.
 */
export class BoundRecordAdapter extends RecordAdapter {
  constructor(
    model: string,
    database: Queryable,
    private readonly answers: AnswerStore,
    private readonly sessions: SignInSessionStore,
  ) {
    super(model, database);
  }

  /** A code leaves together with the answer that it stands for: one statement keeps both. */
  override async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const held = this.answers.takeHeld(payload.grantId);
    if (held === undefined) return super.upsert(id, payload, expiresIn);
    const record = this.rowOf(id, payload, expiresIn);
    await this.database.prepared(
      'oidc-bound-record-keep',
      `with answer as (${held.sql}) ${insertRecord(held.values.length + 1)}`,
      [...held.values, ...record],
    );
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.database.prepared<BoundRow>('oidc-bound-record-find', FIND, [
      this.model,
      hashToken(id),
      this.sessions.idleMinutes,
    ]);
    if (row === undefined) return undefined;
    const payload = payloadOf(row, id);
    const { grantId, sessionUid } = payload;
    if (grantId !== undefined) this.answers.noteRead(grantId, row.answer);
    if (sessionUid !== undefined) this.sessions.noteRead(sessionUid, row.session);
    return payload;
  }
}
