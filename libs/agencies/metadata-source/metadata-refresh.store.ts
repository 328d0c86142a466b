import type { Database, Queryable } from '#libs/database';
import type { SamlSettings } from '../application.js';

/** Settings of a service that gives the address of its metadata. */
export type SamlSettingsWithUrl = SamlSettings & { readonly metadataUrl: string };

export interface DueRefresh {
  readonly application: string;
  readonly agency: string;
  readonly saml: SamlSettingsWithUrl;
  /** Failures since the last success. */
  readonly failures: number;
}

/** How fetching the metadata of one service goes. */
export interface RefreshStanding {
  readonly application: string;
  /** When it was last fetched and found good. */
  readonly refreshedAt?: Date;
  /** Failures since then. */
  readonly failures: number;
  /** Why the last attempt failed. */
  readonly failure?: string;
}

/** Longer than one batch may last; a worker that dies leaves its batch to others after this time, in seconds. */
const CLAIM = 600;

/** When the metadata of each service is fetched again, and what came of it. Moments are the database's. */
export class MetadataRefreshStore {
  constructor(private readonly database: Pick<Database, 'transaction'> & Queryable) {}

  /** Notes every service that gives an address; a new one is due at once, one that gives none any more is forgotten. */
  async follow(): Promise<void> {
    await this.database.query(
      `insert into agencies.metadata_refresh (application)
       select id from agencies.application where saml ? 'metadataUrl' on conflict do nothing`,
    );
    await this.database.query(
      `delete from agencies.metadata_refresh r using agencies.application a
        where a.id = r.application and not (coalesce(a.saml, '{}') ? 'metadataUrl')`,
    );
  }

  /** Takes what is due, so that no other process does; services that ended are left alone. */
  async takeDue(most: number): Promise<DueRefresh[]> {
    return this.database.query<DueRefresh>(
      `update agencies.metadata_refresh r set due_at = now() + ${CLAIM} * interval '1 second'
         from agencies.application a
        where a.id = r.application and r.application in (
          select d.application from agencies.metadata_refresh d join agencies.application e on e.id = d.application
           where d.due_at <= now() and e.state <> 'ended' and e.saml ? 'metadataUrl'
           order by d.due_at limit $1 for update of d skip locked)
       returning r.application, a.agency, a.saml, r.failures`,
      [most],
    );
  }

  /**
   * Keeps good metadata, which the change of the application announces; false when it is what was known already, or when
   * the application was given another address meanwhile.
   */
  async succeeded({ application, saml }: DueRefresh, document: string, nextAfter: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const changed = await tx.query(
        `update agencies.application
            set saml = jsonb_set(saml, '{metadata}', to_jsonb($3::text)), updated_at = now()
          where id = $1 and saml->>'metadataUrl' = $2 and saml->>'metadataSigner' = $4
            and saml->>'metadata' is distinct from $3 returning id`,
        [application, saml.metadataUrl, document, saml.metadataSigner],
      );
      await tx.query(
        `update agencies.metadata_refresh
            set due_at = now() + $2 * interval '1 millisecond', refreshed_at = now(), failures = 0, failure = null
          where application = $1`,
        [application, nextAfter],
      );
      return changed.length === 1;
    });
  }

  async failed(application: string, reason: string, nextAfter: number): Promise<void> {
    await this.database.query(
      `update agencies.metadata_refresh
          set due_at = now() + $3 * interval '1 millisecond', failures = failures + 1, failure = $2
        where application = $1`,
      [application, reason, nextAfter],
    );
  }

  /** Of these applications, those whose address is followed. */
  async standings(applications: readonly string[]): Promise<RefreshStanding[]> {
    const rows = await this.database.query<{
      application: string;
      refreshed_at: Date | null;
      failures: number;
      failure: string | null;
    }>(
      `select application, refreshed_at, failures, failure from agencies.metadata_refresh
        where application = any($1)`,
      [applications],
    );
    return rows.map(({ application, refreshed_at: refreshedAt, failures, failure }) => ({
      application,
      failures,
      ...(refreshedAt && { refreshedAt }),
      ...(failure !== null && { failure }),
    }));
  }

  /** Services whose last attempt failed. */
  async failing(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from agencies.metadata_refresh where failures > 0',
    );
    return row?.count ?? 0;
  }
}
