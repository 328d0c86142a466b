import {
  ApplicationsStore,
  CertificateEndsSoon,
  certificatesOf,
  ServiceCertificatesStore,
  warningFor,
  type Application,
} from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { newReference, type Logger } from '#libs/http';
import type { Clock } from '#libs/kernel';
import type { Metrics } from '#libs/metrics';
import { handle, type HandledJob } from '#libs/queue';
import { parseServiceProviderMetadata } from '#libs/saml';
import type { CertificateMails } from '../agency-expiry/certificate-mails.js';
import { watchCertificatesJob } from './metadata-refresh.jobs.js';

export interface CertificateWatchServices {
  readonly database: Database;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly logger: Pick<Logger, 'warn'>;
  readonly metrics: Metrics;
  readonly mails: Pick<CertificateMails, 'tell'>;
  readonly clock: Clock;
}

/** Metadata that has expired still names the certificates to be renewed. */
const WHENEVER = new Date(0);

/** Warns before a certificate of a service ends, once at each threshold. */
export class CertificateWatch {
  private readonly certificates: ServiceCertificatesStore;

  constructor(private readonly the: CertificateWatchServices) {
    this.certificates = new ServiceCertificatesStore(the.database);
    the.metrics.gauge(
      {
        name: 'csam_saml_certificate_not_after_seconds',
        help: 'Soonest end of a certificate in metadata of SAML services, in seconds since 1970; +Inf when there is none',
      },
      async () => ((await this.certificates.soonestEnd())?.getTime() ?? Infinity) / 1_000,
    );
  }

  readonly handler: HandledJob = handle(watchCertificatesJob, () => this.run());

  /** Looks at all services that speak SAML and have not ended. */
  async run(): Promise<void> {
    for (const application of await new ApplicationsStore(this.the.database).all()) {
      if (application.saml !== undefined && application.state !== 'ended')
        await this.look(application, application.saml.metadata);
    }
  }

  private async look(application: Application, metadata: string): Promise<void> {
    const parsed = parseServiceProviderMetadata(metadata, { now: WHENEVER });
    if (parsed.kind === 'invalid') return;
    const { id, agency } = application;
    const certificates = certificatesOf(parsed.value);
    await this.certificates.note(id, certificates);
    for (const { fingerprint, notAfter } of certificates) {
      const within = warningFor(notAfter, this.the.clock.now());
      if (within === undefined || !(await this.certificates.warn(id, fingerprint, within))) continue;
      const data = { fingerprint, within, notAfter: notAfter.toISOString() };
      this.the.logger.warn({ application: id, ...data }, 'a certificate of a service ends soon');
      const entry = { reference: newReference(), application: id, agency: agency.number, data };
      await this.the.audit.record(CertificateEndsSoon, entry);
      await this.the.mails.tell(application, data);
    }
  }
}
