import type { Queryable } from '#libs/database';

/** Announced when there is new metadata of a service; FAS follows at once. */
export const METADATA_CHANNEL = 'service_metadata';

export interface KeptMetadata {
  readonly service: string;
  readonly url: string;
  readonly document: string;
}

export interface DueMetadata {
  readonly service: string;
  readonly url: string;
  /** Failures since the last success. */
  readonly failures: number;
}

/** Longer than one document may take; a worker that dies leaves it to others after this time, in seconds. */
const CLAIM = 300;

/** Metadata of recognised services from the addresses that they gave. Moments are the database's. */
export class ServiceMetadataStore {
  constructor(private readonly database: Queryable) {}

  async kept(): Promise<KeptMetadata[]> {
    return this.database.query<KeptMetadata>(
      'select service, url, document from digital_keys.service_metadata where document is not null',
    );
  }

  /** Notes these services and forgets others; what came from another address is forgotten too. */
  async follow(services: readonly { readonly key: string; readonly metadataUrl: string }[]): Promise<void> {
    const wanted = [services.map(({ key }) => key), services.map(({ metadataUrl }) => metadataUrl)];
    await this.database.query(
      `delete from digital_keys.service_metadata m
        where not exists (select from unnest($1::text[], $2::text[]) w(service, url)
                           where w.service = m.service and w.url = m.url)`,
      wanted,
    );
    await this.database.query(
      `insert into digital_keys.service_metadata (service, url)
       select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
      wanted,
    );
  }

  /** Takes what is due, so that no other process does. */
  async takeDue(): Promise<DueMetadata[]> {
    return this.database.query<DueMetadata>(
      `update digital_keys.service_metadata set due_at = now() + ${CLAIM} * interval '1 second'
        where due_at <= now() returning service, url, failures`,
    );
  }

  /** Keeps a good document and announces it; false when it is the one that was known already. */
  async succeeded({ service, url }: DueMetadata, document: string, nextAfter: number): Promise<boolean> {
    const changed = await this.database.query(
      `update digital_keys.service_metadata set document = $3
        where service = $1 and url = $2 and document is distinct from $3 returning service`,
      [service, url, document],
    );
    await this.database.query(
      `update digital_keys.service_metadata
          set due_at = now() + $3 * interval '1 millisecond', refreshed_at = now(), failures = 0, failure = null
        where service = $1 and url = $2`,
      [service, url, nextAfter],
    );
    if (changed.length === 0) return false;
    await this.database.query('select pg_notify($1, $2)', [METADATA_CHANNEL, service]);
    return true;
  }

  async failed({ service, url }: DueMetadata, reason: string, nextAfter: number): Promise<void> {
    await this.database.query(
      `update digital_keys.service_metadata
          set due_at = now() + $4 * interval '1 millisecond', failures = failures + 1, failure = $3
        where service = $1 and url = $2`,
      [service, url, reason, nextAfter],
    );
  }

  /** Services whose last attempt failed. */
  async failing(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from digital_keys.service_metadata where failures > 0',
    );
    return row?.count ?? 0;
  }
}
