import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { minutes } from '#libs/kernel';
import { Metrics } from '#libs/metrics';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { closeMonth, SmsCostStore } from '../sms-cost/sms-cost.store.js';
import { intervalOf, monthsOf } from './periods.js';
import { reportCsv } from './report.js';
import { ResponseTimes } from './response-times.js';
import { yearReport } from './service-level.js';

let db: TestDatabase;
let admin: Database;

beforeAll(async () => {
  db = await testDatabase();
  admin = await Database.open({ url: db.url, role: 'csam_admin', maxConnections: 2 });
});
afterAll(async () => {
  await admin.close();
  await db.drop();
});

describe('the report of a simulated year', () => {
  it('has known answers: a probed year with 392 minutes of trouble over both protocols is 99.93 %', async () => {
    await db.database.query(
      `insert into operations.availability_hour (component, vantage, hour, seen, failed)
       select component, vantage, hour, (1::bigint << 60) - 1, 0
         from unnest(array['sign-in-oidc', 'sign-in-saml', 'national-register']) component,
              unnest(array['a', 'b']) vantage,
              generate_series('2025-12-31 23:00+00'::timestamptz, '2026-12-31 22:00+00', '1 hour') hour`,
    );
    for (const [index, month] of monthsOf(2026).entries()) {
      const from = new Date((intervalOf(month)?.from.getTime() ?? 0) + minutes(600));
      const length = 30 + (index < 8 ? 1 : 0);
      await outage('sign-in-oidc', from, length);
      if (month === '2026-03') await outage('national-register', from, 400);
    }
    await db.database.query(
      `insert into operations.planned_window (id, components, starts_at, ends_at, impact, reason, state, planned_by)
       values (gen_random_uuid(), array['sign-in-oidc', 'sign-in-saml'], '2026-05-10 01:00+02', '2026-05-10 03:00+02',
               'outage', '{}', 'announced', 'olivia')`,
    );
    await outage('sign-in-oidc', new Date('2026-05-10T01:30:00+02:00'), 60);
    // Either protocol makes the service unavailable; what falls together counts once.
    const summer = intervalOf('2026-07')?.from.getTime() ?? 0;
    await outage('sign-in-saml', new Date(summer + minutes(620)), 15);
    await outage('sign-in-saml', new Date(summer + minutes(5_000)), 20);
    const rows = await yearReport(admin, { year: 2026, now: new Date('2027-02-01'), capacityPerMinute: 100 });
    expect(rows).toHaveLength(13);
    const year = rows.at(-1);
    expect(year?.availability).toEqual({
      minutes: 525_600,
      agreed: 120,
      counted: 525_480,
      // 8 × 31 + 4 × 30 over OpenID Connect; in July SAML adds 4 minutes to one of them, and 20 of its own.
      down: 392,
      unknown: 0,
    });
    expect(((year?.share ?? 0) * 100).toFixed(2)).toBe('99.93');
    const march = rows[2];
    expect(march?.availability.down).toBe(31);
    expect(rows[6]?.availability.down).toBe(55);
    expect(march?.ceiling).toBeCloseTo(1 - 400 / (31 * 1_440 - 60), 10);
    expect(rows[0]?.ceiling).toBe(1);
    const [, first] = reportCsv(rows).split('\r\n');
    expect(first).toBe('2026-01,99.900,99.931,100.000,44640,31,0,0,0,,0,,');
  });

  const outage = (component: string, from: Date, length: number) =>
    db.database.query(
      `insert into operations.incident (id, component, impact, started_at, ended_at, opened_by)
       values (gen_random_uuid(), $1, 'outage', $2, $2::timestamptz + $3 * interval '1 minute', 'probes')`,
      [component, from, length],
    );
});

it('response times of several processes add up, with the busiest minute of all', async () => {
  const clock = { at: new Date('2025-06-01T10:05:00Z'), now: () => new Date(clock.at) };
  const metrics = [new Metrics('one'), new Metrics('two')];
  const notes = metrics.map(
    (each) =>
      new ResponseTimes({
        database: admin,
        app: 'fas',
        clock,
        totals: () => each.requestTotals(),
        byApplication: () => each.takeApplicationTotals(),
        onError: (error) => {
          throw error;
        },
      }),
  );
  const request = (index: number, kind: 'user' | 'application', seconds: number) =>
    metrics[index]?.observeRequest({ interface: kind, route: '/x', method: 'GET', status: 200, seconds });
  for (let n = 0; n < 19; n += 1) request(0, 'user', 0.4);
  request(1, 'user', 2.5);
  request(1, 'application', 0.09);
  request(1, 'application', 0.11);
  for (const note of notes) await note.note();
  clock.at = new Date('2025-06-01T10:59:59Z');
  for (let n = 0; n < 5; n += 1) request(0, 'user', 1.9);
  for (const note of notes) await note.note();
  const rows = await yearReport(admin, { year: 2025, now: new Date('2025-07-01'), capacityPerMinute: 110 });
  const june = rows.find(({ period }) => period === '2025-06');
  expect(june?.responses).toEqual({
    user: { requests: 25, withinNorm: 24, peak: 20 },
    application: { requests: 2, withinNorm: 1, peak: 2 },
  });
  expect(june?.load).toBeCloseTo(0.2);
  for (const each of metrics) each.close();
});

it('a month of text messages is closed once, at the price that held, and stays', async () => {
  const worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 1 });
  const add = (agency: string, segments: number) =>
    db.database.query(
      `insert into messaging.sms (id, agency, application, encoding, segments, state, cost_period, charged_segments)
       values (gen_random_uuid(), $1, gen_random_uuid(), 'gsm-7', $2, 'delivered', '2026-03', $2)`,
      [agency, segments],
    );
  await add('0671516647', 1);
  await add('0671516647', 2);
  await add('0308357159', 1);
  expect(await closeMonth(worker, '2026-03')).toBe(0);
  const store = new SmsCostStore(admin);
  expect(await store.addPrice({ validFrom: '2026-01', cents: 4.35 }, 'olivia')).toBe(true);
  expect(await store.addPrice({ validFrom: '2026-01', cents: 9 }, 'olivia')).toBe(false);
  expect(await closeMonth(worker, '2026-03')).toBe(2);
  await add('0671516647', 50);
  await closeMonth(worker, '2026-03');
  expect(await store.closed('2026-03')).toMatchObject([
    { agency: '0308357159', messages: 1, segments: 1, amountCents: 4 },
    { agency: '0671516647', messages: 2, segments: 3, amountCents: 13 },
  ]);
  await worker.close();
});
