import { errors, type AdapterPayload } from 'oidc-provider';
import { RecordAdapter } from './record.adapter.js';
import type { OidcRecords } from './records.js';

/** Identifiers of assertions and proofs that were used: of two that come at the same moment one is taken. */
export class ReplayAdapter extends RecordAdapter {
  constructor(records: OidcRecords) {
    super('ReplayDetection', records);
  }

  /** @throws InvalidRequest when another request was faster */
  override async upsert(id: string, _payload: AdapterPayload, expiresIn = 3_600): Promise<void> {
    if (!(await this.records.keepOnce(this.keyOf(id), expiresIn)))
      throw new errors.InvalidRequest('this was used already');
  }

  /** What has expired may come again: the provider would refuse it for its age. */
  override async find(id: string): Promise<AdapterPayload | undefined> {
    return (await this.records.wasKept(this.keyOf(id))) ? { kind: this.model, jti: id } : undefined;
  }
}
