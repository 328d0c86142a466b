import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import type { FieldCipher } from '#libs/security';

/** Whom CSAM writes to about what. */
export const CONTACT_ROLES = ['business', 'technical', 'security', 'billing', 'outage'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** Mail addresses by role. */
export type Contacts = Readonly<Partial<Record<ContactRole, string>>>;

/** Somebody to write to. */
export interface ServiceContact {
  /** Stays the same whatever the address becomes. */
  readonly id: string;
  readonly role: ContactRole;
  readonly address: string;
  readonly language: Language;
}

export interface ContactsOfService {
  readonly service: string;
  readonly agency: EnterpriseNumber;
  /** In which the mails are written. */
  readonly language: Language;
}

type Row = ServiceContact & { readonly service: string };

const COLUMNS = 'c.id, c.service, c.role, c.address, c.language';
const REACHABLE = 'agencies.service_contact c where c.undeliverable_since is null';
const contextOf = ({ service, role }: Pick<Row, 'service' | 'role'>) =>
  `agencies.service_contact.address:${service}:${role}`;

/** Contacts of online services; their addresses are encrypted. */
export class ServiceContacts {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
  ) {}

  within(tx: Queryable): ServiceContacts {
    return new ServiceContacts(tx, this.cipher);
  }

  /** Puts these in the place of those that there are; a role without an address has nobody any more. */
  async replace({ service, agency, language }: ContactsOfService, contacts: Contacts): Promise<void> {
    const given = CONTACT_ROLES.filter((role) => contacts[role] !== undefined);
    await this.database.query(
      'delete from agencies.service_contact where service = $1 and role <> all($2::text[])',
      [service, given],
    );
    for (const role of given) {
      const address = this.cipher.encrypt(contacts[role] ?? '', contextOf({ service, role }));
      await this.database.query(
        `insert into agencies.service_contact (id, agency, service, role, address, language)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (service, role) do update
            set address = excluded.address, language = excluded.language, undeliverable_since = null`,
        [randomUUID(), agency, service, role, address, language],
      );
    }
  }

  async ofService(service: string): Promise<Contacts> {
    return contactsOf(await this.read('agencies.service_contact c where c.service = $1', [service]));
  }

  /** Those of which no mail came back. */
  async reachableOf(service: string): Promise<Contacts> {
    return contactsOf(await this.read(`${REACHABLE} and c.service = $1`, [service]));
  }

  /** Whose mail came back, and since when. */
  async returnedOf(service: string): Promise<ReadonlyMap<ContactRole, Date>> {
    const rows = await this.database.query<{ role: ContactRole; since: Date }>(
      `select role, undeliverable_since as since from agencies.service_contact
        where service = $1 and undeliverable_since is not null`,
      [service],
    );
    return new Map(rows.map(({ role, since }) => [role, since]));
  }

  /**
   * A mailbox that does not exist (any more): nothing goes there until an agency gives the address again. All services
   * that name it are concerned; their addresses are encrypted, so each is read.
   *
   * @returns how many contacts this stops
   */
  async markUndeliverable(mailbox: string): Promise<number> {
    const normal = mailbox.trim().toLowerCase();
    const reachable = await this.read(REACHABLE, []);
    const ids = reachable
      .filter(({ address }) => address.trim().toLowerCase() === normal)
      .map(({ id }) => id);
    if (ids.length > 0)
      await this.database.query(
        'update agencies.service_contact set undeliverable_since = now() where id = any($1::uuid[])',
        [ids],
      );
    return ids.length;
  }

  /** Of the service that the application is in one environment. */
  async ofApplication(application: string, role: ContactRole): Promise<ServiceContact[]> {
    return this.read(
      `agencies.service_contact c join agencies.application a on a.service = c.service
        where a.id = $1 and c.role = $2 and c.undeliverable_since is null`,
      [application, role],
    );
  }

  /** Of every service that leans on a legal basis and is in use. */
  async ofAuthorisation(authorisation: string, role: ContactRole): Promise<ServiceContact[]> {
    return this.read(
      `${REACHABLE} and c.role = $2 and exists (
         select from agencies.application a
          where a.service = c.service and a.authorisation_id = $1 and a.state <> 'ended') order by c.id`,
      [authorisation, role],
    );
  }

  /** Who wants to hear of maintenance and outages: of every service that is registered and has not ended. */
  async forOutages(): Promise<ServiceContact[]> {
    return this.read(
      `${REACHABLE} and c.role = 'outage' and exists (
         select from agencies.application a where a.service = c.service and a.state <> 'ended') order by c.id`,
      [],
    );
  }

  private async read(from: string, params: readonly unknown[]): Promise<ServiceContact[]> {
    const rows = await this.database.query<Row>(`select ${COLUMNS} from ${from}`, params);
    return rows.map(({ id, role, language, ...row }) => {
      const address = this.cipher.decrypt(row.address, contextOf({ service: row.service, role }));
      return { id, role, language, address };
    });
  }
}

const contactsOf = (found: readonly ServiceContact[]): Contacts =>
  Object.fromEntries(found.map(({ role, address }) => [role, address]));
