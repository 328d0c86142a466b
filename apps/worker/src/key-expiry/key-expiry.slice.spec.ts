import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import { days } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase, specAuditReader, specRecordKeys } from '#libs/testing';
import { KeyExpiry } from './key-expiry.js';

const START = new Date('2026-03-02T09:00:00Z');
const master = MasterKey.fromSecret(Buffer.alloc(32, 9));
const [cipher, index] = [new FieldCipher(master), new BlindIndex(master)];

let db: TestDatabase;
let asWorker: Database;
let now = START;
let expiry: KeyExpiry;

beforeAll(async () => {
  db = await testDatabase();
  asWorker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 4 });
  expiry = new KeyExpiry({
    database: asWorker,
    people: new PeopleStore(asWorker, cipher, index),
    outbox: new Outbox({ cipher, index }),
    audit: new AuditWriter({ database: asWorker, keys: specRecordKeys(asWorker) }),
    baseUrl: 'https://sma.example',
    clock: { now: () => now },
  });
});
afterAll(async () => {
  await asWorker.close();
  await db.drop();
});

const mails = async () =>
  (
    await db.database.query<{ key: string }>(
      'select deduplication_key as key from messaging.outbox order by created_at',
    )
  ).map(({ key }) => key.split(':').at(-1));

it('a key that ends is announced twice, then ended, told and recorded; another one is left alone', async () => {
  const people = new PeopleStore(db.database, cipher, index);
  const keys = new DigitalKeysStore(db.database);
  const { fedId } = await people.create({ enrolment: 'eid', language: 'fr' });
  await people.addContact(fedId, { kind: 'mail', value: 'eline@example.be', primary: true, verified: true });
  const expiresAt = new Date(START.getTime() + days(31));
  await keys.add({ fedId, kind: 'certificate', enrolment: 'eid', expiresAt });
  await keys.add({ fedId, kind: 'totp', enrolment: 'eid' });
  const seen: (readonly [number, number])[] = [];
  for (const day of [0, 1, 2, 24, 25, 30, 31, 32]) {
    now = new Date(START.getTime() + days(day));
    // Two workers, and each of them twice.
    await Promise.all([expiry.run(), expiry.run()]);
    seen.push([day, (await mails()).length]);
  }
  expect(seen).toEqual([
    [0, 0],
    [1, 1],
    [2, 1],
    [24, 2],
    [25, 2],
    [30, 2],
    [31, 3],
    [32, 3],
  ]);
  expect(await mails()).toEqual(['30', '7', 'over']);
  expect((await keys.ofPerson(fedId)).map(({ kind, state }) => [kind, state])).toEqual([
    ['certificate', 'revoked'],
    ['totp', 'active'],
  ]);
  const events = await specAuditReader(db.database).bySubject(fedId);
  expect(events.map(({ name, data }) => [name, data['reason']])).toEqual([['KeyRevoked', 'expired']]);
});
