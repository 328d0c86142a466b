import { ServiceContacts } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';
import { recipientOf } from '#libs/messaging';
import { ContactStore, type ContactSecrets } from './contact.store.js';

/** Contacts of one agency whose mail came back. */
export interface ReturnedContact {
  readonly agency: EnterpriseNumber;
  readonly contacts: number;
  /** Of the first of them. */
  readonly since: Date;
}

/** Addresses that do not exist (any more): nothing is sent to them before their agency corrects them. */
export class ReturnedContacts {
  constructor(
    private readonly database: Queryable,
    private readonly secrets: ContactSecrets,
  ) {}

  /**
   * The receiving side refused this mail for good, or sent it back. One address may stand for several agencies and
   * services: it is the same mailbox.
   *
   * @param mail identifier in the outbox
   * @returns false when it was no mail to a contact, or that contact is known to be unreachable
   */
  async note(mail: string): Promise<boolean> {
    const address = await recipientOf(this.database, this.secrets.cipher, mail);
    if (address === undefined) return false;
    const noted = await new ContactStore(this.database, this.secrets).markUndeliverable(address);
    const given = await new ServiceContacts(this.database, this.secrets.cipher).markUndeliverable(address);
    return noted + given > 0;
  }
}

/** How many contacts of each agency are out of reach; without their addresses. */
export function returnedByAgency(database: Queryable): Promise<ReturnedContact[]> {
  return database.query<ReturnedContact>(
    `select agency, count(*)::int as contacts, min(undeliverable_since) as since
       from (select agency, undeliverable_since from operations.contact
              union all select agency, undeliverable_since from agencies.service_contact) contact
      where undeliverable_since is not null group by agency order by min(undeliverable_since) desc`,
  );
}
