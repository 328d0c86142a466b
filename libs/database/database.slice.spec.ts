import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FaultProxy, testDatabase, type TestDatabase } from '#libs/testing';
import { Database, databaseChecks, migrateDatabase, migration } from './index.js';

const MOST = 4;
/** Longest a statement of these tests may take; what hangs is given up two seconds later. */
const LONGEST = 1_500;

let db: TestDatabase;
let proxy: FaultProxy;
let ours: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.query('create table ledger (n int primary key)');
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.database.query('truncate ledger');
  proxy = await FaultProxy.before(db.url);
  ours = await Database.open({
    url: proxy.url,
    maxConnections: MOST,
    statementTimeout: LONGEST,
    applicationName: 'ours',
  });
});
afterEach(async () => {
  await proxy.set('pass');
  await ours.close();
  await proxy.close();
});

/** Writes lines one after the other and keeps those that the database acknowledged. */
class Ledger {
  readonly acknowledged: number[] = [];
  readonly refused: unknown[] = [];
  private ending = false;
  private n = 0;
  private readonly writers: Promise<void[]>;

  constructor(writers = MOST) {
    this.writers = Promise.all(Array.from({ length: writers }, () => this.write()));
  }

  async end(): Promise<void> {
    this.ending = true;
    await this.writers;
  }

  private async write(): Promise<void> {
    while (!this.ending) {
      const n = (this.n += 1);
      try {
        await ours.transaction((tx) => tx.query('insert into ledger values ($1)', [n]));
        this.acknowledged.push(n);
      } catch (error) {
        this.refused.push(error);
        await sleep(5);
      }
    }
  }
}

async function written(): Promise<Set<number>> {
  const rows = await db.database.query<{ n: number }>('select n from ledger');
  return new Set(rows.map(({ n }) => n));
}

