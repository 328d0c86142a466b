import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { SmsCapAlarm } from './sms-cap-alarm.js';
import { SmsCapStore } from './sms-cap.store.js';

const AGENCY = '0671516647' as EnterpriseNumber;
const APPLICATION = randomUUID();
const master = MasterKey.fromSecret(Buffer.alloc(32, 7));
const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };

let db: TestDatabase;
let admin: Database;
let worker: Database;
let now = new Date('2026-03-10T12:00:00Z');

beforeAll(async () => {
  db = await testDatabase();
  admin = await Database.open({ url: db.url, role: 'csam_admin', maxConnections: 2 });
  worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 2 });
});
afterAll(async () => {
  await admin.close();
  await worker.close();
  await db.drop();
});

const cap = (messages: number) => ({
  application: APPLICATION,
  agency: AGENCY,
  messages,
  address: 'bills@agency.example',
  language: 'fr' as const,
});

const sent = (count: number, month: string) =>
  db.database.query(
    `insert into messaging.sms (id, agency, application, encoding, segments, state, cost_period, charged_segments)
     select gen_random_uuid(), $1, $2, 'gsm-7', 1, 'delivered', $3, 1 from generate_series(1, $4)`,
    [AGENCY, APPLICATION, month, count],
  );

async function mailsAfterRuns(): Promise<string[]> {
  const alarm = new SmsCapAlarm({
    database: worker,
    secrets,
    clock: { now: () => now },
    adminUrl: 'https://admin.example/',
  });
  await Promise.all([alarm.run(), alarm.run()]);
  await alarm.run();
  const rows = await db.database.query<{ kind: string }>(
    'select kind from operations.announcement where subject = $1 order by at, kind',
    [APPLICATION],
  );
  const mails = await db.database.query("select id from messaging.outbox where template = 'sms-cap'");
  expect(mails).toHaveLength(rows.length);
  return rows.map(({ kind }) => kind);
}

it('who set a cap is told once when 80 % is used and once when all of it is, month by month', async () => {
  await new SmsCapStore(admin, secrets.cipher).set(cap(10), 'spec');
  await sent(7, '2026-03');
  await sent(50, '2026-02');
  expect(await mailsAfterRuns()).toEqual([]);
  await sent(1, '2026-03');
  expect(await mailsAfterRuns()).toEqual(['sms-cap-80']);
  await sent(4, '2026-03');
  expect(await mailsAfterRuns()).toEqual(['sms-cap-80', 'sms-cap-100']);
  now = new Date('2026-04-02T12:00:00Z');
  expect(await mailsAfterRuns()).toHaveLength(2);
});

it('a cap that is raised is another cap, and its address is kept encrypted', async () => {
  now = new Date('2026-03-20T12:00:00Z');
  await new SmsCapStore(admin, secrets.cipher).set(cap(14), 'spec');
  expect((await mailsAfterRuns()).filter((kind) => kind === 'sms-cap-80')).toHaveLength(2);
  const [row] = await db.database.query<{ address: string }>('select address from operations.sms_cap');
  expect(row?.address).not.toContain('agency.example');
  expect(await new SmsCapStore(admin, secrets.cipher).used('2026-03')).toEqual([{ ...cap(14), used: 12 }]);
});
