import { createPublicKey, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditReader, checkExport, type AuditExport } from '#libs/audit';
import { Database } from '#libs/database';
import { countUsage, SmsCostStore } from '#libs/operations';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import { sealRecords } from '../test-support/seal-records.js';
import { specApplication } from '../test-support/spec-application.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { belgianDay } from './period.js';

const SUBJECT = 'e'.repeat(40);

let admin: SpecAdmin;
let worker: Database;
let own: string;
let theirs: string;
let manager: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  worker = await Database.open({ url: admin.database.url, role: 'csam_worker', maxConnections: 2 });
  own = await specApplication(admin.services.database, SPEC_AGENCY, 'Permit counter');
  theirs = await specApplication(admin.services.database, OTHER_AGENCY, 'Tax counter');
  const prices = new SmsCostStore(admin.services.database);
  await prices.addPrice({ validFrom: '2026-01', cents: 4.35 }, 'spec');
  for (const id of [own, theirs]) await transactions(id);
  await admin.database.database.query(
    `insert into operations.application_response_day (application, day, interface, requests, within_norm)
     values ($1, $2, 'user', 200, 199)`,
    [own, belgianDay(new Date())],
  );
  while (await countUsage(worker, new Date())) continue;
  manager = await admin.signedIn(specPerson('a'), ['agency-manager']);
});
afterAll(async () => {
  await worker.close();
  await admin.stop();
});

async function transactions(id: string): Promise<void> {
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);
  const write = (name: string, at: Date, data: object) =>
    admin.database.database.query(
      `insert into audit.event (id, occurred_at, name, reference, subject, application, data, retention)
       values ($1, $2, $3, 'AAAA-2222', $4, $5, $6, 'authentication')`,
      [randomUUID(), at, name, SUBJECT, id, data],
    );
  const journey = randomUUID();
  await write('SignInStarted', ago(5), { journey, protocol: 'saml', minimum: 400 });
  await write('KeyRefused', ago(4), { journey, key: 'sms', reason: 'wrong', locked: false });
  await write('SignInCompleted', ago(3), { journey, key: 'sms', level: 400, singleSignOn: false });
  await write('SignInRefused', ago(2), { protocol: 'saml', reason: 'cancelled' });
  await admin.database.database.query(
    `insert into messaging.sms (id, agency, application, encoding, segments, state, concluded_at, cost_period,
                                charged_segments)
     select gen_random_uuid(), agency, id, 'gsm-7', 2, 'delivered', now(),
            to_char(now() at time zone 'Europe/Brussels', 'YYYY-MM'), 2
       from agencies.application where id = $1`,
    [id],
  );
}

const month = () => belgianDay(new Date()).slice(0, 7);

