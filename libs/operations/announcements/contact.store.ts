import { randomUUID } from 'node:crypto';
import { ServiceContacts } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, Language } from '#libs/kernel';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { Contact, ContactBook } from './announcer.js';

export interface ContactSecrets {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
}

export interface OutageContact {
  readonly agency: EnterpriseNumber;
  readonly address: string;
  readonly language: Language;
}

const contextOf = (id: string) => `operations.contact.address:${id}`;

/** Who is told of maintenance and outages. */
export class ContactStore {
  constructor(
    private readonly database: Queryable,
    private readonly secrets: ContactSecrets,
  ) {}

  /** false when the agency has this address already; its language is then brought up to date. */
  async add({ agency, address, language }: OutageContact): Promise<boolean> {
    const id = randomUUID();
    const normal = address.trim().toLowerCase();
    const [row] = await this.database.query<{ id: string }>(
      `insert into operations.contact (id, agency, address, address_index, language) values ($1, $2, $3, $4, $5)
       on conflict (agency, address_index) do update set language = excluded.language, undeliverable_since = null
       returning id`,
      [
        id,
        agency,
        this.secrets.cipher.encrypt(address.trim(), contextOf(id)),
        this.secrets.index.of(normal, 'operations.contact'),
        language,
      ],
    );
    return row?.id === id;
  }

  /** Nothing goes to this mailbox any more; returns how many contacts that stops. */
  async markUndeliverable(address: string): Promise<number> {
    const rows = await this.database.query(
      `update operations.contact set undeliverable_since = now()
        where undeliverable_since is null and address_index = $1 returning id`,
      [this.secrets.index.of(address.trim().toLowerCase(), 'operations.contact')],
    );
    return rows.length;
  }

  /** One mail per address, however many agencies it stands for. */
  async all(): Promise<Contact[]> {
    const rows = await this.database.query<{ id: string; address: string; language: Language }>(
      `select distinct on (address_index) id, address, language from operations.contact
        where undeliverable_since is null order by address_index, created_at, id`,
    );
    return rows.map(({ id, address, language }) => ({
      id,
      language,
      address: this.secrets.cipher.decrypt(address, contextOf(id)),
    }));
  }
}

/**
 * The contacts as they stand in a transaction: those that operators noted, and those that agencies gave for outages of
 * their services. An address that comes twice gets one mail.
 */
export const contactBook =
  (secrets: ContactSecrets): ContactBook =>
  async (tx) => {
    const noted = await new ContactStore(tx, secrets).all();
    const given = await new ServiceContacts(tx, secrets.cipher).forOutages();
    const byAddress = new Map<string, Contact>();
    for (const { id, address, language } of [...noted, ...given]) {
      const key = address.trim().toLowerCase();
      if (!byAddress.has(key)) byAddress.set(key, { id, address, language });
    }
    return [...byAddress.values()];
  };
