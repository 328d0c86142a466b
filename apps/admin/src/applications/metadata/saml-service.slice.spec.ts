import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationsStore, MetadataRefreshStore } from '#libs/agencies';
import { days } from '#libs/kernel';
import {
  certifiedKey,
  signedMetadata,
  type CertifiedKey,
} from '../../../../../test/support/signed-metadata.js';
import { recordSignIn } from '../../onboarding/sign-ins.fixtures.js';
import { SPEC_AGENCY, specPerson } from '../../test-support/spec-admin.js';
import { serviceMetadata } from '../../test-support/service-metadata.js';
import { hiddenField, SpecTown, wordsOf } from '../../test-support/spec-town.js';
import { DossierStore } from '../dossier/dossier.store.js';

const ENTITY = 'https://town.example/saml';
const PROD_ENTITY = 'https://www.town.example/saml';
const contacts = Object.fromEntries(
  ['business', 'technical', 'security', 'billing', 'outage'].map((role) => [role, `${role}@town.example`]),
);

let town: SpecTown;
let signer: CertifiedKey;
let first: CertifiedKey;

beforeAll(async () => {
  [town, signer, first] = await Promise.all([SpecTown.start(), certifiedKey(), certifiedKey()]);
});
afterAll(() => town.stop());

const document = (keys: CertifiedKey[], by = signer, validUntil = new Date(Date.now() + days(7))) =>
  signedMetadata({ entityId: ENTITY, keys, validUntil }, by);
const serve = (text: string) => (town.answer = (response) => void response.end(text));
const fetched = (fields: Readonly<Record<string, string>> = {}) =>
  town.fetched({ metadataUrl: town.address, metadataSigner: signer.certificate, ...fields });
const stored = async () =>
  (await new DossierStore(town.admin.database.database).find(town.service))?.environments.INT?.settings;
const registered = async (environment: string) =>
  (await new ApplicationsStore(town.admin.database.database).all()).find(
    (one) => one.environment === environment,
  );