describe('reports of applications', () => {
  it('XS-29 a manager sees the applications of the own agency and no other', async () => {
    const { body } = await manager.get('/reports');
    expect(body).toContain('Permit counter');
    expect(body).not.toContain('Tax counter');
    for (const path of [theirs, `${theirs}/${month()}`, `${theirs}/trail`, `${theirs}/${month()}.csv`]) {
      expect([path, (await manager.get(`/reports/${path}`)).statusCode]).toEqual([path, 403]);
    }
    expect((await manager.get('/reports/nothing')).statusCode).toBe(404);
  });

  it('the service desk and an auditor see all, an officer of a registration office none', async () => {
    for (const [digit, role] of [
      ['1', 'service-desk'],
      ['2', 'auditor'],
    ] as const) {
      const visitor = await admin.signedIn(specPerson(digit), [role]);
      expect((await visitor.get('/reports')).body).toContain('Tax counter');
    }
    const officer = await admin.signedIn(specPerson('3'), ['lra-officer']);
    expect((await officer.get('/reports')).statusCode).toBe(403);
  });

  it('shows sign-ins by key and level, failures in words, and what text messages cost', async () => {
    const start = await manager.get(`/reports/${own}`);
    expect(start.headers.location).toBe(`/reports/${own}/${month()}`);
    const { body } = await manager.get(String(start.headers.location));
    for (const words of [
      'Wrong password or code',
      'The person stopped',
      'Level 400',
      '€0.09',
      '<svg',
      'Pages within 2 s',
    ]) {
      expect(body).toContain(words);
    }
    expect((await manager.get(`/reports/${own}/${belgianDay(new Date())}`)).body).toContain('Whole month');
    expect((await manager.get(`/reports/${own}/2999-01`)).statusCode).toBe(404);
    expect((await manager.get(`/reports/${own}/2024-13`)).statusCode).toBe(404);
  });

  it('gives the month as CSV and as PDF', async () => {
    const csv = await manager.get(`/reports/${own}/${month()}.csv`);
    const day = belgianDay(new Date());
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toContain(`0671516647,Permit counter,PROD,${day},signed-in,sms,400,,1`);
    expect(csv.body).toContain(`${day},responses-user-within-norm,,,,199`);
    expect(csv.body).toContain(`${month()},sms-cost-eur,sms,,,0.09`);
    const pdf = await manager.get(`/reports/${own}/${month()}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the trail of an application', () => {
  it('is searched by reference, kind and time, and names no person', async () => {
    const { body } = await manager.get(`/reports/${own}/trail`);
    for (const name of ['SignInStarted', 'KeyRefused', 'SignInCompleted', 'SignInRefused']) {
      expect(body).toContain(`data-event="${name}"`);
    }
    expect(body).not.toContain(SUBJECT);
    const failures = (await manager.get(`/reports/${own}/trail?kind=failures`)).body;
    expect(failures).toContain('data-event="SignInRefused"');
    expect(failures).not.toContain('data-event="SignInCompleted"');
    const found = (await manager.get(`/reports/${own}/trail?reference=aaaa2222`)).body;
    expect(found.match(/data-event=/g)).toHaveLength(4);
    expect((await manager.get(`/reports/${own}/trail?reference=BBBB2222`)).body).toContain('Nothing found');
    expect((await manager.get(`/reports/${own}/trail?from=2020-01-01&until=2020-01-02`)).body).toContain(
      'Nothing found',
    );
    const wrong = await manager.get(`/reports/${own}/trail?reference=x`);
    expect([wrong.statusCode, wrong.body.includes('href="#reference"')]).toEqual([422, true]);
  });

  it('is taken as a list, which is recorded', async () => {
    const { body, headers } = await manager.get(`/reports/${own}/trail.csv?kind=failures`);
    expect(body.trim().split('\r\n')).toHaveLength(3);
    expect(body).not.toContain(SUBJECT);
    const [record] = await recordsOf(headers);
    expect(record).toMatchObject({ name: 'AuditExported', data: { form: 'list', records: 2 } });
  });

  it('is taken with proof, for a reason, which anybody checks with the public keys', async () => {
    await seal();
    const path = `/reports/${own}/trail`;
    const refused = await manager.submit(`${path}/proof?kind=sign-ins`, `${path}/proof`, { reason: '' });
    expect(refused.statusCode).toBe(422);
    const answer = await manager.submit(`${path}/proof?kind=sign-ins`, `${path}/proof`, {
      reason: 'Somebody disputes a sign-in',
    });
    expect(answer.headers['content-disposition']).toContain('attachment');
    const made = answer.json<AuditExport>();
    const { keys } = (await admin.visitor().get('/audit-keys.json')).json<{
      keys: ({ kid: string } & Record<string, unknown>)[];
    }>();
    const known = new Map(
      keys.map((key) => [key.kid, createPublicKey({ key: { ...key }, format: 'jwk' })] as const),
    );
    expect(checkExport(made, known)).toEqual({ kind: 'good', proven: 3, unproven: 0 });
    const forged = answer.body.replace('"reason": "cancelled"', '"reason": "other-person"');
    expect(checkExport(JSON.parse(forged) as AuditExport, known).kind).toBe('bad');
    const [record] = await recordsOf(answer.headers);
    expect(record).toMatchObject({
      name: 'AuditExported',
      agency: SPEC_AGENCY,
      data: { form: 'proof', ground: 'agency', records: 3, reason: 'Somebody disputes a sign-in' },
    });
  });

  it('an integrator reads it, but takes no proof that names people', async () => {
    const integrator = await admin.signedIn(specPerson('4'), ['agency-integrator']);
    const { body } = await integrator.get(`/reports/${own}/trail`);
    expect(body).toContain('data-event="SignInCompleted"');
    expect(body).not.toContain('/trail/proof');
    expect((await integrator.get(`/reports/${own}/trail/proof`)).statusCode).toBe(403);
  });
});

const recordsOf = (headers: Record<string, unknown>) =>
  new AuditReader(admin.database.database, admin.services.recordKeys).byReference(
    String(headers['x-request-reference']),
  );

const seal = () => sealRecords(worker, admin.services.config.masterKeyFile);
