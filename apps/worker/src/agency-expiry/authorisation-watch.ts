import { EndingAuthorisations, type EndingAuthorisation, type ServiceContacts } from '#libs/agencies';
import type { Database, Queryable } from '#libs/database';
import type { Clock } from '#libs/kernel';
import { agencyExpiryMail, type Outbox } from '#libs/messaging';
import { handle, type HandledJob } from '#libs/queue';
import { watchAuthorisationsJob } from './agency-expiry.job.js';

export interface AuthorisationWatchParts {
  readonly database: Database;
  readonly contacts: ServiceContacts;
  readonly outbox: Outbox;
  /** Address of the administration. */
  readonly baseUrl: string;
  readonly clock: Clock;
}

/** Reminds the business contacts of services before the authorisation ends that they lean on. */
export class AuthorisationWatch {
  private readonly ending: EndingAuthorisations;

  constructor(private readonly the: AuthorisationWatchParts) {
    this.ending = new EndingAuthorisations(the.database);
  }

  readonly handler: HandledJob = handle(watchAuthorisationsJob, () => this.run());

  async run(): Promise<void> {
    const today = this.the.clock.now().toISOString().slice(0, 10);
    for (const authorisation of await this.ending.due(today)) {
      await this.the.database.transaction(async (tx) => {
        if (await this.ending.within(tx).remind(authorisation)) await this.tell(tx, authorisation);
      });
    }
  }

  private async tell(
    tx: Queryable,
    { id, agency, reference, validUntil, within }: EndingAuthorisation,
  ): Promise<void> {
    const contacts = await this.the.contacts.within(tx).ofAuthorisation(id, 'business');
    for (const { id: contact, address, language } of contacts) {
      await this.the.outbox.add(tx, {
        kind: 'mail',
        template: agencyExpiryMail,
        to: address,
        language,
        deduplicationKey: `authorisation:${id}:${within}:${contact}`,
        data: {
          about: 'authorisation',
          what: reference,
          until: validUntil,
          url: `${this.the.baseUrl}/agencies/${agency}`,
        },
      });
    }
  }
}
