import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesStore, ApplicationsStore, secretHashesAt } from '#libs/agencies';
import { AuditReader } from '#libs/audit';
import { hashToken, type SigningKey } from '#libs/security';
import { AGREEMENT_VERSION } from '../agencies/agreement/agreement.js';
import { recordSignIn } from '../onboarding/sign-ins.fixtures.js';
import { SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import { specSigner, SpecProgram } from '../test-support/spec-program.js';

let admin: SpecAdmin;
let signer: SigningKey;
let robot: SpecProgram;
let service = '';
let etag = '';

const NAME = { nl: 'Loket', fr: 'Guichet', de: 'Schalter', en: 'Counter' };
const description = {
  name: NAME,
  minimumLevel: 400,
  keys: ['eid', 'totp'],
  contexts: ['citizen'],
  attributes: [],
  signInsPerYear: 1_000,
  signInsAtPeak: 10,
  smsAccepted: false,
};
const settings = (host: string) => ({
  protocol: 'oidc',
  redirectUris: [`https://${host}/callback`],
  tokenEndpointAuthMethod: 'client_secret_basic',
});
const contacts = Object.fromEntries(
  ['business', 'technical', 'security', 'billing', 'outage'].map((role) => [role, `${role}@agency.example`]),
);

beforeAll(async () => {
  admin = await SpecAdmin.start();
  signer = await specSigner(admin);
  await new AgenciesStore(admin.services.database).ensure({
    number: SPEC_AGENCY,
    name: NAME,
    agreementVersion: AGREEMENT_VERSION,
  });
  robot = await SpecProgram.of(admin, signer);
});
afterAll(() => admin.stop());

const at = (rest = '') => `/api/v1/services/${service}${rest}`;

async function change(path: string, body: object) {
  const answer = await robot.call('PUT', at(path), body, { 'if-match': etag });
  if (answer.etag !== '') etag = answer.etag;
  return answer;
}

const recordsOf = ({ reference }: Readonly<Record<string, unknown>>) =>
  new AuditReader(admin.services.database, admin.services.recordKeys).byReference(String(reference));

const step = (name: string) => robot.call('POST', at('/steps'), { step: name, reason: 'It is ready' });

const trace = { reference: 'spec', address: '192.0.2.1' };

async function approveAll() {
  const { approvals } = admin.services;
  for (const { id } of await approvals.list({ states: ['open'] })) {
    const decider = { by: specPerson('b'), reason: 'Checked', trace };
    expect(await approvals.decide(id, 'approve', decider)).toMatchObject({ kind: 'done' });
  }
}

describe('a program brings an online service of its agency into use', () => {
  it('begins it once, however often it asks', async () => {
    const headers = { 'idempotency-key': 'permits-1' };
    const first = await robot.call('POST', '/api/v1/services', undefined, headers);
    expect([first.status, first.body['state']]).toEqual([201, 'draft']);
    service = String(first.body['id']);
    const again = await robot.call('POST', '/api/v1/services', undefined, headers);
    expect([again.status, again.body['id']]).toEqual([200, service]);
    expect(first.headers.location).toBe(at());
    etag = again.etag;
  });

  it('is told what is missing and whose turn it is', async () => {
    const { body } = await robot.call('GET', at('/checklist'));
    expect(body).toMatchObject({
      state: 'draft',
      next: { item: 'names', turn: 'manager' },
      steps: ['submit', 'end'],
      connectable: ['INT'],
    });
    const early = await step('submit');
    expect([early.status, early.body]).toMatchObject([409, { reason: 'missing', missing: body['missing'] }]);
    expect(await recordsOf(early.body)).toMatchObject([
      { name: 'ApiCallFailed', actor: robot.id, agency: SPEC_AGENCY, data: { reason: 'missing' } },
    ]);
    const gone = await robot.call('GET', '/api/v1/services/00000000-0000-4000-8000-000000000000');
    expect(await recordsOf(gone.body)).toMatchObject([
      { name: 'ApiCallFailed', data: { error: 'HTTP-NOT-FOUND' } },
    ]);
  });

  it('keeps out of the record what somebody calls a field', async () => {
    const body = { ...description, '85.07.30-033.28': true, 'a@b.example': true };
    const { status, body: problem } = await change('/description', body);
    expect(status).toBe(422);
    expect(await recordsOf(problem)).toMatchObject([
      { name: 'ApiCallFailed', data: { wrongFields: ['(unknown)', '(unknown)'] } },
    ]);
  });

  it('describes it, connects it and names its contacts, each with the version that it saw', async () => {
    expect((await robot.call('PUT', at('/description'), description)).status).toBe(428);
    const old = { 'if-match': '"old"' };
    expect((await robot.call('PUT', at('/description'), description, old)).status).toBe(412);
    expect((await change('/description', description)).body).toMatchObject({ outcome: 'saved' });
    expect((await change('/environments/INT', settings('counter.example'))).status).toBe(200);
    expect((await change('/environments/PROD', settings('counter.example'))).status).toBe(409);
    const read = await robot.call('GET', at('/contacts'));
    const saved = await robot.call('PUT', at('/contacts'), contacts, { 'if-match': read.etag });
    expect([saved.status, saved.body]).toEqual([200, contacts]);
    expect((await robot.call('GET', at())).body).toMatchObject({ description });
  });

  it.each([
    ['a level that is none', '/description', { ...description, minimumLevel: 401 }, 'minimumLevel'],
    ['a key too weak', '/description', { ...description, keys: ['email'] }, 'keys'],
    ['a name that is no text', '/description', { ...description, name: { ...NAME, de: 5 } }, 'name.de'],
    ['a field that nobody knows', '/description', { ...description, admin: true }, 'admin'],
    [
      'an attribute that is none',
      '/description',
      { ...description, attributes: [{ name: 'shoeSize', justification: '' }] },
      'attributes.0.name',
    ],
    ['an address with a fragment', '/environments/INT', settings('counter.example/#'), 'redirectUris'],
    ['metadata that are none', '/environments/INT', { protocol: 'saml', metadata: '<x/>' }, 'metadata'],
    ['a body that is a list', '/description', [], 'name'],
    ['a list for a name', '/description', { ...description, name: [] }, 'name'],
    ['nothing among the attributes', '/description', { ...description, attributes: [null] }, 'attributes.0'],
  ])('is told which field is wrong: %s', async (_, path, body, field) => {
    const { status, headers, body: problem } = await robot.call('PUT', at(path), body, { 'if-match': etag });
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(problem).toMatchObject({ code: 'ADMIN-API-INPUT', errors: expect.arrayContaining([]) });
    expect((problem['errors'] as { field: string }[]).map((one) => one.field)).toContain(field);
    const found = await recordsOf(problem);
    expect(found).toMatchObject([{ name: 'ApiCallFailed', data: { error: 'ADMIN-API-INPUT' } }]);
    expect(found[0]?.data['wrongFields']).toContain(field);
  });

  it('XS-29 sends it in; neither the program nor who made it can decide', async () => {
    expect((await step('submit')).body).toMatchObject({ outcome: 'saved', service: { state: 'submitted' } });
    const { body } = await robot.call('GET', '/api/v1/requests?state=open');
    const [request] = body['items'] as { id: string; program: string; service: string }[];
    expect(request).toMatchObject({ service, program: robot.id, title: expect.stringContaining('Counter') });
    const { approvals } = admin.services;
    for (const by of [robot.id, specPerson('a')]) {
      const decider = { by, reason: 'Mine', trace };
      expect(await approvals.decide(request?.id ?? '', 'approve', decider)).toEqual({
        kind: 'refused',
        problem: 'own-request',
      });
    }
    const write = `update admin.change_request set state = 'approved', decided_by = $2 where id = $1`;
    for (const by of [robot.id, specPerson('a')]) {
      const forced = admin.services.database.query(write, [request?.id, by]);
      await expect(forced).rejects.toThrow(/programs_have_no_eyes|four_eyes/);
    }
    const reader = await admin.signedIn(specPerson('c'), ['service-desk']);
    expect((await reader.get(`/requests/${request?.id}`)).body).toMatch(/Asked by the program.*Robot/s);
    await approveAll();
    expect((await robot.call('GET', at())).body).toMatchObject({ state: 'int-active' });
  });

  it('gets a client secret once, and a second one beside it for seven days', async () => {
    const path = at('/environments/INT/secret');
    const first = await robot.call('POST', path, { reason: 'First use' });
    expect([first.status, first.headers['cache-control']]).toEqual([201, 'no-store']);
    const second = await robot.call('POST', path, { reason: 'Once a year' });
    const { environments } = (await robot.call('GET', at())).body as {
      environments: { INT: { application: string } };
    };
    const application = await new ApplicationsStore(admin.services.database).find(
      environments.INT.application,
    );
    const hashes = secretHashesAt(application?.oidc ?? {}, new Date());
    expect(hashes).toEqual([second, first].map(({ body }) => hashToken(String(body['clientSecret']))));
    const leaked = await robot.call('POST', path, { reason: 'It leaked', leaked: true });
    expect(leaked.body['formerUntil']).toBeUndefined();
    expect((await robot.call('POST', at('/environments/ACC/secret'), { reason: 'No such' })).status).toBe(
      409,
    );
    const everything = await robot.call('GET', at());
    expect(everything.text).not.toContain(String(leaked.body['clientSecret']));
  });

  it('changes it in use: names at once, what opens by a request that it can take back', async () => {
    etag = (await robot.call('GET', at())).etag;
    const lower = { ...description, minimumLevel: 300, reason: 'Wanted by the council' };
    expect((await change('/description', { ...lower, reason: undefined })).status).toBe(422);
    const asked = await change('/description', lower);
    expect([asked.status, asked.body['outcome']]).toEqual([202, 'requested']);
    expect((await change('/description', lower)).body).toMatchObject({ reason: 'waiting' });
    const id = String(asked.body['request']);
    const withdrawn = await robot.call('POST', `/api/v1/requests/${id}/withdraw`, { reason: 'Not needed' });
    expect([withdrawn.status, withdrawn.body['state']]).toEqual([200, 'withdrawn']);
    expect((await robot.call('POST', `/api/v1/requests/${id}/withdraw`, { reason: 'Again' })).status).toBe(
      409,
    );
    const named = await change('/description', {
      ...description,
      name: { ...NAME, en: 'Desk' },
      reason: 'New name',
    });
    expect([named.status, named.body['outcome']]).toEqual([200, 'saved']);
    const moved = { ...settings('other.example'), reason: 'We moved' };
    expect((await change('/environments/INT', moved)).status).toBe(202);
    await approveAll();
  });

  it('comes into production when the test is passed and a second person agrees', async () => {
    expect((await step('pass-self-test')).body).toMatchObject({ reason: 'missing' });
    const { environments } = (await robot.call('GET', at())).body as {
      environments: { INT: { application: string } };
    };
    for (const name of ['SignInCompleted', 'SignInRefused'] as const) {
      await recordSignIn(admin.database.database, environments.INT.application, name);
    }
    expect((await step('pass-self-test')).status).toBe(200);
    etag = (await robot.call('GET', at())).etag;
    expect((await change('/environments/PROD', settings('counter.example'))).status).toBe(200);
    expect((await step('request-production')).body).toMatchObject({ service: { state: 'prod-requested' } });
    await approveAll();
    expect((await robot.call('GET', at())).body).toMatchObject({ state: 'prod-active' });
    expect((await step('suspend')).body).toMatchObject({
      service: { state: 'suspended', heldState: 'prod-active', suspension: { reason: 'It is ready' } },
    });
    expect((await step('resume')).body).toMatchObject({ outcome: 'requested' });
  });

  it('leaves its name and its agency in the record of all that it did', async () => {
    const records = await new AuditReader(admin.services.database, admin.services.recordKeys).search({
      from: new Date(0),
      until: new Date(Date.now() + 1_000),
      agency: SPEC_AGENCY,
    });
    const mine = records.filter(({ actor }) => actor === robot.id).map(({ name }) => name);
    expect([...new Set(mine)].toSorted()).toEqual([
      'ApiCallFailed',
      'ChangeMade',
      'ChangeRequested',
      'ChangeWithdrawn',
      'ClientSecretRenewed',
      'ServiceDrafted',
      'ServiceMoved',
    ]);
  });
});
