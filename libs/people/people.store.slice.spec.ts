import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import type { FedId, PersonNumber } from '#libs/kernel';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { personas, testDatabase, type TestDatabase } from '#libs/testing';
import { PeopleStore } from './people.store.js';

let db: TestDatabase;
let asFas: Database;
let people: PeopleStore;

beforeAll(async () => {
  db = await testDatabase();
  asFas = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 5 });
  const master = MasterKey.fromSecret(Buffer.alloc(32, 4));
  people = new PeopleStore(asFas, new FieldCipher(master), new BlindIndex(master));
});
afterAll(async () => {
  await asFas.close();
  await db.drop();
});

/** Invented numbers; each is given out once, since a number belongs to one person. */
const numbers = personas.map(({ nationalNumber }) => nationalNumber as PersonNumber);
const national = () => ({ register: 'national', number: numbers.pop() ?? ('' as PersonNumber) }) as const;
const person = async (): Promise<FedId> => (await people.create({ enrolment: 'eid', language: 'fr' })).fedId;

describe('a person', () => {
  it('is known by a FedID that tells nothing, and by the number', async () => {
    const number = national();
    const { fedId } = await people.create({ enrolment: 'lra', language: 'de', number });
    expect(fedId).toMatch(/^[0-9a-f]{40}$/);
    const known = { fedId, state: 'active', enrolment: 'lra', language: 'de' };
    expect(await people.find(fedId)).toEqual(known);
    expect(await people.findByNumber(number.number)).toEqual(known);
  });

  it('that nobody registered is not found', async () => {
    expect(await people.find('ab'.repeat(20) as FedId)).toBeUndefined();
    expect(await people.findByNumber('00000000097' as PersonNumber)).toBeUndefined();
  });

  it('keeps its state', async () => {
    const fedId = await person();
    await people.setState(fedId, 'blocked');
    expect((await people.find(fedId))?.state).toBe('blocked');
  });
});

describe('a number', () => {
  it('stays with the person as history when another takes its place', async () => {
    const fedId = await person();
    const [bis, first, second] = [{ ...national(), register: 'bis' } as const, national(), national()];
    for (const number of [bis, first, second]) await people.addNumber(fedId, number);
    expect(await people.findIdentifiers(fedId)).toEqual([
      { ...second, current: true },
      { ...first, current: false },
      { ...bis, current: false },
    ]);
  });

  it('is read together with its person; who has none has none', async () => {
    const [fedId, without] = [await person(), await person()];
    const [old, current] = [national(), national()];
    for (const number of [old, current]) await people.addNumber(fedId, number);
    expect(await people.findWithNumber(fedId)).toEqual({
      person: await people.find(fedId),
      number: { ...current, current: true },
    });
    expect(await people.findWithNumber(without)).toEqual({ person: await people.find(without) });
    expect(await people.findWithNumber('ab'.repeat(20) as FedId)).toBeUndefined();
  });

  it('finds its person also after it was replaced', async () => {
    const fedId = await person();
    const [old, current] = [national(), national()];
    await people.addNumber(fedId, old);
    await people.addNumber(fedId, current);
    expect((await people.findByNumber(old.number))?.fedId).toBe(fedId);
    expect((await people.findByNumber(current.number))?.fedId).toBe(fedId);
  });

  it('belongs to one person, and who is refused it keeps the own one', async () => {
    const [fedId, other] = [await person(), await person()];
    const [own, taken] = [national(), national()];
    await people.addNumber(fedId, own);
    await people.addNumber(other, taken);
    await expect(people.addNumber(fedId, taken)).rejects.toMatchObject({ code: '23505' });
    expect(await people.findIdentifiers(fedId)).toEqual([{ ...own, current: true }]);
    expect((await people.findByNumber(taken.number))?.fedId).toBe(other);
  });

  it('is one at a time, also when two are given at the same moment', async () => {
    const fedId = await person();
    await people.addNumber(fedId, national());
    await Promise.allSettled(
      [national(), national(), national()].map((next) => people.addNumber(fedId, next)),
    );
    const identifiers = await people.findIdentifiers(fedId);
    expect(identifiers.filter(({ current }) => current)).toHaveLength(1);
    expect(identifiers.length).toBeGreaterThan(1);
  });

  it('that is given to two people at the same moment goes to one', async () => {
    const holders = await Promise.all([person(), person(), person(), person()]);
    const number = national();
    const given = await Promise.allSettled(holders.map((fedId) => people.addNumber(fedId, number)));
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('and the person are not registered when the surrounding transaction fails', async () => {
    const number = national();
    const failing = asFas.transaction(async (tx) => {
      await people.within(tx).create({ enrolment: 'eid', language: 'nl', number });
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect(await people.findByNumber(number.number)).toBeUndefined();
  });
});

describe('contact data', () => {
  const mail = (value: string, primary = true) => ({ kind: 'mail', value, primary, verified: true }) as const;

  it('come with the primary one first', async () => {
    const fedId = await person();
    const second = mail('tweede@people.example', false);
    const phone = { kind: 'phone', value: '+32460000099', primary: false, verified: false } as const;
    const first = mail('Eerste@people.example');
    for (const contact of [second, phone, first]) await people.addContact(fedId, contact);
    expect(await people.findContacts(fedId)).toEqual([first, second, phone]);
  });

  it('are nobody else’s', async () => {
    await people.addContact(await person(), mail('alleen@people.example'));
    expect(await people.findContacts(await person())).toEqual([]);
  });

  it('hold a mail address of one person only, in any case; a telephone may be shared', async () => {
    const [one, other] = [await person(), await person()];
    await people.addContact(one, mail('samen@people.example'));
    await expect(people.addContact(other, mail('Samen@People.Example'))).rejects.toMatchObject({
      code: '23505',
    });
    const phone = { kind: 'phone', value: '+32460000098', primary: true, verified: true } as const;
    await people.addContact(one, phone);
    await people.addContact(other, phone);
    expect(await people.findContacts(other)).toEqual([phone]);
  });
});

describe('at rest', () => {
  it('no number, mail address or telephone stands in any column in clear', async () => {
    const [old, current] = [national(), national()];
    const fedId = await person();
    await people.addNumber(fedId, old);
    await people.addNumber(fedId, current);
    await people.addContact(fedId, {
      kind: 'mail',
      value: 'verborgen@people.example',
      primary: true,
      verified: true,
    });
    await people.addContact(fedId, { kind: 'phone', value: '+32460000097', primary: true, verified: true });
    const tables = await db.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const clear = [old.number, current.number, 'verborgen', '460000097'];
    for (const { name } of tables) {
      const rows = await db.database.query<{ row: string }>(`select t::text as row from ${name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      expect([name, clear.filter((value) => text.includes(value))]).toEqual([name, []]);
    }
  });

  it('a number that is copied to where contact data stand cannot be read', async () => {
    const [fedId, number] = [await person(), national()];
    await people.addNumber(fedId, number);
    await db.database.query(
      `insert into people.contact (fed_id, kind, value_encrypted, value_index)
       select fed_id, 'phone', number_encrypted, 'copied' from people.identifier where fed_id = $1`,
      [fedId],
    );
    await expect(people.findContacts(fedId)).rejects.toThrow('does not belong to this place');
  });
});
