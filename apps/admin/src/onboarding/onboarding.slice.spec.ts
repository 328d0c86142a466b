import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationsStore, secretHashesAt } from '#libs/agencies';
import { contactBook } from '#libs/operations';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { serviceMetadata } from '../test-support/service-metadata.js';
import { SpecAdmin } from '../test-support/spec-admin.js';
import type { SpecVisitor } from '../test-support/spec-visitor.js';
import { agency, approveAll, approver, basis, JOIN, manager, NUMBER } from './joining.fixtures.js';
import { recordSignIn } from './sign-ins.fixtures.js';

const description = {
  'name-nl': 'Bouwloket',
  'name-fr': 'Guichet du bâtiment',
  'name-de': 'Bauschalter',
  'name-en': 'Building counter',
  minimumLevel: '400',
  'keys.eid': 'on',
  'keys.totp': 'on',
  'contexts.citizen': 'on',
  'attributes.egovNRN': 'on',
  'why-egovNRN': 'To find the file',
  signInsPerYear: '12000',
  signInsAtPeak: '40',
};

const contacts = {
  business: 'a@agency.example',
  technical: 'b@agency.example',
  security: 'c@agency.example',
  billing: 'd@agency.example',
  outage: 'e@agency.example',
};

const settings = (host: string) => ({
  protocol: 'oidc',
  redirectUris: `https://${host}/callback`,
  tokenEndpointAuthMethod: 'client_secret_basic',
});

let admin: SpecAdmin;
let astrid: SpecVisitor;
let service = '';

beforeAll(async () => {
  admin = await SpecAdmin.start();
  astrid = await admin.signedIn(manager);
  await astrid.submit(JOIN, '/join', agency);
  await approveAll(admin);
  const bases = `/agencies/${NUMBER}/bases/new`;
  await astrid.submit(bases, bases, basis);
  await approveAll(admin);
});
afterAll(() => admin.stop());

const step = (action: string) =>
  astrid.submit(`/services/${service}/${action}`, `/services/${service}/${action}`, {
    reason: 'It is ready',
  });

const states = async () =>
  (await new ApplicationsStore(admin.database.database).all()).map(({ state }) => state);

const stateOf = async () => /data-state="([^"]+)"/.exec((await astrid.get(`/services/${service}`)).body)?.[1];

