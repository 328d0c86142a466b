import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { hours, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase } from '#libs/testing';
import { DigitalKeysStore } from '../digital-keys.store.js';
import { ProfileLinks, type RealProof } from './profile-links.js';

let owner: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let people: PeopleStore;
let keys: DigitalKeysStore;
let links: ProfileLinks;
beforeAll(async () => {
  owner = await testDatabase();
  database = await Database.open({ url: owner.url, role: 'csam_fas', maxConnections: 6 });
  const master = MasterKey.fromSecret(Buffer.alloc(32, 5));
  people = new PeopleStore(database, new FieldCipher(master), new BlindIndex(master));
  keys = new DigitalKeysStore(database);
  links = new ProfileLinks(database);
});
afterAll(async () => {
  await database.close();
  await owner.drop();
});

let counter = 0;
const LONG_AGO = new Date(0);
const JUST_NOW = () => new Date(Date.now() - 2_000);

async function holder(enrolment: Enrolment, kind: 'selfreg' | 'eid' | 'itsme' | 'totp') {
  const { fedId } = await people.create({ enrolment, language: 'nl' });
  counter += 1;
  await people.addContact(fedId, {
    kind: 'mail',
    value: `somebody-${counter}@people.example`,
    primary: true,
    verified: true,
  });
  const keyId = await keys.add({ fedId, kind, enrolment });
  return { fedId, keyId };
}

const proofOf = (
  { fedId, keyId }: { fedId: FedId; keyId: string },
  key: 'eid' | 'itsme' | 'totp' = 'eid',
  enrolment: Enrolment = key === 'totp' ? 'lra' : key,
): RealProof => ({ fedId, keyId, key, enrolment });

const kindsOf = async (fedId: FedId) => (await keys.ofPerson(fedId)).map(({ kind }) => kind).toSorted();

describe('a self-registered profile', () => {
  it.each(['eid', 'itsme'] as const)('goes up in the person who was known before, by %s', async (key) => {
    const [own, real] = [await holder('self', 'selfreg'), await holder(key, key)];
    await database.query(
      `update people.person set created_at = now() - interval '1 year' where fed_id = $1`,
      [real.fedId],
    );
    const linked = await links.link(own.fedId, proofOf(real, key), JUST_NOW());
    expect(linked).toEqual({ kind: 'linked', fedId: real.fedId, former: own.fedId });
    expect(await kindsOf(real.fedId)).toEqual([key, 'selfreg'].toSorted());
    expect((await keys.ofPerson(real.fedId)).find(({ kind }) => kind === 'selfreg')?.enrolment).toBe('self');
    expect((await people.find(own.fedId))?.state).toBe('linked');
    expect(await links.formerOf(real.fedId)).toEqual([own.fedId]);
    const contacts = await people.findContacts(real.fedId);
    expect(contacts.map(({ primary }) => primary)).toEqual([true, false]);
  });

  it('stays who it was when the proof has just made the person', async () => {
    const [own, real] = [await holder('self', 'selfreg'), await holder('eid', 'eid')];
    const linked = await links.link(own.fedId, proofOf(real), JUST_NOW());
    expect(linked).toEqual({ kind: 'linked', fedId: own.fedId, former: real.fedId });
    expect(await people.find(own.fedId)).toMatchObject({ state: 'active', enrolment: 'eid' });
    expect((await people.find(real.fedId))?.state).toBe('linked');
    expect(await kindsOf(own.fedId)).toEqual(['eid', 'selfreg']);
    expect(await links.isSelfRegistered(own.fedId)).toBe(false);
  });

  it('goes up also in somebody new who has more than the key of this proof', async () => {
    const [own, real] = [await holder('self', 'selfreg'), await holder('eid', 'eid')];
    await keys.add({ fedId: real.fedId, kind: 'totp', enrolment: 'eid' });
    expect(await links.link(own.fedId, proofOf(real), JUST_NOW())).toMatchObject({ fedId: real.fedId });
  });

  it.each([
    ['a key that a desk gave', async () => proofOf(await holder('lra', 'totp'), 'totp')],
    ['another self-registered profile', async () => proofOf(await holder('self', 'selfreg'), 'totp', 'self')],
  ])('is not linked by %s', async (_what, proof) => {
    const own = await holder('self', 'selfreg');
    expect(await links.link(own.fedId, await proof(), LONG_AGO)).toEqual({ kind: 'refused' });
    expect(await links.isSelfRegistered(own.fedId)).toBe(true);
  });

  it('XS-15 is not linked to a blocked person, nor is a real person to another', async () => {
    const [own, real, other] = [
      await holder('self', 'selfreg'),
      await holder('eid', 'eid'),
      await holder('itsme', 'itsme'),
    ];
    expect(await links.link(other.fedId, proofOf(real), LONG_AGO)).toEqual({ kind: 'refused' });
    await people.setState(real.fedId, 'blocked');
    expect(await links.link(own.fedId, proofOf(real), LONG_AGO)).toEqual({ kind: 'refused' });
  });

  it('is linked once, whoever says yes at the same moment', async () => {
    const own = await holder('self', 'selfreg');
    const others = await Promise.all([1, 2, 3, 4].map(() => holder('eid', 'eid')));
    const since = new Date(Date.now() + hours(1));
    const outcomes = await Promise.all(others.map((real) => links.link(own.fedId, proofOf(real), since)));
    expect(outcomes.filter(({ kind }) => kind === 'linked')).toHaveLength(1);
    expect(
      await owner.database.query('select 1 from people.former_profile where former_fed_id = $1', [own.fedId]),
    ).toHaveLength(1);
  });
});
