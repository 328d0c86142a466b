import { randomBytes } from 'node:crypto';
import type { Database } from '#libs/database';
import { DigitalKeysStore, PasswordStore, TotpStore } from '#libs/digital-keys';
import { fedIdFromBytes } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, PasswordHasher, type MasterKey } from '#libs/security';
import type { PersonToBe } from '../client/messages.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface Crowd {
  readonly people: readonly PersonToBe[];
  readonly peopleWithCode: readonly PersonToBe[];
  readonly password: string;
}

/** Many people with one and the same password, whose hash is therefore made once only. */
export async function makeCrowd(
  database: Database,
  masterKey: MasterKey,
  counts: { readonly people: number; readonly peopleWithCode: number },
): Promise<Crowd> {
  const password = `${randomBytes(12).toString('base64url')}-measured`;
  const hash = await new PasswordHasher({ masterKey }).hash(password);
  const name = (index: number) => `measured.${index}`;
  const people = Array.from({ length: counts.people }, (_, index) => ({ username: name(index) }));
  const peopleWithCode = Array.from({ length: counts.peopleWithCode }, (_, index) => ({
    username: name(counts.people + index),
    totpSecret: [...randomBytes(32)].map((byte) => BASE32.charAt(byte % 32)).join(''),
  }));
  await database.transaction(async (tx) => {
    const cipher = new FieldCipher(masterKey);
    const index = new BlindIndex(masterKey);
    const stores = {
      people: new PeopleStore(tx, cipher, index),
      keys: new DigitalKeysStore(tx),
      passwords: new PasswordStore(tx, cipher, index),
      apps: new TotpStore(tx, cipher),
    };
    for (const person of [...people, ...peopleWithCode]) await addPerson(stores, person, hash);
  });
  return { people, peopleWithCode, password };
}

interface Stores {
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
  readonly passwords: PasswordStore;
  readonly apps: TotpStore;
}

async function addPerson(stores: Stores, person: PersonToBe, hash: string): Promise<void> {
  const fedId = fedIdFromBytes(randomBytes(20));
  const { username, totpSecret } = person;
  await stores.people.create({ fedId, enrolment: 'itsme', language: 'nl' });
  await stores.people.addContact(fedId, {
    kind: 'mail',
    value: `${username}@csam.example`,
    primary: true,
    verified: true,
  });
  const keyId = await stores.keys.add({ fedId, kind: 'password', enrolment: 'itsme' });
  await stores.passwords.add(keyId, username, hash);
  if (totpSecret === undefined) return;
  await stores.apps.add(await stores.keys.add({ fedId, kind: 'totp', enrolment: 'itsme' }), totpSecret);
}
