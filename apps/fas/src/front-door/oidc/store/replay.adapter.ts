import { errors, type AdapterPayload } from 'oidc-provider';
import type { Queryable } from '#libs/database';
import { hashToken } from '#libs/security';
import { RecordAdapter } from './record.adapter.js';

/** Identifiers of assertions and proofs that were used: of two that come at the same moment one is taken. */
export class ReplayAdapter extends RecordAdapter {
  constructor(database: Queryable) {
    super('ReplayDetection', database);
  }

  /** @throws InvalidRequest when another request was faster */
  override async upsert(id: string, _payload: AdapterPayload, expiresIn = 3_600): Promise<void> {
    const kept = await this.database.prepared(
      'oidc-replay-keep',
      `insert into fas.oidc_record as r (model, id, payload, expires_at)
       values ($1, $2, '{}', now() + make_interval(secs => $3))
       on conflict (model, id) do update set expires_at = excluded.expires_at where r.expires_at < now()
       returning 1`,
      [this.model, hashToken(id), expiresIn],
    );
    if (kept.length === 0) throw new errors.InvalidRequest('this was used already');
  }

  /** What has expired may come again: the provider would refuse it for its age. */
  override async find(id: string): Promise<AdapterPayload | undefined> {
    const found = await this.database.prepared(
      'oidc-replay-find',
      'select 1 from fas.oidc_record where model = $1 and id = $2 and expires_at > now()',
      [this.model, hashToken(id)],
    );
    return found.length === 0 ? undefined : { kind: this.model, jti: id };
  }
}