describe('an agency brings its online service into use', () => {
  it('describes the service, and cannot send it in before everything is there', async () => {
    const begun = await astrid.submit(`/agencies/${NUMBER}`, `/agencies/${NUMBER}/services`);
    service = /services\/([^/]+)/.exec(String(begun.headers.location))?.[1] ?? '';
    expect((await step('submit')).body).toContain('still missing');
    const page = `/services/${service}/edit`;
    const form = (await astrid.get(page)).body;
    const authorisation = /<option value="([\da-f-]{36})"/.exec(form)?.[1] ?? '';
    const weak = await astrid.submit(page, page, { ...description, 'keys.email': 'on' });
    expect(weak.statusCode).toBe(422);
    expect(weak.body).toContain('never reaches the level');
    expect((await astrid.submit(page, page, { ...description, authorisation })).statusCode).toBe(303);
    const whom = `/services/${service}/contacts`;
    expect((await astrid.submit(whom, whom, { ...contacts, outage: 'nobody' })).body).toContain(
      'no e-mail address',
    );
    expect((await astrid.submit(whom, whom, contacts)).statusCode).toBe(303);
    expect((await astrid.get(whom)).body).toContain('value="e@agency.example"');
    const connection = `/services/${service}/settings/INT`;
    expect((await astrid.submit(connection, connection, { protocol: 'oidc' })).statusCode).toBe(422);
    await astrid.submit(connection, connection, settings('int.agency.example'));
    expect((await step('submit')).statusCode).toBe(303);
    expect(await stateOf()).toBe('submitted');
    expect((await astrid.get(page)).statusCode).toBe(404);
  });

  it('reads SAML metadata from a file into the form, and keeps nothing', async () => {
    const begun = await astrid.submit(`/agencies/${NUMBER}`, `/agencies/${NUMBER}/services`);
    const other = /services\/([^/]+)/.exec(String(begun.headers.location))?.[1] ?? '';
    const { body } = await astrid.get(`/services/${other}/settings/INT`);
    const token = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const upload = (content: string, csrf = token) =>
      astrid.send({
        method: 'POST',
        url: `/services/${other}/metadata/INT`,
        headers: { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
        payload: [
          `--b\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n`,
          '--b\r\nContent-Disposition: form-data; name="metadataFile"; filename="sp.xml"\r\n\r\n',
          `${content}\r\n--b--\r\n`,
        ].join(''),
      });
    const read = await upload(serviceMetadata('https://town.example/saml'));
    expect([read.statusCode, read.body.includes('entityID=&quot;https://town.example/saml&quot;')]).toEqual([
      200,
      true,
    ]);
    expect((await upload('no metadata')).statusCode).toBe(422);
    expect((await upload('no metadata', 'forged')).statusCode).toBe(403);
    expect((await astrid.get(`/services/${other}/settings/INT`)).body).not.toContain('town.example');
  });

  it('comes into test when it is checked and the agreement is signed, whichever is last', async () => {
    await approveAll(admin);
    expect(await stateOf()).toBe('reviewed');
    const page = `/agencies/${NUMBER}/agreement`;
    expect((await astrid.submit(page, page, { name: 'Astrid Agenda' })).statusCode).toBe(422);
    await astrid.submit(page, page, { name: 'Astrid Agenda', function: 'Head', accept: 'on' });
    expect((await astrid.get(page)).body).toContain('Signed by Astrid Agenda, Head');
    const pdf = await astrid.get(`${page}.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.body.startsWith('%PDF-1.7')).toBe(true);
    expect(await stateOf()).toBe('int-active');
  });

  it('shows a secret once; the one before it counts a week longer, unless it leaked', async () => {
    const page = `/services/${service}/secret/INT`;
    const secrets = [
      await astrid.submit(page, page, { reason: 'First use' }),
      await astrid.submit(page, page, { reason: 'A new year' }),
    ];
    const [first, second] = secrets.map(({ body }) => /data-secret[^>]*>([\w-]{43})</.exec(body)?.[1]);
    expect(first).toBeDefined();
    expect(second).not.toBe(first);
    expect((await astrid.get(`/services/${service}`)).body).not.toContain(String(second));
    const hashOf = (secret = '') => createHash('sha256').update(secret).digest('hex');
    const counting = async (days: number) => {
      const [application] = await new ApplicationsStore(admin.database.database).all();
      const now = new Date(Date.now() + days * 86_400_000);
      return secretHashesAt(application?.oidc ?? {}, now);
    };
    expect(await counting(6)).toEqual([hashOf(second), hashOf(first)]);
    expect(await counting(8)).toEqual([hashOf(second)]);
    const last = await astrid.submit(page, page, { reason: 'It leaked', leaked: 'on' });
    const third = /data-secret[^>]*>([\w-]{43})</.exec(last.body)?.[1];
    expect(await counting(0)).toEqual([hashOf(third)]);
  });

  it('reaches production only after the test is passed and a second person agrees', async () => {
    expect((await step('pass-self-test')).statusCode).toBe(422);
    const dossier = await admin.services.database.query<{ application: string }>(
      `select environments->'INT'->>'application' as application from onboarding.dossier where id = $1`,
      [service],
    );
    const application = dossier[0]?.application ?? '';
    await recordSignIn(admin.database.database, application, 'SignInCompleted');
    await recordSignIn(admin.database.database, application, 'SignInRefused');
    expect((await step('pass-self-test')).statusCode).toBe(303);
    expect((await step('request-production')).body).toContain('still missing');
    const connection = `/services/${service}/settings/PROD`;
    await astrid.submit(connection, connection, settings('www.agency.example'));
    expect((await step('request-production')).statusCode).toBe(303);
    expect(await stateOf()).toBe('prod-requested');
    await approveAll(admin);
    expect(await stateOf()).toBe('prod-active');
    const [production] = (await new ApplicationsStore(admin.database.database).all()).filter(
      ({ environment }) => environment === 'PROD',
    );
    expect(production).toMatchObject({ state: 'active', minimumLevel: 400, agency: { number: NUMBER } });
  });

  it('XS-29 changes in use only what one person may; addresses, levels and attributes wait for a second', async () => {
    const production = async () =>
      (await new ApplicationsStore(admin.database.database).all()).find(
        ({ environment }) => environment === 'PROD',
      );
    const before = await production();
    const page = `/services/${service}/settings/PROD`;
    const elsewhere = settings('elsewhere.agency.example');
    expect((await astrid.submit(page, page, elsewhere)).statusCode).toBe(422);
    const asked = await astrid.submit(page, page, { ...elsewhere, reason: 'We move to another host' });
    expect([asked.statusCode, asked.body.includes('waits for a second person')]).toEqual([200, true]);
    expect(await production()).toEqual(before);
    await approveAll(admin);
    const after = await production();
    expect(after?.oidc).toMatchObject({
      redirectUris: ['https://elsewhere.agency.example/callback'],
      clientSecretHash: before?.oidc?.clientSecretHash,
    });
    const edit = `/services/${service}/edit`;
    const form = (await astrid.get(edit)).body;
    const authorisation = /<option value="([\da-f-]{36})"/.exec(form)?.[1] ?? '';
    const renamed = {
      ...description,
      authorisation,
      'name-en': 'Building desk',
      reason: 'A better name',
    };
    expect((await astrid.submit(edit, edit, renamed)).statusCode).toBe(303);
    expect((await production())?.name.en).toBe('Building desk');
    const lower = { ...renamed, minimumLevel: '200', reason: 'More people' };
    expect((await astrid.submit(edit, edit, lower)).statusCode).toBe(200);
    expect((await production())?.minimumLevel).toBe(400);
    expect((await astrid.submit(edit, edit, lower)).body).toContain('waits');
  });

  it('comes into acceptance beside the road, when a second person agrees', async () => {
    expect((await step('request-acceptance').catch(() => undefined))?.statusCode ?? 422).toBe(422);
    const page = `/services/${service}/settings/ACC`;
    await astrid.submit(page, page, settings('acc.agency.example'));
    expect((await step('request-acceptance')).statusCode).toBe(303);
    const { approvals } = admin.services;
    const waiting = await approvals.list({ states: ['open'] });
    expect(waiting.map(({ kind }) => kind).toSorted()).toEqual(['service-acceptance', 'service-change']);
    for (const { id, kind } of waiting) {
      const decider = { by: approver, reason: 'Looked', trace: { reference: 'spec', address: '192.0.2.1' } };
      await approvals.decide(id, kind === 'service-change' ? 'refuse' : 'approve', decider);
    }
    const found = await new ApplicationsStore(admin.database.database).all();
    expect(found.map(({ environment }) => environment).toSorted()).toEqual(['ACC', 'INT', 'PROD']);
    expect(await stateOf()).toBe('prod-active');
  });

  it('is written to about outages as long as it has not ended', async () => {
    const { outage } = contacts;
    const master = masterKeyFromFile(admin.services.config.masterKeyFile);
    const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
    const told = await contactBook(secrets)(admin.services.database);
    expect(told.map(({ address }) => address)).toEqual([outage]);
    const stored = await admin.services.database.query<{ address: string }>(
      `select address from agencies.service_contact where role = 'outage'`,
    );
    expect(stored[0]?.address).not.toContain('agency.example');
  });

  it('is suspended everywhere at once, and goes on when a second person agrees', async () => {
    await step('suspend');
    expect(await states()).toEqual(['suspended', 'suspended', 'suspended']);
    expect((await step('resume')).statusCode).toBe(200);
    expect(await stateOf()).toBe('suspended');
    await approveAll(admin);
    expect(await states()).toEqual(['active', 'active', 'active']);
    expect(await stateOf()).toBe('prod-active');
  });

  it('ends, and comes back for thirty days when a second person agrees', async () => {
    await step('end');
    expect(await states()).toEqual(['ended', 'ended', 'ended']);
    expect((await step('resume')).statusCode).toBe(422);
    expect((await step('restore')).statusCode).toBe(200);
    expect(await states()).toEqual(['ended', 'ended', 'ended']);
    await approveAll(admin);
    expect(await states()).toEqual(['active', 'active', 'active']);
    expect(await stateOf()).toBe('prod-active');
  });

  it('does not come back later, nor when it was suspended', async () => {
    const link = `/services/${service}/restore"`;
    await step('end');
    expect((await astrid.get(`/services/${service}`)).body).toContain(link);
    await admin.database.database.query(
      `update onboarding.dossier set ended_at = now() - interval '31 days' where id = $1`,
      [service],
    );
    expect((await astrid.get(`/services/${service}`)).body).not.toContain(link);
    expect((await step('restore')).statusCode).toBe(422);
    await admin.database.database.query(
      `update onboarding.dossier set ended_at = null, state = 'prod-active', held_state = null where id = $1`,
      [service],
    );
    for (const action of ['suspend', 'end']) await step(action);
    expect((await step('restore')).statusCode).toBe(422);
    expect(await states()).toEqual(['ended', 'ended', 'ended']);
  });
});
