import type { Queryable } from '#libs/database';
import type { ServiceCertificate } from './certificates.js';

/** The certificates in the metadata of services, and which of them were warned of. */
export class ServiceCertificatesStore {
  constructor(private readonly database: Queryable) {}

  /** Notes those of one application; what its metadata does not hold any more is forgotten. */
  async note(application: string, certificates: readonly ServiceCertificate[]): Promise<void> {
    const fingerprints = certificates.map(({ fingerprint }) => fingerprint);
    await this.database.query(
      'delete from agencies.service_certificate where application = $1 and fingerprint <> all($2::text[])',
      [application, fingerprints],
    );
    await this.database.query(
      `insert into agencies.service_certificate (application, fingerprint, not_after)
       select $1, * from unnest($2::text[], $3::timestamptz[]) on conflict do nothing`,
      [application, fingerprints, certificates.map(({ notAfter }) => notAfter)],
    );
  }

  /** True the first time that this certificate passes this threshold, in days. */
  async warn(application: string, fingerprint: string, within: number): Promise<boolean> {
    const warned = await this.database.query(
      `update agencies.service_certificate set warned_days = $3
        where application = $1 and fingerprint = $2 and (warned_days is null or warned_days > $3)
       returning application`,
      [application, fingerprint, within],
    );
    return warned.length === 1;
  }

  /** The soonest end that is still to come, of services in use; undefined when there is none. */
  async soonestEnd(): Promise<Date | undefined> {
    const [row] = await this.database.query<{ soonest: Date | null }>(
      `select min(c.not_after) as soonest from agencies.service_certificate c
         join agencies.application a on a.id = c.application
        where c.not_after > now() and a.state = 'active'`,
    );
    return row?.soonest ?? undefined;
  }
}
