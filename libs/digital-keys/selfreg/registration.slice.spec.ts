import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { hours, type Language } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey, PasswordHasher, Throttle } from '#libs/security';
import { testDatabase } from '#libs/testing';
import { DigitalKeysStore } from '../digital-keys.store.js';
import { LIGHT_COST } from '../test-support/key-world.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationStore } from './registration.store.js';
import type { Registration } from './registration.js';
import { SelfregStore } from './selfreg.store.js';

const PASSWORD = 'meadow-lantern-kettle-17';
const BROWSER = 'browser-of-whoever-registers';

let owner: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let service: RegistrationService;
beforeAll(async () => {
  owner = await testDatabase();
  database = await Database.open({ url: owner.url, role: 'csam_fas', maxConnections: 8 });
  const masterKey = MasterKey.fromSecret(Buffer.alloc(32, 3));
  const cipher = new FieldCipher(masterKey);
  const index = new BlindIndex(masterKey);
  service = new RegistrationService({
    database,
    registrations: new RegistrationStore(database, cipher, index),
    profiles: new SelfregStore(database, cipher, index),
    people: new PeopleStore(database, cipher, index),
    keys: new DigitalKeysStore(database),
    outbox: new Outbox({ cipher, index }),
    hasher: new PasswordHasher({ masterKey, cost: LIGHT_COST }),
    throttle: new Throttle(database, index),
    baseUrl: 'https://fas.example',
  });
});
afterAll(async () => {
  await database.close();
  await owner.drop();
});

let callers = 0;
const sceneAt = (now: Date) => {
  callers += 1;
  const address = `198.51.100.${callers % 250}`;
  return { browser: BROWSER, address, language: 'nl' as Language, now };
};
const soon = () => new Date();
/** Mails to one mailbox keep a distance of seconds. */
const laterBy = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function begun(mail: string, now = soon()): Promise<Registration> {
  const started = await service.start(mail, sceneAt(now));
  if (started.kind !== 'sent') throw new Error('no mail was sent');
  return found(started.id);
}

async function found(id: string): Promise<Registration> {
  const registration = await service.find(id, BROWSER);
  if (registration === undefined || registration === 'other-browser') throw new Error('it is gone');
  return registration;
}

/** As after the link of its mail. */
async function verified(mail: string, now = soon()): Promise<Registration> {
  const { id } = await begun(mail, now);
  await owner.database.query('update digital_keys.registration set verified_at = now() where id = $1', [id]);
  return found(id);
}

const profile = (password = PASSWORD) => ({
  name: { given: 'Lotte', family: 'Verzonnen' },
  password,
  language: 'nl' as Language,
});

describe('a registration', () => {
  it('XS-5 of fifty codes at the same moment compares five, and takes none after that', async () => {
    const registration = await begun('guessed@people.example');
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, code) =>
        service.verifyCode(registration, String(code).padStart(6, '0'), soon()),
      ),
    );
    expect(outcomes.filter(Boolean).length).toBeLessThanOrEqual(1);
    expect((await found(registration.id)).failures).toBe(5);
  });

  it('of one mailbox in two windows at the same moment ends in one profile', async () => {
    const mail = 'twice@people.example';
    const both = [await verified(mail), await verified(mail, laterBy(1))];
    const made = await Promise.all(both.map((one) => service.complete(one, profile(), soon())));
    expect(made.map(({ kind }) => kind)).toEqual(['made', 'made']);
    const people = new Set(made.map((one) => (one.kind === 'made' ? one.fedId : '')));
    expect(people.size).toBe(1);
    expect(made.filter((one) => one.kind === 'made' && one.isNew)).toHaveLength(1);
  });

  it('sent twice makes its profile once', async () => {
    const registration = await verified('sent-twice@people.example');
    const made = await Promise.all([1, 2, 3].map(() => service.complete(registration, profile(), soon())));
    expect(made.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'gone', 'made']);
  });

  it('XS-21 of a profile that was stopped meanwhile gives it no new password', async () => {
    const mail = 'stopped@people.example';
    const first = await service.complete(await verified(mail), profile(), soon());
    if (first.kind !== 'made') throw new Error('no profile');
    const again = await verified(mail, laterBy(1));
    await owner.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [first.fedId]);
    const hash = () =>
      owner.database.query('select password_hash from digital_keys.selfreg where key_id = $1', [first.keyId]);
    const before = await hash();
    expect(await service.complete(again, profile('another-lantern-kettle-18'), soon())).toEqual({
      kind: 'gone',
    });
    expect(await hash()).toEqual(before);
  });

  it('expires within the hour, verified or not', async () => {
    const registration = await verified('late@people.example');
    const late = new Date(Date.now() + hours(1) + 1_000);
    expect(await service.complete(registration, profile(), late)).toEqual({ kind: 'gone' });
  });
});
