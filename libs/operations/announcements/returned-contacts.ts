import type { Queryable } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';

/** Contacts of one agency whose mail came back. */
export interface ReturnedContact {
  readonly agency: EnterpriseNumber;
  readonly contacts: number;
  /** Of the first of them. */
  readonly since: Date;
}

/** Addresses that do not exist (any more): nothing is sent to them before their agency corrects them. */
export class ReturnedContacts {
  constructor(private readonly database: Queryable) {}

  /**
   * The receiving side refused this mail for good, or sent it back.
   *
   * @param mail identifier in the outbox
   * @returns false when it was no mail to a contact, or that contact is known to be unreachable
   */
  async note(mail: string): Promise<boolean> {
    const rows = await this.database.query(
      // One address may stand for several agencies: it is the same mailbox.
      `update operations.contact set undeliverable_since = now()
        where undeliverable_since is null
          and address_index = (select c.address_index from operations.announcement_mail m
                                 join operations.contact c on c.id::text = m.contact
                                where m.outbox_id = $1)
       returning id`,
      [mail],
    );
    return rows.length > 0;
  }

  async byAgency(): Promise<ReturnedContact[]> {
    return this.database.query<ReturnedContact>(
      `select agency, count(*)::int as contacts, min(undeliverable_since) as since from operations.contact
        where undeliverable_since is not null group by agency order by min(undeliverable_since) desc`,
    );
  }
}