async function sessionsOnServer(): Promise<number> {
  const [row] = await db.database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where application_name = 'ours' and datname = current_database()`,
  );
  return row?.count ?? 0;
}

const worksAgain = () => vi.waitFor(() => ours.query('select 1'), { timeout: 10_000, interval: 50 });

describe('RF-5 a database that fails', () => {
  it('under a storm of terminated sessions loses nothing that it acknowledged, and the pool heals by itself', async () => {
    const ledger = new Ledger();
    for (let storm = 0; storm < 10; storm += 1) {
      const before = ledger.acknowledged.length;
      await vi.waitFor(() => expect(ledger.acknowledged.length).toBeGreaterThan(before + 5), 10_000);
      await db.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ours' and datname = current_database()`,
      );
    }
    await ledger.end();
    expect(ledger.refused.length).toBeGreaterThan(0);
    const there = await written();
    expect(ledger.acknowledged.filter((n) => !there.has(n))).toEqual([]);
    await worksAgain();
    expect(ours.poolState().total).toBeLessThanOrEqual(MOST);
  });

  it('whose lock is held by somebody else is given up with a clear error, and goes on for others', async () => {
    const held = db.database.transaction(async (tx) => {
      await tx.query('lock table ledger');
      await expect(ours.query('insert into ledger values (1)')).rejects.toMatchObject({ code: '55P03' });
      expect(await ours.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
    await held;
    expect(await written()).toEqual(new Set());
    await ours.query('insert into ledger values (1)');
    expect(await written()).toEqual(new Set([1]));
  });

  it('that has no room for another connection refuses with its reason, and works when there is room', async () => {
    const name = new URL(db.url).pathname.slice(1);
    await db.database.query(`alter database ${name} connection limit 0`);
    const ordinary = new URL(db.url);
    await db.database.query(`create role limited_${name} login`);
    ordinary.username = `limited_${name}`;
    await expect(Database.open({ url: ordinary.href })).rejects.toMatchObject({ code: '53300' });
    await db.database.query(`alter database ${name} connection limit -1`);
    await (await Database.open({ url: ordinary.href })).close();
    await db.database.query(`drop role limited_${name}`);
  });

  it('whose address nobody answers is refused at once', async () => {
    await proxy.set('refuse');
    await expect(ours.query('select 1')).rejects.toThrow();
    await expect(ours.query('select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.set('pass');
    await worksAgain();
  });
});

describe('RF-22 a network that swallows everything between us and the database', () => {
  it('acknowledges nothing, lets nobody wait for ever, and is forgotten when it is whole again', async () => {
    await Promise.all(Array.from({ length: MOST }, () => ours.query('select pg_sleep(0.05)')));
    await proxy.set('hang');
    const asked = await Promise.allSettled([
      ours.query('insert into ledger values (1)'),
      ours.prepared('spec-insert', 'insert into ledger values ($1)', [2]),
      ours.transaction((tx) => tx.query('insert into ledger values (3)')),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    proxy.cut();
    await proxy.set('pass');
    await worksAgain();
    expect(await written()).toEqual(new Set());
    expect(ours.poolState().total).toBeLessThanOrEqual(MOST);
  });

  it('who hears of changes over it makes its connection anew, and is told that it missed some', async () => {
    const heard: string[] = [];
    const stop = await ours.listen('spec_changes', (payload) => void heard.push(payload));
    proxy.cut();
    await vi.waitFor(() => expect(heard).toEqual(['']), 10_000);
    await db.database.query(`notify spec_changes, 'new'`);
    await vi.waitFor(() => expect(heard).toEqual(['', 'new']), 10_000);
    await stop();
  });
});

it('RF-25 a database that comes and goes as often as once a second for five minutes leaves no connection, no open file and no memory behind', async () => {
  const ledger = new Ledger();
  const held = () => ({ open: openFiles(), memory: process.memoryUsage().rss });
  let before = held();
  for (let time = 0; time < 150; time += 1) {
    if (time === 20) before = held();
    await proxy.set('refuse');
    await sleep(5);
    await proxy.set('pass');
    const written = ledger.acknowledged.length;
    await vi.waitFor(() => expect(ledger.acknowledged.length).toBeGreaterThan(written), {
      timeout: 10_000,
      interval: 10,
    });
  }
  await ledger.end();
  const there = await written();
  expect(ledger.acknowledged.filter((n) => !there.has(n))).toEqual([]);
  expect(ours.poolState()).toMatchObject({ waiting: 0 });
  expect(ours.poolState().total).toBeLessThanOrEqual(MOST);
  await vi.waitFor(async () => expect(await sessionsOnServer()).toBeLessThanOrEqual(MOST), 10_000);
  expect(proxy.open).toBeLessThanOrEqual(MOST);
  // Sockets that are just being closed, and garbage that was not collected yet.
  expect(openFiles()).toBeLessThan(before.open + 20);
  expect(process.memoryUsage().rss).toBeLessThan(before.memory + 80 * 1_024 * 1_024);
});

/** Where the system tells. */
const openFiles = (): number => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);

describe('RF-11 a clock', () => {
  it.each([
    ['as that of the database', 0, true],
    ['five minutes ahead', 300_000, false],
    ['five minutes behind', -300_000, false],
    ['four hundred days ahead', 400 * 86_400_000, false],
  ])('%s: in service %s', async (_, skew, serves) => {
    const now = () => new Date(Date.now() + skew);
    const asked = databaseChecks(() => ours, { now }).clock();
    if (serves) await asked;
    else await expect(asked).rejects.toThrow('the clock differs');
  });
});

it('RF-14 a change of a table that is in use waits shortly and comes again, so that nobody queues behind it', async () => {
  const add = migration('AddRemark', 1, {
    up: ['alter table ledger add column remark text'],
    down: ['alter table ledger drop column remark'],
  });
  let release = (): void => undefined;
  const reading = db.database.transaction(async (tx) => {
    await tx.query('select from ledger');
    await new Promise<void>((resolve) => (release = resolve));
  });
  const migrated = migrateDatabase(db.url, [add]);
  // Longer than it waits at a time.
  await sleep(1_500);
  await db.database.query('insert into ledger values (7)');
  release();
  await reading;
  expect(await migrated).toEqual(['AddRemark0000000000001']);
  expect(await ours.query('select n, remark from ledger')).toEqual([{ n: 7, remark: null }]);
});
