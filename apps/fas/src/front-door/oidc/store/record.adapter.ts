import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import { hashToken } from '#libs/security';
import type { NewRecord, OidcRecords, RecordKey, StoredRecord } from './records.js';

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

/**
 * Codes, tokens and whatever else the OpenID provider keeps. A record is found by the hash of its identifier,
 * so the store holds no code or token that could be used.
 */
export class RecordAdapter implements Adapter {
  constructor(
    protected readonly model: string,
    protected readonly records: OidcRecords,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    await this.records.keep(this.recordOf(id, payload, expiresIn));
  }

  protected keyOf(id: string): RecordKey {
    return { model: this.model, id: hashToken(id) };
  }

  protected recordOf(id: string, { jti: _jti, ...payload }: AdapterPayload, expiresIn = DAY): NewRecord {
    return {
      ...this.keyOf(id),
      payload: storable(payload),
      grantId: payload.grantId ?? null,
      life: expiresIn,
    };
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const record = await this.records.find(this.keyOf(id));
    return record && payloadOf(record, id);
  }

  /** Of two that redeem one code at the same moment exactly one gets through (RFC 6749 section 4.1.2). */
  async consume(id: string): Promise<void> {
    if (!(await this.records.consume(this.keyOf(id)))) throw new errors.InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.records.forget(this.keyOf(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.records.forgetOfGrant(this.model, grantId);
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
export function payloadOf({ payload, consumedAt }: StoredRecord, id: string): AdapterPayload {
  const consumed = consumedAt && { consumed: Math.floor(consumedAt.getTime() / 1000) };
  return { ...payload, jti: id, ...consumed };
}
