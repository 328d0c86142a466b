import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FaultProxy, testDatabase, type TestDatabase } from '#libs/testing';
import { Database } from './index.js';

let db: TestDatabase;
let proxy: FaultProxy;
let ours: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.query('create table shelf (n int primary key)');
  await db.database.query('insert into shelf select generate_series(0, 99)');
});
afterAll(() => db.drop());
beforeEach(async () => {
  proxy = await FaultProxy.before(db.url);
  ours = await Database.open({ url: proxy.url, statementTimeout: 1_000, applicationName: 'readers' });
});
afterEach(async () => {
  await proxy.set('pass');
  await ours.close();
  await proxy.close();
});

const readOf = (n: number) =>
  ours.read<{ n: number; inverse: number }>('shelf', 'select n, 100 / n as inverse from shelf where n = $1', [
    n,
  ]);
const one = () => ours.read('one', 'select 1 as one');
const worksAgain = () => vi.waitFor(one, { timeout: 10_000, interval: 50 });

async function connections(): Promise<number> {
  const [row] = await db.database.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where application_name = 'readers' and datname = current_database() and query like '%100 / n%'`,
  );
  return row?.count ?? 0;
}

describe('reads that share a connection', () => {
  it('each get their own answer, and one that fails takes no other with it', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 100 }, (_, n) => readOf(n)));
    expect(answers[0]).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    for (const [n, answer] of answers.entries())
      if (n > 0) expect(answer).toMatchObject({ value: [{ n, inverse: Math.trunc(100 / n) }] });
    const opened = await connections();
    expect(opened).toBeGreaterThan(0);
    expect(opened).toBeLessThanOrEqual(3);
  });

  it('see what was committed before', async () => {
    await ours.query('insert into shelf values (1000)');
    expect(await readOf(1_000)).toEqual([{ n: 1_000, inverse: 0 }]);
  });

  it('cannot write', async () => {
    await expect(ours.read('sneak', 'insert into shelf values (2000) returning 1')).rejects.toMatchObject({
      code: '25006',
    });
    expect(await readOf(2_000)).toEqual([]);
  });

  it('that wait for a lock hold up nobody who comes later', async () => {
    const patient = await Database.open({ url: db.url, statementTimeout: 60_000 });
    const wait = () => patient.read('wait', 'select n from shelf where n = 1');
    const pass = () => patient.read('pass', 'select 1 as one');
    await pass();
    const waited = await db.database.transaction(async (tx) => {
      await tx.query('lock table shelf');
      const waiting = wait();
      await sleep(100);
      expect(await pass()).toEqual([{ one: 1 }]);
      return { waiting };
    });
    expect(await waited.waiting).toEqual([{ n: 1 }]);
    await patient.close();
  });
});

describe('short writes', () => {
  const opened = (durable: boolean) =>
    Database.open({ url: db.url, durable, statementTimeout: 60_000, applicationName: 'writers' });
  const put = (database: Database, n: number) =>
    database.write<{ n: number }>('put', 'insert into shelf values ($1) returning n', [n]);
  const writers = async () => {
    const [row] = await db.database.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where application_name = 'writers' and datname = current_database() and query like 'insert into shelf%'`,
    );
    return row?.count ?? 0;
  };

  it('share a connection where they wait for no disk: one that fails takes no other with it', async () => {
    const hasty = await opened(false);
    const answers = await Promise.allSettled(Array.from({ length: 50 }, (_, at) => put(hasty, at + 99)));
    expect(answers[0]).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
    for (const [at, answer] of answers.entries())
      if (at > 0) expect(answer).toMatchObject({ value: [{ n: at + 99 }] });
    expect(await writers()).toBe(1);
    expect(await ours.query('select n from shelf where n between 100 and 148')).toHaveLength(49);
    await hasty.close();
  });

  it('keep to the pool where they do, so that they commit together', async () => {
    const careful = await opened(true);
    await Promise.all(Array.from({ length: 4 }, (_, at) => put(careful, at + 200)));
    expect(await writers()).toBeGreaterThan(1);
    await careful.close();
  });

  it('that wait for a lock hold up nobody who comes later', async () => {
    const hasty = await opened(false);
    await put(hasty, 300);
    const waited = await db.database.transaction(async (tx) => {
      await tx.query('insert into shelf values (301)');
      const waiting = put(hasty, 301).catch((error: unknown) => error);
      await sleep(100);
      expect(await put(hasty, 302)).toEqual([{ n: 302 }]);
      return { waiting };
    });
    expect(await waited.waiting).toMatchObject({ code: '23505' });
    await hasty.close();
  });
});

describe('a shared connection that breaks', () => {
  it('is made anew after its session was terminated, round after round', async () => {
    for (let round = 0; round < 5; round += 1) {
      await worksAgain();
      await db.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'readers' and datname = current_database()`,
      );
    }
    await worksAgain();
    expect(await readOf(4)).toEqual([{ n: 4, inverse: 25 }]);
  });

  it('in a network that swallows everything lets nobody wait for ever', async () => {
    await one();
    await proxy.set('hang');
    const asked = await Promise.allSettled([one(), readOf(1), readOf(2)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    proxy.cut();
    await proxy.set('pass');
    await worksAgain();
  });

  it('at an address that nobody answers is refused at once, and works when somebody does', async () => {
    await proxy.set('refuse');
    proxy.cut();
    await expect(one()).rejects.toThrow();
    await expect(one()).rejects.toThrow();
    await proxy.set('pass');
    await worksAgain();
  });

  it('RF-25 is left behind by nobody', async () => {
    await readOf(1);
    expect(await connections()).toBeGreaterThan(0);
    await ours.close();
    await expect(one()).rejects.toThrow('closed');
    await vi.waitFor(async () => expect(await connections()).toBe(0), 10_000);
    ours = await Database.open({ url: proxy.url });
  });
});
