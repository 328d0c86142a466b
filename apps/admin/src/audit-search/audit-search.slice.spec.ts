import { createPublicKey, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditReader, checkExport, verifyAudit, type AuditExport } from '#libs/audit';
import { Database } from '#libs/database';
import type { FedId, NationalNumber } from '#libs/kernel';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import { sealRecords } from '../test-support/seal-records.js';
import { specApplication } from '../test-support/spec-application.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { usualDays } from './audit-search.js';

const NUMBER = '74021099678' as NationalNumber;
const lotte = specPerson('e');
const ORDER = 'Order 2026/123 of the court of Ghent';

let admin: SpecAdmin;
let worker: Database;
let own: string;
let auditor: SpecVisitor;
let operator: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  worker = await Database.open({ url: admin.database.url, role: 'csam_worker', maxConnections: 2 });
  await admin.services.people.create({
    fedId: lotte,
    enrolment: 'eid',
    language: 'nl',
    number: { register: 'national', number: NUMBER },
  });
  own = await specApplication(admin.services.database, SPEC_AGENCY, 'Permit counter');
  const theirs = await specApplication(admin.services.database, OTHER_AGENCY, 'Tax counter');
  await record(own, lotte, 'SignInCompleted', 'AAAA-2222', { key: 'eid', level: 500 });
  await record(own, specPerson('f'), 'KeyRefused', 'AAAA-3333', { key: 'totp', reason: 'wrong' });
  await record(theirs, lotte, 'SignInCompleted', 'AAAA-4444', { key: 'eid', level: 500 });
  auditor = await admin.signedIn(specPerson('a'), ['auditor']);
  operator = await admin.signedIn(specPerson('b'), ['operations']);
});
afterAll(async () => {
  await worker.close();
  await admin.stop();
});

const record = (of: string, subject: FedId, name: string, reference: string, data: object) =>
  admin.database.database.query(
    `insert into audit.event (id, occurred_at, name, reference, subject, application, data, retention)
     values ($1, $2, $3, $4, $5, $6, $7, 'authentication')`,
    [randomUUID(), new Date(Date.now() - 1_000), name, reference, subject, of, data],
  );

const usual = () => ({ ...usualDays(new Date()), ground: 'court-order', reason: ORDER });

const search = (visitor: SpecVisitor, fields: Record<string, string> = {}) =>
  visitor.post('/audit/searches', { ...usual(), ...fields });

const searchPerson = (fields: Record<string, string> = {}) =>
  auditor.post('/audit/people', { ...usual(), by: 'number', value: NUMBER, ...fields });

const recordsOf = (headers: Record<string, unknown>) =>
  new AuditReader(admin.database.database, admin.services.recordKeys).byReference(
    String(headers['x-request-reference']),
  );

const seal = () => sealRecords(worker, admin.services.config.masterKeyFile);

describe('the audit record is searched', () => {
  it('only with a ground and a reason, which are on record with who searched', async () => {
    const refused = await search(operator, { ground: '', reason: '' });
    expect([refused.statusCode, refused.body.includes('href="#ground"')]).toEqual([422, true]);
    const found = await search(operator, { of: SPEC_AGENCY, kind: 'sign-ins' });
    expect(found.statusCode).toBe(303);
    expect(await recordsOf(found.headers)).toMatchObject([
      {
        name: 'AuditSearched',
        actor: specPerson('b'),
        data: { by: ['time', 'kind', 'agency'], ground: 'court-order', reason: ORDER, found: true },
      },
    ]);
    const { body } = await operator.get(String(found.headers.location));
    expect(body).toContain('AAAA-2222');
    for (const other of ['AAAA-3333', 'AAAA-4444', lotte]) expect(body).not.toContain(other);
  });

  it('by application and by reference, however that is typed', async () => {
    const byApplication = await search(auditor, { of: own });
    const { body } = await auditor.get(String(byApplication.headers.location));
    expect([body.includes('AAAA-3333'), body.includes('AAAA-4444')]).toEqual([true, false]);
    const byReference = await search(auditor, { reference: 'aaaa 4444' });
    expect((await auditor.get(String(byReference.headers.location))).body).toContain('Tax counter');
    const nobody = await search(auditor, { of: 'nothing' });
    expect((await auditor.get(String(nobody.headers.location))).body).toContain('Nothing found');
  });

  it('by a person: by an auditor only, and it is recorded with the person', async () => {
    expect((await operator.post('/audit/people', usual())).statusCode).toBe(403);
    const refused = await searchPerson({ reason: '' });
    expect([refused.statusCode, refused.body.includes('href="#reason"')]).toEqual([422, true]);
    const nobody = await searchPerson({ by: 'username', value: 'nobody.at.all' });
    expect(nobody.body).toContain('Nobody is known by this');
    const found = await searchPerson();
    expect(String(found.headers.location)).not.toContain(NUMBER);
    const { body } = await auditor.get(String(found.headers.location));
    for (const reference of ['AAAA-2222', 'AAAA-4444']) expect(body).toContain(reference);
    expect(body).not.toContain('AAAA-3333');
    expect(await recordsOf(found.headers)).toMatchObject([
      { name: 'AuditSearched', subject: lotte, actor: specPerson('a'), data: { by: ['person', 'time'] } },
    ]);
  });

  it('and what was found is seen for an hour, by who searched it', async () => {
    const location = String((await search(auditor)).headers.location);
    expect((await operator.get(location)).statusCode).toBe(404);
    await admin.database.database.query('update admin.audit_search set expires_at = now()');
    expect((await auditor.get(location)).statusCode).toBe(404);
  });

  it('and the page says how long what is kept, and up to where it is sealed', async () => {
    await seal();
    const { body } = await auditor.get('/audit');
    expect(body).toContain('3.653 days');
    expect(body).toMatch(/Sign-ins<\/th>.*>3<\/td>/s);
  });
});

describe('what was found is taken', () => {
  it('as a list, which names nobody', async () => {
    const location = String((await search(operator, { of: SPEC_AGENCY })).headers.location);
    const { body, headers } = await operator.get(`${location}.csv`);
    expect(body).toContain('AAAA-2222');
    expect(body).not.toContain(lotte);
    expect(await recordsOf(headers)).toMatchObject([{ data: { form: 'list', ground: 'court-order' } }]);
  });

  it('XS-26 with proof as a court ordered, which stands by the public keys; the chain is whole', async () => {
    await seal();
    const location = String((await searchPerson()).headers.location);
    expect((await operator.post(`${location}/proof`)).statusCode).toBe(403);
    const answer = await auditor.post(`${location}/proof`);
    const { keys } = (await admin.visitor().get('/audit-keys.json')).json<{
      keys: ({ kid: string } & Record<string, unknown>)[];
    }>();
    const known = new Map(
      keys.map((key) => [key.kid, createPublicKey({ key: { ...key }, format: 'jwk' })] as const),
    );
    const outcome = checkExport(answer.json<AuditExport>(), known);
    expect(outcome.kind === 'good' && outcome.proven).toBeGreaterThanOrEqual(2);
    const forged = answer.body.replace('"level": 500', '"level": 400');
    expect(checkExport(JSON.parse(forged) as AuditExport, known).kind).toBe('bad');
    expect(await recordsOf(answer.headers)).toMatchObject([
      { name: 'AuditExported', subject: lotte, data: { form: 'proof', reason: ORDER } },
    ]);
    const reports = await verifyAudit(admin.database.database, {
      now: new Date(),
      checkpoints: [],
      keptFor: () => 1e12,
    });
    expect(reports.filter(({ flaw }) => flaw !== undefined)).toEqual([]);
  });
});
