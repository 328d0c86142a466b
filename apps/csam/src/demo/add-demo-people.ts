import type { Queryable } from '#libs/database';
import { DigitalKeysStore, PasswordStore, TokenStore, TotpStore } from '#libs/digital-keys';
import { parsePersonNumber, type PersonNumber } from '#libs/kernel';
import type { Enrolment, KeyKind } from '#libs/loa';
import { NameIndex, PeopleStore } from '#libs/people';
import { PasswordHasher } from '#libs/security';
import type { DemoPerson, DemoWorld } from '#libs/testing';
import type { Workbench } from '../workbench.js';

/** Gives a demo person one kind of key, when the persona has it. A further key is a line in {@link giversOf}. */
type KeyGiver = (
  person: DemoPerson,
  newKey: (kind: KeyKind, label?: string) => Promise<string>,
) => Promise<void>;

/** Adds the people who are known here and not there yet; returns how many. */
export async function addDemoPeople(tx: Queryable, workbench: Workbench, world: DemoWorld): Promise<number> {
  const people = new PeopleStore(tx, workbench.cipher, workbench.index);
  const names = new NameIndex(tx, workbench.index);
  const givers = giversOf(tx, workbench);
  let added = 0;
  for (const person of world.people) {
    const { enrolment } = person;
    if (enrolment === undefined || (await people.find(person.fedId))) continue;
    await addPerson(people, person, enrolment);
    await names.note(person.fedId, person);
    await giveKeys(tx, { person, enrolment, givers });
    added += 1;
  }
  return added;
}

async function addPerson(people: PeopleStore, person: DemoPerson, enrolment: Enrolment): Promise<void> {
  const { fedId, language, email, phone } = person;
  await people.create({ fedId, enrolment, language });
  for (const number of [...person.formerNumbers, person.nationalNumber]) {
    await people.addNumber(fedId, identifier(number));
  }
  const contact = { primary: true, verified: true };
  if (email !== undefined) await people.addContact(fedId, { kind: 'mail', value: email, ...contact });
  if (phone !== undefined) await people.addContact(fedId, { kind: 'phone', value: phone, ...contact });
}

async function giveKeys(
  tx: Queryable,
  { person, enrolment, givers }: { person: DemoPerson; enrolment: Enrolment; givers: readonly KeyGiver[] },
): Promise<void> {
  const keys = new DigitalKeysStore(tx);
  const { fedId } = person;
  for (const give of givers) {
    await give(person, (kind, label) => keys.add({ fedId, kind, enrolment, ...(label && { label }) }));
  }
}

function giversOf(tx: Queryable, { cipher, index, masterKey }: Workbench): KeyGiver[] {
  const passwords = new PasswordStore(tx, cipher, index);
  const hasher = new PasswordHasher({ masterKey });
  const apps = new TotpStore(tx, cipher);
  const cards = new TokenStore(tx, index);
  return [
    async ({ username, password }, newKey) => {
      if (username === undefined || password === undefined) return;
      await passwords.add(await newKey('password'), username, await hasher.hash(password));
    },
    async ({ totpSecret }, newKey) => {
      if (totpSecret !== undefined) await apps.add(await newKey('totp', 'Demo'), totpSecret);
    },
    async ({ token }, newKey) => {
      if (token !== undefined) await cards.add(await newKey('token'), token);
    },
    async ({ keys, phone }, newKey) => {
      if (phone !== undefined && keys.includes('sms')) await newKey('sms');
    },
    async ({ keys, email }, newKey) => {
      if (email !== undefined && keys.includes('email')) await newKey('email');
    },
  ];
}

function identifier(number: string): { register: 'national' | 'bis'; number: PersonNumber } {
  const parsed = parsePersonNumber(number, { today: new Date() });
  if (parsed.kind === 'invalid') throw new Error('a demo person has a number that does not hold');
  return { register: parsed.register, number: parsed.number };
}
