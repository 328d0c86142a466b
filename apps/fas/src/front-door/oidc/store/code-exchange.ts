import { errors, type AdapterPayload } from 'oidc-provider';
import { findCurrentRequest, type RequestContext } from '#libs/http';
import { BoundRecordAdapter } from './bound-record.adapter.js';
import type { RecordKey } from './records.js';

/** Codes that requests under way are about to use up. */
export class CodesInExchange {
  private readonly codes = new WeakMap<RequestContext, RecordKey>();

  /** False outside of a request. */
  note(code: RecordKey): boolean {
    const request = findCurrentRequest();
    if (request !== undefined) this.codes.set(request, code);
    return request !== undefined;
  }

  /** The code that this request noted, once. */
  take(): RecordKey | undefined {
    const request = findCurrentRequest();
    const code = request && this.codes.get(request);
    if (request !== undefined) this.codes.delete(request);
    return code;
  }
}

/** Codes are used up together with the keeping of the access token that they are exchanged for: both, or neither. */
export class CodeAdapter extends BoundRecordAdapter {
  private readonly inExchange: CodesInExchange;

  constructor(inExchange: CodesInExchange, ...[records, answers, sessions]: Stores) {
    super('AuthorizationCode', records, answers, sessions);
    this.inExchange = inExchange;
  }

  override async consume(id: string): Promise<void> {
    if (!this.inExchange.note(this.keyOf(id))) await super.consume(id);
  }
}

export class AccessTokenAdapter extends BoundRecordAdapter {
  private readonly inExchange: CodesInExchange;

  constructor(inExchange: CodesInExchange, ...[records, answers, sessions]: Stores) {
    super('AccessToken', records, answers, sessions);
    this.inExchange = inExchange;
  }

  /** Of two that redeem one code at the same moment exactly one gets through (RFC 6749 section 4.1.2). */
  override async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const code = this.inExchange.take();
    if (code === undefined) return super.upsert(id, payload, expiresIn);
    if (!(await this.records.exchange(code, this.recordOf(id, payload, expiresIn))))
      throw new errors.InvalidGrant('already consumed');
  }
}

type Parameters = ConstructorParameters<typeof BoundRecordAdapter>;
type Stores = [records: Parameters[1], answers: Parameters[2], sessions: Parameters[3]];