describe('SM-4 metadata from an address on the page of a service', () => {
  it.each([
    ['nobody answers', { metadataUrl: 'http://127.0.0.1:1/' }, 'does not answer'],
    ['it lies in a private network', { metadataUrl: 'https://169.254.169.254/' }, 'does not answer'],
    ['it is none', { metadataUrl: 'town' }, 'no complete web address'],
    ['it is another scheme', { metadataUrl: 'file:///etc/passwd' }, 'no complete web address'],
    ['it is not given', { metadataUrl: '' }, 'Fill this in'],
    ['the certificate is none', { metadataSigner: 'secret' }, 'BEGIN CERTIFICATE'],
  ])('says at the field what is wrong: %s', async (_name, fields, words) => {
    serve(document([first]));
    const wrong = await fetched(fields);
    expect([wrong.statusCode, wordsOf(wrong.body).includes(words)]).toEqual([422, true]);
    expect(wrong.body).toContain('error-summary');
  });

  it.each([
    ['SM-2 signed by somebody else', () => document([first], first), 'not signed with this certificate'],
    ['SM-2 without a signature', () => serviceMetadata(ENTITY), 'not signed with this certificate'],
    ['SM-2 expired', () => document([first], signer, new Date(Date.now() - 1_000)), 'has expired'],
    [
      'SM-2 valid for too long',
      () => document([first], signer, new Date(Date.now() + days(99))),
      'valid for too long',
    ],
  ])('refuses a document that is %s', async (_name, made, words) => {
    serve(made());
    const wrong = await fetched();
    expect([wrong.statusCode, wordsOf(wrong.body).includes(words)]).toEqual([422, true]);
  });

  it('refuses an answer that leads elsewhere', async () => {
    town.answer = (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    expect(wordsOf((await fetched()).body)).toContain('There is no metadata at this address');
  });

  it('shows what it understood before it counts, and keeps it only then', async () => {
    serve(document([first]));
    const read = await fetched();
    expect(read.statusCode).toBe(200);
    const words = wordsOf(read.body);
    expect(words).toContain(`Name (entityID) ${ENTITY}`);
    expect(words).toContain('https://proef.example/acs');
    expect(words).toContain('ends on 1 January 2021');
    expect(await stored()).toBeUndefined();
    const form = Object.fromEntries(
      ['metadata', 'metadataUrl', 'metadataSigner'].map((field) => [field, hiddenField(read.body, field)]),
    );
    const unread = { protocol: 'saml', metadataUrl: town.address, metadataSigner: signer.certificate };
    expect(wordsOf((await town.astrid.post(town.settings('INT'), unread)).body)).toContain(
      'Fetch the metadata first',
    );
    const forged = { ...form, metadata: form['metadata']?.replace('proef.example', 'evil.example') ?? '' };
    expect((await town.astrid.post(town.settings('INT'), { protocol: 'saml', ...forged })).statusCode).toBe(
      422,
    );
    expect((await town.astrid.post(town.settings('INT'), { protocol: 'saml', ...form })).statusCode).toBe(
      303,
    );
    expect(await stored()).toMatchObject({ protocol: 'saml', metadataUrl: town.address });
    expect(wordsOf((await town.astrid.get(town.settings('INT'))).body)).toContain(
      `Fetched from ${town.address}`,
    );
  });
});

describe('a SAML service on the road into use', () => {
  it('comes into test, where its metadata is followed and the newest one stays', async () => {
    const whom = `/services/${town.service}/contacts`;
    expect((await town.astrid.submit(whom, whom, contacts)).statusCode).toBe(303);
    expect((await town.step('submit')).statusCode).toBe(303);
    await town.approveAll();
    const agreement = `/agencies/${SPEC_AGENCY}/agreement`;
    await town.astrid.submit(agreement, agreement, { name: 'Astrid', function: 'Head', accept: 'on' });
    expect(await town.state()).toBe('int-active');
    expect(await registered('INT')).toMatchObject({ state: 'active', saml: { entityId: ENTITY } });
    const refresh = new MetadataRefreshStore(town.admin.database.database);
    await refresh.follow();
    const [due] = await refresh.takeDue(5);
    if (due === undefined) throw new Error('nothing is due');
    await refresh.failed(due.application, 'expired', days(1));
    const page = await town.astrid.get(`/services/${town.service}`);
    expect(page.body).toContain('data-refresh-failure="expired"');
    expect(wordsOf(page.body)).toContain('has expired');
    const newer = serviceMetadata(ENTITY);
    expect(await refresh.succeeded(due, newer, days(1))).toBe(true);
    const mended = (await town.astrid.get(`/services/${town.service}`)).body;
    expect([mended.includes('data-refresh-failure'), wordsOf(mended).includes('fetched on')]).toEqual([
      false,
      true,
    ]);
    const edit = `/services/${town.service}/edit`;
    const renamed = { 'name-en': 'Town hall', reason: 'A better name' };
    const form = Object.fromEntries(['nl', 'fr', 'de'].map((one) => [`name-${one}`, 'Stad']));
    const choices = { minimumLevel: '400', 'keys.eid': 'on', 'keys.totp': 'on', 'contexts.citizen': 'on' };
    const volume = { signInsPerYear: '1000', signInsAtPeak: '10' };
    const sent = await town.astrid.submit(edit, edit, { ...form, ...renamed, ...choices, ...volume });
    expect(sent.statusCode).toBe(303);
    expect((await registered('INT'))?.name.en).toBe('Town hall');
    expect((await registered('INT'))?.saml?.metadata).toBe(newer);
  });

  it('comes into production with metadata of its own, after the test and a second person', async () => {
    const { body } = await town.astrid.get(`/services/${town.service}`);
    expect(wordsOf(body)).toContain('Town hall');
    const application = (await registered('INT'))?.id ?? '';
    await recordSignIn(town.admin.database.database, application, 'SignInCompleted');
    await recordSignIn(town.admin.database.database, application, 'SignInRefused');
    expect((await town.step('pass-self-test')).statusCode).toBe(303);
    expect((await town.step('request-production')).body).toContain('still missing');
    const pasted = { protocol: 'saml', metadata: serviceMetadata(PROD_ENTITY) };
    expect((await town.astrid.submit(town.settings('PROD'), town.settings('PROD'), pasted)).statusCode).toBe(
      303,
    );
    expect(wordsOf((await town.astrid.get(town.settings('PROD'))).body)).toContain(
      `Name (entityID) ${PROD_ENTITY}`,
    );
    expect((await town.step('request-production')).statusCode).toBe(303);
    expect(await registered('PROD')).toBeUndefined();
    await town.approveAll();
    expect(await town.state()).toBe('prod-active');
    expect(await registered('PROD')).toMatchObject({ state: 'active', saml: { entityId: PROD_ENTITY } });
  });

  it('XS-29 changes its address in use only when a second person agrees', async () => {
    const before = await registered('PROD');
    const moved = { protocol: 'saml', metadata: serviceMetadata('https://elsewhere.example/saml') };
    const asked = await town.astrid.submit(town.settings('PROD'), town.settings('PROD'), {
      ...moved,
      reason: 'We move house',
    });
    expect([asked.statusCode, asked.body.includes('waits for a second person')]).toEqual([200, true]);
    expect(await registered('PROD')).toEqual(before);
    const [open] = await town.admin.services.approvals.list({ states: ['open'] });
    const desk = await town.admin.signedIn(specPerson('d'), ['service-desk-approver']);
    const { body } = await desk.get(`/requests/${open?.id}`);
    expect(wordsOf(body)).toContain(`Name (entityID) (PROD) ${PROD_ENTITY} https://elsewhere.example/saml`);
    expect(wordsOf(body)).toContain('https://elsewhere.example/saml/acs');
    expect(body).toMatch(/<details[^>]*><summary>SAML metadata \(PROD\): the whole text/);
    await town.approveAll();
    expect((await registered('PROD'))?.saml?.entityId).toBe('https://elsewhere.example/saml');
  });
});
