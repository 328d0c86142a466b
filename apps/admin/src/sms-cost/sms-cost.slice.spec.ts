import { afterAll, beforeAll, expect, it } from 'vitest';
import { AuditReader } from '#libs/audit';
import { Database } from '#libs/database';
import { closeMonth } from '#libs/operations';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import { specApplication } from '../test-support/spec-application.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';

let admin: SpecAdmin;
let worker: Database;
let own: string;
let theirs: string;
let manager: SpecVisitor;
let operator: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  worker = await Database.open({ url: admin.database.url, role: 'csam_worker', maxConnections: 2 });
  own = await specApplication(admin.services.database, SPEC_AGENCY, 'Permit counter');
  theirs = await specApplication(admin.services.database, OTHER_AGENCY, 'Tax counter');
  for (const [agency, id] of [
    [SPEC_AGENCY, own],
    [OTHER_AGENCY, theirs],
  ]) {
    await admin.database.database.query(
      `insert into messaging.sms (id, agency, application, encoding, segments, state, cost_period, charged_segments)
       select gen_random_uuid(), $1, $2, 'gsm-7', 1, 'delivered', '2026-02', 1 from generate_series(1, 10)`,
      [agency, id],
    );
  }
  manager = await admin.signedIn(specPerson('a'), ['agency-manager']);
  operator = await admin.signedIn(specPerson('b'), ['operations']);
});
afterAll(async () => {
  await worker.close();
  await admin.stop();
});

const enter = (visitor: SpecVisitor, validFrom: string, cents: string) =>
  visitor.post('/sms-cost/prices', { validFrom, cents });

it('an operator enters prices, never for months that are over; nobody else enters any', async () => {
  expect((await manager.get('/sms-cost/2026-02')).body).toContain('No price was entered');
  expect((await enter(manager, '2026-01', '4,35')).statusCode).toBe(403);
  const wrong = await enter(operator, '2026-13', 'much');
  expect([wrong.statusCode, wrong.body.includes('href="#cents"')]).toEqual([422, true]);
  const entered = await enter(operator, '2026-01', '4,35');
  expect(entered.headers.location).toBe('/sms-cost/prices?done=yes');
  const reference = String(entered.headers['x-request-reference']);
  const records = await new AuditReader(admin.database.database, admin.services.recordKeys).byReference(
    reference,
  );
  expect(records).toMatchObject([
    { name: 'SmsPriceEntered', actor: specPerson('b'), data: { validFrom: '2026-01', cents: 4.35 } },
  ]);
  expect((await enter(operator, '2026-02', '1')).body).toContain('That month is over');
  expect((await enter(operator, '2999-01', '5')).statusCode).toBe(303);
  expect((await enter(operator, '2999-01', '6')).body).toContain('already');
  expect((await manager.get('/sms-cost/prices')).body).toContain('2998-12');
});

it('XS-29 an agency sees what it owes itself, an operator all; a closed month is final', async () => {
  const before = (await manager.get('/sms-cost/2026-02')).body;
  expect(before).toContain('not closed yet');
  expect(before).toContain('€0.44');
  expect(before).not.toContain('Tax counter');
  await closeMonth(worker, '2026-02');
  expect((await manager.get('/sms-cost/2026-02')).body).toContain('amounts are final');
  const all = await operator.get('/sms-cost/2026-02');
  for (const words of ['Permit counter', 'Tax counter', '€0.88']) expect(all.body).toContain(words);
  const csv = await manager.get('/sms-cost/2026-02.csv');
  expect(csv.body.trim().split('\r\n')).toEqual([
    'period,agency,messages,segments,price_per_segment_eur,amount_eur',
    '2026-02,0671516647,10,10,0.043500,0.44',
  ]);
  expect((await manager.get('/sms-cost/2999-02')).statusCode).toBe(404);
  expect((await manager.get('/sms-cost/x')).statusCode).toBe(404);
});

it('a manager sets the cap of an own application and no other, and who is told', async () => {
  const set = (visitor: SpecVisitor, id: string, messages: string, address: string) =>
    visitor.post(`/sms-cost/caps/${id}`, { messages, address });
  const wrong = await set(manager, own, '0', 'nobody');
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="nobody"');
  const done = await set(manager, own, '5000', 'bills@agency.example');
  expect(done.headers.location).toBe('/sms-cost/caps?done=yes');
  const { body } = await manager.get('/sms-cost/caps');
  expect(body).toContain('5.000');
  expect(body).not.toContain('Tax counter');
  expect((await set(manager, theirs, '5', 'bills@agency.example')).statusCode).toBe(404);
  expect((await set(operator, own, '5', 'bills@agency.example')).statusCode).toBe(403);
  const reference = String(done.headers['x-request-reference']);
  const [record] = await new AuditReader(admin.database.database, admin.services.recordKeys).byReference(
    reference,
  );
  expect(record).toMatchObject({ name: 'SmsCapSet', application: own, data: { messages: 5_000 } });
});
