import type { Queryable } from '#libs/database';
import { hashToken } from '#libs/security';

/** Remembers what was used, until it would be refused as too old anyway. */
export class SeenRequestsStore {
  constructor(private readonly database: Queryable) {}

  /** True the first time; false when the same was noted before, by whichever server. */
  async note(request: string, forgetAt: Date): Promise<boolean> {
    const noted = await this.database.prepared(
      'saml-request-seen',
      `insert into fas.saml_request_seen (id, expires_at) values ($1, $2) on conflict do nothing returning id`,
      [hashToken(request), forgetAt],
    );
    return noted.length === 1;
  }
}
