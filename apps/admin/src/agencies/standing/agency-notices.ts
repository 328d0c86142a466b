import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { Actor, EnterpriseNumber, FedId, LocalisedText } from '#libs/kernel';
import { agencyNoticeMail, type AgencyNotice, type Outbox } from '#libs/messaging';
import type { PeopleStore } from '#libs/people';
import { StaffStore } from '#libs/staff';

export interface AgencyNoticesParts {
  readonly people: PeopleStore;
  readonly outbox: Outbox;
  /** Address of the administration, without a slash at its end. */
  readonly baseUrl: string;
}

export interface ToldToManagers extends Pick<AgencyNotice, 'what' | 'reason'> {
  readonly agency: EnterpriseNumber;
  readonly name: LocalisedText;
  /** Path of the page where it is looked at. */
  readonly path: string;
  /** Who did it, and need not be told. */
  readonly by?: Actor;
}

/** Tells the managers of an agency what was done to it, at every mail address that they confirmed. */
export class AgencyNotices {
  constructor(private readonly the: AgencyNoticesParts) {}

  /** Writes the mails in the transaction of what they tell. */
  async tell(tx: Queryable, told: ToldToManagers): Promise<void> {
    const held = await new StaffStore(tx).ofAgency(told.agency);
    const managers = held.filter(({ role }) => role === 'agency-manager').map(({ fedId }) => fedId);
    for (const fedId of new Set(managers)) {
      if (fedId !== told.by) await this.mail(tx, fedId, told);
    }
  }

  private async mail(tx: Queryable, fedId: FedId, told: ToldToManagers): Promise<void> {
    const people = this.the.people.within(tx);
    const [person, contacts] = [await people.find(fedId), await people.findContacts(fedId)];
    if (person === undefined) return;
    const { what, reason, name, path } = told;
    const { language } = person;
    const id = randomUUID();
    const reached = contacts.filter(({ kind, verified }) => kind === 'mail' && verified);
    for (const [at, { value: to }] of reached.entries()) {
      await this.the.outbox.add(tx, {
        kind: 'mail',
        template: agencyNoticeMail,
        to,
        language,
        person: fedId,
        deduplicationKey: `agency-notice:${id}:${at}`,
        data: { what, reason, name: name[language], url: `${this.the.baseUrl}${path}` },
      });
    }
  }
}
