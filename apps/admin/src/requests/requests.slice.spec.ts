import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationsStore } from '#libs/agencies';
import { AuditReader } from '#libs/audit';
import type { NationalNumber } from '#libs/kernel';
import { OfficesStore } from '#libs/staff';
import { SPEC_AGENCY, SPEC_OFFICE, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';

const OFFICER_NUMBER = '91100399523' as NationalNumber;
const officer = specPerson('2');
const NAME = { nl: 'Loket', fr: 'Guichet', de: 'Schalter', en: 'Counter' };

let admin: SpecAdmin;
let head: SpecVisitor;
let desk: SpecVisitor;
let approver: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const { people } = admin.services;
  const number = { register: 'national', number: OFFICER_NUMBER } as const;
  await people.create({ fedId: officer, enrolment: 'eid', language: 'nl', number });
  await new OfficesStore(admin.database.database).add({ code: SPEC_OFFICE, agency: SPEC_AGENCY, name: NAME });
  head = await admin.signedIn(specPerson('3'), ['lra-manager']);
  desk = await admin.signedIn(specPerson('4'), ['service-desk']);
  approver = await admin.signedIn(specPerson('5'), ['service-desk-approver']);
});
afterAll(() => admin.stop());

const OFFICERS = `/registration/offices/${SPEC_OFFICE}/officers`;
const open = async () => (await admin.services.approvals.list({ states: ['open'] }))[0]?.id ?? 'none';
const decide = (visitor: SpecVisitor, id: string, decision: string) =>
  visitor.post(`/requests/${id}`, { decision, reason: 'Checked with the office' });
const recordsOf = (reference: unknown) =>
  new AuditReader(admin.services.database, admin.services.recordKeys).byReference(String(reference));
const rolesOfOfficer = async () => (await admin.services.staff.heldBy(officer)).map(({ role }) => role);

async function propose() {
  const fields = { name: 'Lars Loket', number: '91.10.03-995.23', reason: 'Replaces a colleague' };
  const { statusCode, body } = await head.submit(OFFICERS, OFFICERS, fields);
  expect(statusCode).toBe(200);
  return body;
}

describe('XS-29 an officer', () => {
  it('is proposed by the head of the office, and is one only when the service desk approves', async () => {
    expect(await propose()).toContain('The service desk decides');
    const id = await open();
    expect(await rolesOfOfficer()).toEqual([]);
    expect((await approver.get(`/requests/${id}`)).body).toContain('Lars Loket');
    const refused = await decide(desk, id, 'approve');
    expect(refused.statusCode).toBe(403);
    expect(await recordsOf(refused.headers['x-request-reference'])).toMatchObject([
      { name: 'StaffRefused', data: { right: 'request.decide' } },
    ]);
    expect(await rolesOfOfficer()).toEqual([]);
    expect((await decide(approver, id, 'approve')).statusCode).toBe(303);
    expect(await rolesOfOfficer()).toEqual(['lra-officer']);
    expect((await head.get(OFFICERS)).body).toContain('Lars Loket');
  });

  it('ends the same way', async () => {
    const [held] = await admin.services.staff
      .ofOffice(SPEC_OFFICE)
      .then((all) => all.filter(({ role }) => role === 'lra-officer'));
    const page = `${OFFICERS}/${held?.id}`;
    expect((await head.submit(page, page, { reason: 'Left the office' })).statusCode).toBe(200);
    expect(await rolesOfOfficer()).toEqual(['lra-officer']);
    expect((await decide(approver, await open(), 'approve')).statusCode).toBe(303);
    expect(await rolesOfOfficer()).toEqual([]);
  });

  it('of an office that is not one’s own is nobody’s to propose', async () => {
    const { statusCode } = await head.post('/registration/offices/99902/officers', { name: 'x' });
    expect(statusCode).toBe(403);
  });

  it('says what is wrong at each field, and keeps what was typed', async () => {
    const fields = { name: '', number: '123', reason: '' };
    const { statusCode, body } = await head.submit(OFFICERS, OFFICERS, fields);
    expect(statusCode).toBe(422);
    for (const field of ['name', 'number', 'reason']) expect(body).toContain(`href="#${field}"`);
    expect(body).toContain('value="123"');
  });
});

describe('XS-29 an application in production', () => {
  it('is stopped by one person at once, and goes on when two say so', async () => {
    const database = admin.database.database;
    await database.query(`insert into agencies.agency (number, name) values ($1, $2)`, [SPEC_AGENCY, NAME]);
    const applications = new ApplicationsStore(database);
    const id = await applications.add({
      agency: SPEC_AGENCY,
      name: NAME,
      environment: 'PROD',
      minimumLevel: 400,
      keys: ['eid'],
      contexts: ['citizen'],
      attributes: [],
    });
    const page = `/service-desk/applications/${id}`;
    const stateOf = async () => (await applications.find(id))?.state;
    const act = (visitor: SpecVisitor, action: string) =>
      visitor.submit(`${page}/${action}`, `${page}/${action}`, { reason: 'A leak was reported' });
    expect((await act(approver, 'suspend')).statusCode).toBe(303);
    expect(await stateOf()).toBe('suspended');
    await act(approver, 'resume');
    expect(await stateOf()).toBe('suspended');
    const request = await open();
    const own = await decide(approver, request, 'approve');
    expect([own.statusCode, own.body.includes('data-problem="own-request"')]).toEqual([422, true]);
    expect(await stateOf()).toBe('suspended');
    const other = await admin.signedIn(specPerson('6'), ['service-desk-approver']);
    expect((await decide(other, request, 'approve')).statusCode).toBe(303);
    expect(await stateOf()).toBe('active');
    const file = await approver.get('/service-desk/applications.csv?state=active');
    expect([file.headers['content-type'], file.body.includes(NAME.en)]).toEqual([
      'text/csv; charset=utf-8',
      true,
    ]);
    expect((await approver.get('/service-desk/applications.csv?state=ended')).body).not.toContain(NAME.en);
  });

  it('lists what waits and what was decided, also as a file', async () => {
    const { body } = await desk.get('/requests');
    expect(body).toContain('Approved');
    const file = await desk.get('/requests.csv?state=approved');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain('Lars Loket');
  });
});
