import { afterAll, beforeAll, expect, it } from 'vitest';
import { AgenciesStore } from '#libs/agencies';
import { DossierStore } from '../../applications/dossier/dossier.store.js';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import { specService } from '../../test-support/spec-service.js';
import { AGREEMENT_VERSION } from './agreement.js';
import { AgreementStore } from './agreement.store.js';

const NAME = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };
const OLD = 'What was agreed before';
const PAGE = `/agencies/${SPEC_AGENCY}/agreement`;

let admin: SpecAdmin;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  const { database } = admin.services;
  await new AgenciesStore(database).ensure({ number: SPEC_AGENCY, name: NAME });
  await new AgreementStore(database).add(SPEC_AGENCY, {
    version: '0.9',
    language: 'en',
    articles: [{ title: '1. Before', text: OLD }],
    hash: 'ab'.repeat(32),
    signedBy: specPerson('9'),
    name: 'Former Signatory',
    function: 'Director',
    classReference: 'urn:be:fedict:iam:fas:citizen:Level500',
    provenAt: new Date('2025-01-01T08:00:00Z'),
    signedAt: new Date('2025-01-01T08:05:00Z'),
  });
});
afterAll(() => admin.stop());

it('of another version is signed anew; the old one stays readable, with who signed it', async () => {
  const { database } = admin.services;
  const running = await specService(database, SPEC_AGENCY, 'Running');
  const next = await specService(database, SPEC_AGENCY, 'Next');
  await new DossierStore(database).move(next.id, 'reviewed');
  const signatory = await admin.signedIn(specPerson('a'), ['agency-signatory']);
  const before = (await signatory.get(PAGE)).body;
  expect(before).toContain('has to be signed anew');
  expect(before).toContain('Signed by Former Signatory, Director');
  expect((await signatory.get('/agencies?agreement=none')).body).toContain('version 0.9 signed');
  const former = /agreement\.pdf\?signature=[\da-f-]+/.exec(before)?.[0];
  const [unsigned, kept] = [
    await signatory.get(`${PAGE}.pdf`),
    await signatory.get(`/agencies/${SPEC_AGENCY}/${former}`),
  ];
  expect([unsigned.statusCode, kept.statusCode]).toEqual([200, 200]);
  expect(kept.rawPayload.equals(unsigned.rawPayload)).toBe(false);
  expect((await signatory.get(`${PAGE}.pdf?signature=x`)).statusCode).toBe(404);

  await signatory.submit(PAGE, PAGE, { name: 'New Signatory', function: 'Head', accept: 'on' });
  const signatures = await new AgreementStore(database).ofAgency(SPEC_AGENCY);
  expect(signatures.map(({ version, name }) => [version, name])).toEqual([
    [AGREEMENT_VERSION, 'New Signatory'],
    ['0.9', 'Former Signatory'],
  ]);
  expect(signatures[1]?.articles).toEqual([{ title: '1. Before', text: OLD }]);
  const after = (await signatory.get(PAGE)).body;
  expect(after).toContain('Signed by Former Signatory, Director');
  expect(after).not.toContain('has to be signed anew');
  const states = [
    await new DossierStore(database).find(running.id),
    await new DossierStore(database).find(next.id),
  ];
  expect(states.map((one) => one?.state)).toEqual(['prod-active', 'int-active']);
});
