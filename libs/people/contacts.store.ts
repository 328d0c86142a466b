import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { ContactKind } from './person.js';

/** A confirmed mail address or telephone number, as its owner manages it. */
export interface OwnContact {
  readonly id: string;
  readonly kind: ContactKind;
  readonly value: string;
  readonly primary: boolean;
  readonly verified: boolean;
  /** Until then no codes go there. */
  readonly usableFrom: Date;
}

interface ContactRow {
  id: string;
  kind: ContactKind;
  value_encrypted: string;
  is_primary: boolean;
  verified_at: Date | null;
  usable_from: Date;
}

/** Contact data with their identifiers, for whoever changes them. */
export class ContactsStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  within(tx: Queryable): ContactsStore {
    return new ContactsStore(tx, this.cipher, this.index);
  }

  /** Primary first. */
  async ofPerson(fedId: FedId): Promise<OwnContact[]> {
    const rows = await this.database.query<ContactRow>(
      `select id, kind, value_encrypted, is_primary, verified_at, usable_from from people.contact
        where fed_id = $1 order by is_primary desc, created_at`,
      [fedId],
    );
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      value: this.cipher.decrypt(row.value_encrypted, 'contact'),
      primary: row.is_primary,
      verified: row.verified_at !== null,
      usableFrom: row.usable_from,
    }));
  }

  /** Adds what was just confirmed; the first of its kind becomes the primary one. False when somebody else has it. */
  async add(
    fedId: FedId,
    contact: { readonly kind: ContactKind; readonly value: string; readonly usableFrom: Date },
  ): Promise<boolean> {
    const rows = await this.database.query(
      `insert into people.contact (fed_id, kind, value_encrypted, value_index, is_primary, verified_at, usable_from)
       values ($1, $2, $3, $4, not exists (select 1 from people.contact where fed_id = $1 and kind = $2 and is_primary),
               now(), $5)
       on conflict do nothing returning id`,
      [
        fedId,
        contact.kind,
        this.cipher.encrypt(contact.value, 'contact'),
        this.indexOf(contact.kind, contact.value),
        contact.usableFrom,
      ],
    );
    return rows.length === 1;
  }

  async remove(fedId: FedId, id: string): Promise<void> {
    await this.database.query('delete from people.contact where fed_id = $1 and id = $2', [fedId, id]);
  }

  async makePrimary(fedId: FedId, { id, kind }: Pick<OwnContact, 'id' | 'kind'>): Promise<void> {
    await this.database.query(
      'update people.contact set is_primary = (id = $3) where fed_id = $1 and kind = $2',
      [fedId, kind, id],
    );
  }

  /** The person whose confirmed mail address this is. */
  async ownerOfMail(address: string): Promise<FedId | undefined> {
    const [row] = await this.database.query<{ fed_id: string }>(
      `select fed_id from people.contact where kind = 'mail' and verified_at is not null and value_index = $1`,
      [this.indexOf('mail', address)],
    );
    return row && (row.fed_id as FedId);
  }

  private indexOf(kind: ContactKind, value: string): string {
    return this.index.of(value.toLowerCase(), `contact-${kind}`);
  }
}
