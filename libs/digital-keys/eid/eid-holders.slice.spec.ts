import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePersonNumber, type PersonNumber } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { personas, testDatabase, type TestDatabase } from '#libs/testing';
import { DigitalKeysStore } from '../digital-keys.store.js';
import type { EidHolder } from './eid.js';
import { EidHolders } from './eid-holders.js';

let db: TestDatabase;
let people: PeopleStore;
let keys: DigitalKeysStore;
let holders: EidHolders;

beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
  const masterKey = MasterKey.fromSecret(randomBytes(32));
  people = new PeopleStore(db.database, new FieldCipher(masterKey), new BlindIndex(masterKey));
  keys = new DigitalKeysStore(db.database);
  holders = new EidHolders(db.database, people);
});
afterAll(() => db.drop());

function numberOf(id: string, former = false): PersonNumber {
  const persona = personas.find((candidate) => candidate.id === id);
  const text = former ? persona?.formerNumbers[0] : persona?.nationalNumber;
  const parsed = parsePersonNumber(text ?? '', { today: new Date() });
  if (parsed.kind === 'invalid') throw new Error(parsed.reason);
  return parsed.number;
}

const holder = (id: string, former = false): EidHolder => ({
  number: numberOf(id, former),
  register: 'national',
  givenNames: 'Invented',
  surname: 'Person',
});

describe('KY-1 the holder of an identity card', () => {
  it('becomes a person with a key at the first sign-in, and is the same person ever after', async () => {
    const first = await holders.find(holder('fabrice-fantome'), 'fr');
    expect(first).toMatchObject({ kind: 'enrolled', newPerson: true });
    expect(await people.find(first.fedId)).toMatchObject({ enrolment: 'eid', language: 'fr' });
    const again = await holders.find(holder('fabrice-fantome'), 'nl');
    expect(again).toMatchObject({ kind: 'known', fedId: first.fedId });
    const [key, ...others] = await keys.ofPerson(first.fedId);
    expect(key).toMatchObject({ kind: 'eid', enrolment: 'eid', state: 'active' });
    expect(key?.lastUsedAt).toBeInstanceOf(Date);
    expect(others).toEqual([]);
  });

  it('who is known by another key is the same person, with a new key that proves more', async () => {
    const number = { register: 'national', number: numberOf('wout-wafel') } as const;
    const known = await people.create({ enrolment: 'lra', language: 'nl', number });
    const found = await holders.find(holder('wout-wafel'), 'nl');
    expect(found).toMatchObject({ kind: 'enrolled', newPerson: false, fedId: known.fedId });
    expect(await keys.ofPerson(known.fedId)).toMatchObject([{ kind: 'eid', enrolment: 'eid' }]);
  });

  it('whose number was replaced is the same person under either', async () => {
    const { fedId } = await people.create({ enrolment: 'eid', language: 'nl' });
    await people.addNumber(fedId, { register: 'bis', number: numberOf('ines-inkomend', true) });
    await people.addNumber(fedId, { register: 'national', number: numberOf('ines-inkomend') });
    expect(await holders.find(holder('ines-inkomend'), 'nl')).toMatchObject({ fedId });
    expect(await holders.find(holder('ines-inkomend', true), 'nl')).toMatchObject({ fedId });
  });

  it('who signs in for the first time in fifty windows at once is one person with one key', async () => {
    const found = await Promise.all(
      Array.from({ length: 50 }, () => holders.find(holder('jules-jonagold'), 'nl')),
    );
    expect(new Set(found.map(({ fedId }) => fedId)).size).toBe(1);
    expect(found.filter(({ kind }) => kind === 'enrolled')).toHaveLength(1);
    expect(await keys.ofPerson(found[0]?.fedId ?? ('' as never))).toHaveLength(1);
  });

  it.each(['deceased', 'blocked', 'erased'] as const)('who is %s is refused', async (state) => {
    const { fedId } = await holders.find(holder('karel-klaver'), 'nl');
    await people.setState(fedId, state);
    expect(await holders.find(holder('karel-klaver'), 'nl')).toEqual({
      kind: 'refused',
      fedId,
      reason: 'person',
    });
    await people.setState(fedId, 'active');
  });

  it.each(['suspended', 'revoked'] as const)(
    'whose key is %s is refused, and gets no other',
    async (state) => {
      const found = await holders.find(holder('lea-lierre'), 'fr');
      const keyId = 'keyId' in found ? found.keyId : '';
      await keys.setState(keyId, state);
      expect(await holders.find(holder('lea-lierre'), 'fr')).toMatchObject({
        kind: 'refused',
        reason: 'key',
      });
      expect(await keys.ofPerson(found.fedId)).toHaveLength(1);
      await keys.setState(keyId, 'active');
    },
  );
});
