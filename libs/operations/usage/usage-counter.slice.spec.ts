import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { countUsage } from './usage-counter.js';
import { UsageStore } from './usage.store.js';

const APPLICATION = randomUUID();
const OTHER = randomUUID();

let db: TestDatabase;
let worker: Database;
let store: UsageStore;

beforeAll(async () => {
  db = await testDatabase();
  worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 2 });
  store = new UsageStore(db.database);
});
afterAll(async () => {
  await worker.close();
  await db.drop();
});

async function happened(at: string, name: string, data: object, application: string | null = APPLICATION) {
  await db.database.query(
    `insert into audit.event (id, occurred_at, name, reference, application, data)
     values ($1, $2, $3, 'REF', $4, $5)`,
    [randomUUID(), at, name, application, data],
  );
}

async function signIn(from: string, to: string, key: string, level: number): Promise<void> {
  const journey = randomUUID();
  await happened(from, 'SignInStarted', { journey });
  await happened(to, 'SignInCompleted', { journey, key, level, singleSignOn: false });
}

async function countAll(now: string): Promise<number> {
  let runs = 1;
  while (await countUsage(worker, new Date(now))) runs += 1;
  return runs;
}

const brief = (rows: Awaited<ReturnType<UsageStore['ofMonth']>>) =>
  rows.map(({ at, what, key, level, reason, count }) =>
    [at, what, key, level || '', reason, count].filter((part) => part !== '').join(' '),
  );

it('counts nothing while nothing is recorded', async () => {
  expect(await countUsage(worker, new Date('2026-03-01T12:00:00Z'))).toBe(false);
  expect(await store.countedUntil()).toBeUndefined();
});

it('counts sign-ins by key and level, failures by reason and how long it took, by day in Belgium', async () => {
  await signIn('2026-03-02T08:00:00Z', '2026-03-02T08:00:20Z', 'eid', 500);
  await signIn('2026-03-02T08:59:50Z', '2026-03-02T09:01:00Z', 'sms', 400);
  // After midnight in Brussels, before it in London.
  await signIn('2026-03-02T23:30:00Z', '2026-03-02T23:40:00Z', 'sms', 400);
  await happened('2026-03-03T07:00:00Z', 'SignInCompleted', { key: 'eid', level: 500, singleSignOn: true });
  await happened('2026-03-03T07:00:00Z', 'SignInRefused', { reason: 'cancelled' });
  await happened('2026-03-03T07:01:00Z', 'KeyRefused', { key: 'totp', reason: 'wrong', locked: false });
  await happened('2026-03-03T07:02:00Z', 'KeyRefused', { key: 'totp', reason: 'wrong', locked: true });
  await happened('2026-03-03T07:02:00Z', 'SecurityCodeAsked', { key: 'sms', outcome: 'sent' });
  await happened('2026-03-03T07:02:00Z', 'SecurityCodeAsked', { key: 'sms', outcome: 'throttled' });
  await happened('2026-03-03T07:03:00Z', 'SamlRequestRejected', { rule: 'signature', reason: 'none' });
  await happened('2026-03-03T07:03:00Z', 'SignInRefused', { reason: 'cancelled' }, OTHER);
  await happened('2026-03-03T07:03:00Z', 'SignInRefused', { reason: 'cancelled' }, null);
  await countAll('2026-03-03T08:30:00Z');
  expect(brief(await store.ofMonth(APPLICATION, '2026-03'))).toEqual([
    '02 signed-in eid 500 1',
    '02 signed-in sms 400 1',
    '02 started 2',
    '02 took 120 1',
    '02 took 30 1',
    '03 code-not-sent sms throttled 1',
    '03 proof-refused totp locked 1',
    '03 proof-refused totp wrong 1',
    '03 refused cancelled 1',
    '03 rejected signature 1',
    '03 signed-in sms 400 1',
    '03 started 1',
    '03 took more 1',
    '03 went-on eid 500 1',
  ]);
  expect(brief(await store.ofDay(APPLICATION, '2026-03-03')).slice(0, 3)).toEqual([
    '00 signed-in sms 400 1',
    '00 started 1',
    '00 took more 1',
  ]);
});

it('counts what came late, and nothing twice, however often and by how many it is run', async () => {
  const before = brief(await store.ofMonth(APPLICATION, '2026-03'));
  await Promise.all([countAll('2026-03-03T08:31:00Z'), countAll('2026-03-03T08:32:00Z')]);
  expect(brief(await store.ofMonth(APPLICATION, '2026-03'))).toEqual(before);
  await happened('2026-03-03T08:10:00Z', 'SignInRefused', { reason: 'cancelled' });
  await countAll('2026-03-03T08:35:00Z');
  expect(brief(await store.ofMonth(APPLICATION, '2026-03'))).toContain('03 refused cancelled 2');
});

it('catches up after weeks of rest in stretches, and tells sign-ins of a month by application', async () => {
  await signIn('2026-03-29T00:59:00Z', '2026-03-29T01:00:30Z', 'itsme', 450);
  expect(await countAll('2026-04-02T00:00:00Z')).toBeGreaterThan(3);
  expect(brief(await store.ofMonth(APPLICATION, '2026-03')).filter((row) => row.startsWith('29'))).toEqual([
    '29 signed-in itsme 450 1',
    '29 started 1',
    '29 took 120 1',
  ]);
  expect(await store.signInsOf('2026-03')).toEqual(new Map([[APPLICATION, 5]]));
  expect(await store.countedUntil()).toEqual(new Date('2026-04-02T00:00:00Z'));
});

it('counts nothing of applications that nobody uses, and others beside them', async () => {
  const probes = randomUUID();
  for (const application of [probes, OTHER]) {
    await happened('2026-04-02T08:00:00Z', 'SignInStarted', { journey: application }, application);
    const done = { journey: application, key: 'selfreg', level: 100 };
    await happened('2026-04-02T08:00:01Z', 'SignInCompleted', done, application);
  }
  while (await countUsage(worker, new Date('2026-04-02T12:00:00Z'), [probes])) continue;
  expect(brief(await store.ofMonth(OTHER, '2026-04'))).toContain('02 signed-in selfreg 100 1');
  expect(await store.ofMonth(probes, '2026-04')).toEqual([]);
});
