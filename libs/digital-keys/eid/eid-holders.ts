import type { Database, Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { PeopleStore, Person } from '#libs/people';
import type { DigitalKeyState } from '../digital-key.js';
import { isDuplicate } from '../duplicate.js';
import type { EidHolder } from './eid.js';

export type HolderOutcome =
  | { readonly kind: 'known'; readonly fedId: FedId; readonly keyId: string }
  /** Their first sign-in with a card: person or key were made now. */
  | { readonly kind: 'enrolled'; readonly fedId: FedId; readonly keyId: string; readonly newPerson: boolean }
  /** The person is deceased or blocked, or the use of the card was stopped. */
  | { readonly kind: 'refused'; readonly fedId: FedId; readonly reason: 'person' | 'key' };

/** Whose card it is: finds the person by the number on it, and makes person and key at the first sign-in. */
export class EidHolders {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
  ) {}

  async find(holder: EidHolder, language: Language): Promise<HolderOutcome> {
    try {
      return await this.findOrEnrol(holder, language);
    } catch (error) {
      // Two first sign-ins at once: one made the person, the other finds it now.
      if (!isDuplicate(error)) throw error;
      return this.findOrEnrol(holder, language);
    }
  }

  private findOrEnrol(holder: EidHolder, language: Language): Promise<HolderOutcome> {
    return this.database.transaction(async (tx) => {
      const people = this.people.within(tx);
      const found = await people.findByNumber(holder.number);
      const person = found ?? (await enrol(people, holder, language));
      const { fedId } = person;
      if (person.state !== 'active') return { kind: 'refused', fedId, reason: 'person' };
      const key = (await keyOf(tx, fedId)) ?? (await addKey(tx, fedId));
      if (key.state !== 'active') return { kind: 'refused', fedId, reason: 'key' };
      await noteUse(tx, key.id);
      const proof = { fedId, keyId: key.id };
      return key.isNew
        ? { kind: 'enrolled', ...proof, newPerson: found === undefined }
        : { kind: 'known', ...proof };
    });
  }
}

interface EidKeyRow {
  readonly id: string;
  readonly state: DigitalKeyState;
  readonly isNew: boolean;
}

const enrol = (people: PeopleStore, holder: EidHolder, language: Language): Promise<Person> =>
  people.create({
    enrolment: 'eid',
    language,
    number: { register: holder.register, number: holder.number },
  });

async function keyOf(tx: Queryable, fedId: FedId): Promise<EidKeyRow | undefined> {
  const [row] = await tx.prepared<EidKeyRow>(
    'eid-key-of-person',
    `select id, state, false as "isNew" from digital_keys.digital_key where fed_id = $1 and kind = 'eid'`,
    [fedId],
  );
  return row;
}

/** One per person, whatever cards follow each other; a second one fails (unique index) and is found at the next try. */
async function addKey(tx: Queryable, fedId: FedId): Promise<EidKeyRow> {
  const [row] = await tx.prepared<EidKeyRow>(
    'eid-key-add',
    `insert into digital_keys.digital_key (fed_id, kind, enrolment) values ($1, 'eid', 'eid')
     returning id, state, true as "isNew"`,
    [fedId],
  );
  if (row === undefined) throw new Error('the key was not stored');
  return row;
}

async function noteUse(tx: Queryable, keyId: string): Promise<void> {
  await tx.prepared(
    'eid-key-note-use',
    'update digital_keys.digital_key set last_used_at = now() where id = $1',
    [keyId],
  );
}
