import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { AuditWriter } from '#libs/audit';
import { CardReadingsStore, type CardReport } from '#libs/digital-keys';
import { BlindIndex, FieldCipher, MasterKey, Throttle } from '#libs/security';
import { testDatabase, type TestDatabase, specRecordKeys } from '#libs/testing';
import { CardTests, TESTS_PER_NETWORK } from './card-tests.js';

const NOW = new Date('2026-03-02T09:15:00Z');
const clock = { now: () => NOW };
const BINDING = 'card-test.browser';
const VALID: CardReport = { outcome: { kind: 'refused', problem: 'responder-down' }, chain: [] };

let db: TestDatabase;
let readings: CardReadingsStore;
let asked: number;
let tests: CardTests;

beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
});
afterAll(() => db.drop());
beforeEach(() => {
  const master = MasterKey.fromSecret(randomBytes(32));
  readings = new CardReadingsStore(db.database, new FieldCipher(master));
  asked = 0;
  const examine = async (): Promise<CardReport> => {
    asked += 1;
    return Promise.resolve(VALID);
  };
  tests = new CardTests({
    cards: { readings, eid: { examine } },
    throttle: new Throttle(db.database, new BlindIndex(master), clock),
    audit: new AuditWriter({ database: db.database, keys: specRecordKeys(db.database) }),
    clock,
  });
});

const read = () => readings.keep({ kind: 'none' }, { binding: BINDING, test: true });
const visit = (handle: string, reference = '7K3F-9QXM', binding = BINDING) =>
  tests.of({ handle, binding, reference, address: '192.0.2.1' });

const recorded = async () =>
  (await db.database.query("select 1 from audit.event where name = 'CardTested'")).length;

it('KY-11 asks the authorities once, however often and at once the page is loaded', async () => {
  const handle = await read();
  const before = await recorded();
  await Promise.all(Array.from({ length: 20 }, () => visit(handle)));
  const again = await visit(handle, '2B2B-2B2B');
  expect(again).toEqual({ kind: 'finished', test: { report: VALID, at: NOW, reference: '7K3F-9QXM' } });
  expect(asked).toBe(1);
  expect((await recorded()) - before).toBe(1);
});

it('KY-11 shows a result in the browser that asked only, also when it is remembered', async () => {
  const handle = await read();
  await visit(handle);
  expect(await visit(handle, '7K3F-9QXM', 'card-test.other')).toEqual({ kind: 'no-reading' });
  expect(await visit('made-up')).toEqual({ kind: 'no-reading' });
});

it('XS-4 lets one network test so many cards, and then wait', async () => {
  for (let card = 0; card < TESTS_PER_NETWORK.freeAttempts; card += 1) await visit(await read());
  await visit(await read());
  const refused = await visit(await read());
  expect(refused).toEqual({ kind: 'too-often', wait: TESTS_PER_NETWORK.firstWait });
  expect(asked).toBeLessThanOrEqual(TESTS_PER_NETWORK.freeAttempts + 1);
});
