import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { Queryable } from '#libs/database';
import { hashToken } from '#libs/security';

export interface RecordRow {
  payload: AdapterPayload;
  consumed_at: Date | null;
}

/**
 * PostgreSQL keeps no NUL, and nothing that a client honestly sends has one.
 *
 * @throws InvalidRequest
 */
export function checkStorable(payload: AdapterPayload): void {
  storable(payload);
}

/** The payload as it is stored. */
function storable(payload: AdapterPayload): string {
  const text = JSON.stringify(payload);
  if (text.includes('\\u0000')) throw new errors.InvalidRequest('a parameter holds NUL');
  return text;
}

const DAY = 86_400;

/** Keeps a record; its five values are numbered from `first`. */
export const insertRecord = (first: number): string => `
  insert into fas.oidc_record (model, id, payload, grant_id, expires_at)
  values ($${first}, $${first + 1}, $${first + 2}, $${first + 3}, now() + make_interval(secs => $${first + 4}))
  on conflict (model, id) do update set payload = excluded.payload, expires_at = excluded.expires_at`;

/**
 * Codes, tokens and whatever else the OpenID provider keeps. A record is found by the hash of its identifier,
 * so the table holds no code or token that could be used.
 */
export class RecordAdapter implements Adapter {
  constructor(
    protected readonly model: string,
    protected readonly database: Queryable,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    await this.database.prepared('oidc-record-upsert', insertRecord(1), this.rowOf(id, payload, expiresIn));
  }

  /** The values of {@link insertRecord}. */
  protected rowOf(id: string, { jti: _jti, ...payload }: AdapterPayload, expiresIn = DAY): unknown[] {
    const { grantId = null } = payload;
    return [this.model, hashToken(id), storable(payload), grantId, expiresIn];
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const rows = await this.database.prepared<RecordRow>(
      'oidc-record-find',
      'select payload, consumed_at from fas.oidc_record where model = $1 and id = $2',
      [this.model, hashToken(id)],
    );
    return rows[0] && payloadOf(rows[0], id);
  }

  /** Of two that redeem one code at the same moment exactly one gets through (RFC 6749 section 4.1.2). */
  async consume(id: string): Promise<void> {
    const consumed = await this.database.prepared(
      'oidc-record-consume',
      `update fas.oidc_record set consumed_at = now()
        where model = $1 and id = $2 and consumed_at is null returning 1`,
      [this.model, hashToken(id)],
    );
    if (consumed.length === 0) throw new errors.InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.database.query('delete from fas.oidc_record where model = $1 and id = $2', [
      this.model,
      hashToken(id),
    ]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.database.query('delete from fas.oidc_record where model = $1 and grant_id = $2', [
      this.model,
      grantId,
    ]);
  }

  /** Looked up by `uid` are sessions only, which have their own adapter. */
  async findByUid(_uid: string): Promise<AdapterPayload | undefined> {
    return undefined;
  }

  /** The device flow is not offered. */
  async findByUserCode(): Promise<AdapterPayload | undefined> {
    return undefined;
  }
}

/** The record as the OpenID provider knows it. */
export function payloadOf({ payload, consumed_at: consumedAt }: RecordRow, id: string): AdapterPayload {
  const consumed = consumedAt && { consumed: Math.floor(consumedAt.getTime() / 1000) };
  return { ...payload, jti: id, ...consumed };
}
