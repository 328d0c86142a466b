import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import { notMeAlertMail, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';

export interface DeskAlertParts {
  readonly people: PeopleStore;
  readonly outbox: Outbox;
  /** Mailbox of the service desk; none: it finds the report in its list only. */
  readonly to: string | undefined;
  /** The list of reports. */
  readonly url: string;
}

/** Tells the service desk that somebody says it was not them, in the language in which that person is to be called. */
export class DeskAlert {
  constructor(private readonly the: DeskAlertParts) {}

  /** Writes the mail in the transaction of the report. */
  async tell(tx: Queryable, fedId: FedId, reference: string): Promise<void> {
    const { people, outbox, to, url } = this.the;
    if (to === undefined) return;
    const { language = 'nl' } = (await people.within(tx).find(fedId)) ?? {};
    await outbox.add(tx, {
      kind: 'mail',
      template: notMeAlertMail,
      to,
      language,
      data: { url, reference },
      deduplicationKey: `not-me-alert:${reference}`,
    });
  }
}
