import { randomBytes } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { FedId, Language, PersonNumber } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { BlindIndex, FieldCipher } from '#libs/security';
import type { Contact, ContactKind, NewPerson, Person, PersonIdentifier, PersonState } from './person.js';

interface PersonRow {
  fed_id: string;
  state: PersonState;
  enrolment: Enrolment;
  language: Language;
}

interface IdentifierRow {
  register: 'national' | 'bis';
  number_encrypted: string;
  replaced_at: Date | null;
}

const PERSON = 'select fed_id, state, enrolment, language from people.person';

/** People, their numbers and contact data. Numbers and contact values leave the database encrypted only. */
export class PeopleStore {
  constructor(
    private readonly database: Queryable,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  /** The same store inside a transaction. */
  within(tx: Queryable): PeopleStore {
    return new PeopleStore(tx, this.cipher, this.index);
  }

  async create(person: NewPerson): Promise<Person> {
    const fedId = person.fedId ?? newFedId();
    await this.database.query('insert into people.person (fed_id, enrolment, language) values ($1, $2, $3)', [
      fedId,
      person.enrolment,
      person.language,
    ]);
    if (person.number !== undefined) await this.addNumber(fedId, person.number);
    return { fedId, state: 'active', enrolment: person.enrolment, language: person.language };
  }

  async find(fedId: FedId): Promise<Person | undefined> {
    const rows = await this.database.read<PersonRow>('person', `${PERSON} where fed_id = $1`, [fedId]);
    return rows[0] && toPerson(rows[0]);
  }

  /** The person to whom this number belongs or once belonged. */
  async findByNumber(number: PersonNumber): Promise<Person | undefined> {
    const rows = await this.database.prepared<PersonRow>(
      'person-by-number',
      `${PERSON} where fed_id = (select fed_id from people.identifier where number_index = $1)`,
      [this.numberIndex(number)],
    );
    return rows[0] && toPerson(rows[0]);
  }

  /** Who proved to receive mail there; addresses are unique to a person. */
  async findByMail(mail: string): Promise<Person | undefined> {
    const rows = await this.database.prepared<PersonRow>(
      'person-by-mail',
      `${PERSON} where fed_id = (
         select fed_id from people.contact where kind = 'mail' and value_index = $1 and verified_at is not null)`,
      [this.contactIndex('mail', mail)],
    );
    return rows[0] && toPerson(rows[0]);
  }

  async setState(fedId: FedId, state: PersonState): Promise<void> {
    await this.database.query('update people.person set state = $2 where fed_id = $1', [fedId, state]);
  }

  /** Current number first, then those it replaced. */
  async findIdentifiers(fedId: FedId): Promise<PersonIdentifier[]> {
    const rows = await this.database.read<IdentifierRow>(
      'person-identifiers',
      `select register, number_encrypted, replaced_at from people.identifier
        where fed_id = $1 order by replaced_at desc nulls first`,
      [fedId],
    );
    return rows.map((row) => this.toIdentifier(row));
  }

  /** The person and the number that is theirs now, read together: who is asked about at a sign-in. */
  async findWithNumber(
    fedId: FedId,
  ): Promise<{ readonly person: Person; readonly number?: PersonIdentifier } | undefined> {
    const [row] = await this.database.read<PersonRow & (IdentifierRow | { register: null })>(
      'person-with-number',
      `select p.fed_id, p.state, p.enrolment, p.language, i.register, i.number_encrypted, i.replaced_at
         from people.person p
         left join people.identifier i on i.fed_id = p.fed_id and i.replaced_at is null
        where p.fed_id = $1`,
      [fedId],
    );
    if (row === undefined) return undefined;
    return { person: toPerson(row), ...(row.register !== null && { number: this.toIdentifier(row) }) };
  }

  private toIdentifier({ register, number_encrypted, replaced_at }: IdentifierRow): PersonIdentifier {
    return {
      register,
      number: this.cipher.decrypt(number_encrypted, 'person-number') as PersonNumber,
      current: replaced_at === null,
    };
  }

  /** Gives the person a number; the one in use until now stays as history. */
  async addNumber(
    fedId: FedId,
    { register, number }: { register: 'national' | 'bis'; number: PersonNumber },
  ): Promise<void> {
    // One statement: whoever is refused a number keeps the one in use. Counting makes the old one leave first.
    await this.database.query(
      `with replaced as (
         update people.identifier set replaced_at = now() where fed_id = $1 and replaced_at is null returning 1)
       insert into people.identifier (fed_id, register, number_encrypted, number_index)
       select $1, $2, $3, $4 from (select count(*) from replaced) first`,
      [fedId, register, this.cipher.encrypt(number, 'person-number'), this.numberIndex(number)],
    );
  }

  /** Primary first. */
  async findContacts(fedId: FedId): Promise<Contact[]> {
    const rows = await this.database.prepared<{
      kind: ContactKind;
      value_encrypted: string;
      is_primary: boolean;
      verified_at: Date | null;
      resting_until: Date | null;
    }>(
      'person-contacts',
      `select kind, value_encrypted, is_primary, verified_at,
              case when usable_from > now() then usable_from end as resting_until
         from people.contact where fed_id = $1 order by is_primary desc, created_at`,
      [fedId],
    );
    return rows.map((row) => ({
      kind: row.kind,
      value: this.cipher.decrypt(row.value_encrypted, 'contact'),
      primary: row.is_primary,
      verified: row.verified_at !== null,
      ...(row.resting_until !== null && { restingUntil: row.resting_until }),
    }));
  }

  async setLanguage(fedId: FedId, language: Language): Promise<void> {
    await this.database.query('update people.person set language = $2 where fed_id = $1', [fedId, language]);
  }

  async addContact(fedId: FedId, contact: Contact): Promise<void> {
    await this.database.query(
      `insert into people.contact (fed_id, kind, value_encrypted, value_index, is_primary, verified_at)
       values ($1, $2, $3, $4, $5, case when $6 then now() end)`,
      [
        fedId,
        contact.kind,
        this.cipher.encrypt(contact.value, 'contact'),
        this.contactIndex(contact.kind, contact.value),
        contact.primary,
        contact.verified,
      ],
    );
  }

  private contactIndex(kind: ContactKind, value: string): string {
    return this.index.of(value.toLowerCase(), `contact-${kind}`);
  }

  private numberIndex(number: PersonNumber): string {
    return this.index.of(number, 'person-number');
  }
}

const newFedId = () => randomBytes(20).toString('hex') as FedId;

const toPerson = (row: PersonRow): Person => ({
  fedId: row.fed_id as FedId,
  state: row.state,
  enrolment: row.enrolment,
  language: row.language,
});
