import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { Metrics } from '#libs/metrics';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { ResponseTimes } from '../service-level/response-times.js';
import { UsageStore } from './usage.store.js';

let db: TestDatabase;
let fas: Database;

beforeAll(async () => {
  db = await testDatabase();
  fas = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 2 });
});
afterAll(async () => {
  await fas.close();
  await db.drop();
});

it('answers on behalf of an application add up over processes and minutes, by day in Belgium', async () => {
  const [own, other] = [randomUUID(), randomUUID()];
  let now = new Date('2026-03-02T22:30:00Z');
  const processes = [new Metrics('one'), new Metrics('two')].map((metrics) => ({
    metrics,
    times: new ResponseTimes({
      database: fas,
      app: 'fas',
      clock: { now: () => new Date(now) },
      totals: () => metrics.requestTotals(),
      byApplication: () => metrics.takeApplicationTotals(),
      onError: (error) => {
        throw error;
      },
    }),
  }));
  const answered = (at: number, kind: 'user' | 'application', seconds: number, application?: string) =>
    processes[at]?.metrics.observeRequest({
      interface: kind,
      route: '/x',
      method: 'GET',
      status: 200,
      seconds,
      ...(application !== undefined && { application }),
    });
  const note = async () => {
    for (const { times } of processes) await times.note();
  };
  answered(0, 'user', 1.9, own);
  answered(1, 'user', 2.1, own);
  answered(1, 'application', 0.05, own);
  answered(0, 'user', 0.1, other);
  answered(0, 'user', 9);
  await note();
  await note();
  now = new Date('2026-03-02T23:30:00Z');
  answered(0, 'user', 0.2, own);
  await note();
  const store = new UsageStore(db.database);
  expect(await store.responsesOf(own, '2026-03')).toEqual([
    { at: '02', kind: 'application', requests: 1, withinNorm: 1 },
    { at: '02', kind: 'user', requests: 2, withinNorm: 1 },
    { at: '03', kind: 'user', requests: 1, withinNorm: 1 },
  ]);
  expect(await store.responsesOf(other, '2026-03')).toEqual([
    { at: '02', kind: 'user', requests: 1, withinNorm: 1 },
  ]);
});
