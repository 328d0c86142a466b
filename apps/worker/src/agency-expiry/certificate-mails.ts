import type { Application, ServiceContacts } from '#libs/agencies';
import type { Database } from '#libs/database';
import { agencyExpiryMail, type Outbox } from '#libs/messaging';

export interface CertificateMailsParts {
  readonly database: Database;
  readonly contacts: ServiceContacts;
  readonly outbox: Outbox;
  /** Address of the administration. */
  readonly baseUrl: string;
}

export interface EndingCertificate {
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly notAfter: string;
  /** The threshold that was passed, in days. */
  readonly within: number;
}

/** Tells the technical contacts of a service that a certificate in its metadata ends. */
export class CertificateMails {
  constructor(private readonly the: CertificateMailsParts) {}

  async tell(
    { id, name, agency }: Pick<Application, 'id' | 'name' | 'agency'>,
    { fingerprint, notAfter, within }: EndingCertificate,
  ): Promise<void> {
    await this.the.database.transaction(async (tx) => {
      for (const { id: contact, address, language } of await this.the.contacts
        .within(tx)
        .ofApplication(id, 'technical')) {
        await this.the.outbox.add(tx, {
          kind: 'mail',
          template: agencyExpiryMail,
          to: address,
          language,
          deduplicationKey: `certificate:${id}:${fingerprint}:${within}:${contact}`,
          data: {
            about: 'certificate',
            what: name[language],
            until: notAfter,
            url: `${this.the.baseUrl}/agencies/${agency.number}`,
          },
        });
      }
    });
  }
}
