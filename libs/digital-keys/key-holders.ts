import type { Database, Queryable } from '#libs/database';
import type { FedId, Language, PersonNumber, PersonRegister } from '#libs/kernel';
import type { Enrolment, KeyKind } from '#libs/loa';
import type { PeopleStore, Person } from '#libs/people';
import type { DigitalKeyState } from './digital-key.js';
import { isDuplicate } from './duplicate.js';

/** The number by which a key names its holder. */
export interface HolderNumber {
  readonly number: PersonNumber;
  readonly register: PersonRegister;
}

export type HolderOutcome =
  | { readonly kind: 'known'; readonly fedId: FedId; readonly keyId: string }
  /** Their first sign-in with this key: person or key were made now. */
  | { readonly kind: 'enrolled'; readonly fedId: FedId; readonly keyId: string; readonly newPerson: boolean }
  /** The person is deceased or blocked, or the use of the key was stopped. */
  | { readonly kind: 'refused'; readonly fedId: FedId; readonly reason: 'person' | 'key' };

/** A kind of key that proves by itself who its holder is, and so enrols whoever comes for the first time. */
export interface EnrollingKey {
  readonly kind: KeyKind;
  readonly enrolment: Enrolment;
}

/** Whose key it is: finds the person by the number, and makes person and key at the first sign-in. */
export class KeyHolders {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly key: EnrollingKey,
  ) {}

  async find(holder: HolderNumber, language: Language): Promise<HolderOutcome> {
    try {
      return await this.findOrEnrol(holder, language);
    } catch (error) {
      // Two first sign-ins at once: one made the person, the other finds it now.
      if (!isDuplicate(error)) throw error;
      return this.findOrEnrol(holder, language);
    }
  }

  private findOrEnrol(holder: HolderNumber, language: Language): Promise<HolderOutcome> {
    return this.database.transaction(async (tx) => {
      const people = this.people.within(tx);
      const found = await people.findByNumber(holder.number);
      const person = found ?? (await this.enrol(people, holder, language));
      const { fedId } = person;
      if (person.state !== 'active') return { kind: 'refused', fedId, reason: 'person' };
      const key = (await this.keyOf(tx, fedId)) ?? (await this.addKey(tx, fedId));
      if (key.state !== 'active') return { kind: 'refused', fedId, reason: 'key' };
      await noteUse(tx, key.id);
      const proof = { fedId, keyId: key.id };
      return key.isNew
        ? { kind: 'enrolled', ...proof, newPerson: found === undefined }
        : { kind: 'known', ...proof };
    });
  }

  private enrol(
    people: PeopleStore,
    { register, number }: HolderNumber,
    language: Language,
  ): Promise<Person> {
    return people.create({ enrolment: this.key.enrolment, language, number: { register, number } });
  }

  private async keyOf(tx: Queryable, fedId: FedId): Promise<KeyRow | undefined> {
    const [row] = await tx.prepared<KeyRow>(
      'held-key-of-person',
      `select id, state, false as "isNew" from digital_keys.digital_key where fed_id = $1 and kind = $2`,
      [fedId, this.key.kind],
    );
    return row;
  }

  /** One of a kind per person; a second one fails (unique index) and is found at the next try. */
  private async addKey(tx: Queryable, fedId: FedId): Promise<KeyRow> {
    const [row] = await tx.prepared<KeyRow>(
      'held-key-add',
      `insert into digital_keys.digital_key (fed_id, kind, enrolment) values ($1, $2, $3)
       returning id, state, true as "isNew"`,
      [fedId, this.key.kind, this.key.enrolment],
    );
    if (row === undefined) throw new Error('the key was not stored');
    return row;
  }
}

interface KeyRow {
  readonly id: string;
  readonly state: DigitalKeyState;
  readonly isNew: boolean;
}

async function noteUse(tx: Queryable, keyId: string): Promise<void> {
  await tx.prepared(
    'held-key-note-use',
    'update digital_keys.digital_key set last_used_at = now() where id = $1',
    [keyId],
  );
}
