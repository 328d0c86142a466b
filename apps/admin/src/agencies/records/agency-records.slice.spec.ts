import { afterAll, beforeAll, expect, it } from 'vitest';
import { AgenciesStore } from '#libs/agencies';
import { AGENCY_RECORDS } from '../../reports/trail/agency-records.js';
import { eventWords } from '../../reports/trail/event-words.js';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';

const PAGE = `/agencies/${SPEC_AGENCY}`;

let admin: SpecAdmin;
let astrid: SpecVisitor;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const name = { nl: 'Dienst', fr: 'Service', de: 'Dienst', en: 'Agency' };
  const agencies = new AgenciesStore(admin.services.database);
  for (const number of [SPEC_AGENCY, OTHER_AGENCY]) await agencies.ensure({ number, name });
  astrid = await admin.signedIn(specPerson('a'), ['agency-manager']);
});
afterAll(() => admin.stop());

const basis = {
  kind: 'LAW',
  reference: 'Law of 8 August 1983',
  validFrom: '2026-01-01',
  noDocument: 'It is published in the gazette',
  'attributes.egovNRN': 'on',
};

it('what was asked stands on the page of the agency, until somebody decides', async () => {
  const path = `${PAGE}/bases/new`;
  expect((await astrid.submit(path, path, basis)).body).toContain('Your request is sent');
  const waiting = (await astrid.get(PAGE)).body;
  expect(waiting).toContain('data-asked');
  expect(waiting).toContain('Law of 8 August 1983: asked on');
  const [open] = await admin.services.approvals.list({ states: ['open'] });
  const trace = { reference: 'spec', address: '192.0.2.1' };
  const decider = { by: specPerson('b'), reason: 'It is the law', trace };
  await admin.services.approvals.decide(open?.id ?? '', 'approve', decider);
  expect((await astrid.get(PAGE)).body).not.toContain('data-asked');
});

it('an agency searches what was done for it, takes it along as a file, and sees nobody’s name', async () => {
  const { statusCode, body } = await astrid.get(`${PAGE}/records`);
  expect(statusCode).toBe(200);
  for (const name of ['ChangeRequested', 'ChangeApproved']) expect(body).toContain(eventWords(name, 'en'));
  for (const person of ['a', 'b']) expect(body).not.toContain(specPerson(person));
  const only = (await astrid.get(`${PAGE}/records?what=ChangeApproved`)).body;
  expect(only).toContain('1 to 1 of 1');
  const file = await astrid.get(`${PAGE}/records.csv?what=ChangeApproved`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.body.trim().split('\n')).toHaveLength(2);
  expect(file.body).not.toContain(specPerson('b'));
});

it('and nothing of another agency', async () => {
  expect((await astrid.get(`/agencies/${OTHER_AGENCY}/records`)).statusCode).toBe(403);
  expect((await astrid.get(`/agencies/${OTHER_AGENCY}/records.csv`)).statusCode).toBe(403);
});

it('every record has its words', () => {
  for (const name of AGENCY_RECORDS) expect(eventWords(name, 'en')).not.toBe(name);
});
