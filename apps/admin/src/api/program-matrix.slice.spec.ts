import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesStore, ApiClientsStore } from '#libs/agencies';
import { AuditReader } from '#libs/audit';
import type { SigningKey } from '#libs/security';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin, specPerson } from '../test-support/spec-admin.js';
import { specApplication } from '../test-support/spec-application.js';
import { specSigner, SpecProgram } from '../test-support/spec-program.js';
import { addressOf, programRoutes, staffRoutes, type DeclaredRoute } from '../test-support/staff-routes.js';

let admin: SpecAdmin;
let signer: SigningKey;
let routes: DeclaredRoute[];
let writer: SpecProgram;
let theirs: string;

beforeAll(async () => {
  admin = await SpecAdmin.start();
  signer = await specSigner(admin);
  routes = programRoutes(admin.app);
  const name = { nl: 'Dienst', fr: 'Service', de: 'Dienst', en: 'Agency' };
  await new AgenciesStore(admin.services.database).ensure({ number: SPEC_AGENCY, name });
  theirs = await specApplication(admin.services.database, OTHER_AGENCY, 'Tax counter');
  writer = await SpecProgram.of(admin, signer);
});
afterAll(() => admin.stop());

const recordsOf = (reference: unknown) =>
  new AuditReader(admin.services.database, admin.services.recordKeys).byReference(String(reference));

/** What comes of a call with this token, or none. */
async function withToken(route: DeclaredRoute, authorization: string) {
  return writer.call(route.method, route.url, route.method === 'GET' ? undefined : {}, { authorization });
}

const anyRoute = (): DeclaredRoute => ({
  method: 'GET',
  path: '/api/v1/services',
  url: '/api/v1/services',
  right: 'read',
});

describe('every route for programs', () => {
  it('demands to read, to write or to take proof, and what changes something is written', () => {
    expect(routes.length).toBeGreaterThan(15);
    const proof = '/api/v1/applications/x/records/proof';
    for (const { method, url, right } of routes) {
      const usual = method === 'GET' ? 'read' : 'write';
      expect([url, right]).toEqual([url, url === proof ? 'audit' : usual]);
    }
  });

  it('refuses who has no token, in problem+json, with one record', async () => {
    for (const route of routes) {
      const { status, headers, body } = await withToken(route, '');
      expect([route.url, status, body['code']]).toEqual([route.url, 401, 'ADMIN-API-TOKEN']);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['www-authenticate']).toBe('Bearer realm="administration"');
      const records = await recordsOf(headers['x-request-reference']);
      expect(records.map(({ name, data }) => [name, data['reason']])).toEqual([
        ['ApiCallRefused', 'no token'],
      ]);
    }
  });

  it('refuses a program that may only read what changes something or names people', async () => {
    const reader = await SpecProgram.of(admin, signer, { rights: ['read'] });
    for (const { method, url, right } of routes) {
      const { status, body, headers } = await reader.call(method, url, method === 'GET' ? undefined : {});
      if (right === 'read') expect([url, status < 500 && status !== 403]).toEqual([url, true]);
      else expect([url, status, body['code']]).toEqual([url, 403, 'ADMIN-API-RIGHT']);
      if (right === 'read') continue;
      const records = await recordsOf(headers['x-request-reference']);
      expect(records).toMatchObject([{ name: 'ApiCallRefused', actor: reader.id, agency: SPEC_AGENCY }]);
    }
  });

  it.each([
    ['none', undefined],
    ['a text', '"x"'],
    ['a number', '5'],
    ['null', 'null'],
    ['a list', '[[[]]]'],
    ['half', '{"reason":'],
    ['with __proto__', '{"__proto__":{"admin":true}}'],
    ['of other types', '{"name":[],"reason":{},"keys":"eid","attributes":[null],"redirectUris":[{}]}'],
    ['with NUL', '{"reason":"\\u0000\\ud800 reason of mine","step":"submit"}'],
  ])('answers a body that is %s as a mistake of the caller', async (_, payload) => {
    for (const { method, url } of routes.filter(({ right }) => right !== 'read')) {
      const headers = { authorization: `Bearer ${await writer.token()}`, 'content-type': 'application/json' };
      const answer = await admin.app.server.inject({
        method,
        url,
        headers,
        ...(payload !== undefined && { payload }),
      });
      const { statusCode } = answer;
      expect([method, url, statusCode, statusCode < 500]).toEqual([method, url, statusCode, true]);
      if (statusCode < 400) continue;
      const records = await recordsOf(answer.headers['x-request-reference']);
      expect([method, url, records.length]).toEqual([method, url, 1]);
    }
  });
});

/** As good as they can be, by the end of the path. */
const REASON = { reason: 'Curious about it' };
const BODIES: Readonly<Record<string, object>> = {
  description: {
    name: { nl: '', fr: '', de: '', en: '' },
    keys: [],
    contexts: [],
    attributes: [],
    smsAccepted: false,
  },
  INT: {
    protocol: 'oidc',
    redirectUris: ['https://a.example/'],
    tokenEndpointAuthMethod: 'client_secret_basic',
  },
  contacts: {},
  steps: { ...REASON, step: 'end' },
  secret: REASON,
  withdraw: REASON,
  proof: REASON,
};

/** A service, a request and an application of another agency. */
async function theirThings(): Promise<Record<string, string>> {
  const { database } = admin.services;
  const [service] = await database.query<{ id: string }>(
    `insert into onboarding.dossier (agency, state, details, environments, created_by)
     values ($1, 'draft', '{}', '{}', $2) returning id`,
    [OTHER_AGENCY, specPerson('c')],
  );
  const [request] = await database.query<{ id: string }>(
    `insert into admin.change_request (kind, subject, agency, aspects, before, after, reason, requested_by,
                                       requested_at, expires_at)
     values ('service-change', $1, $2, '{level}', '{}', '{}', 'spec', $3, now(), now() + interval '1 day')
     returning id`,
    [service?.id, OTHER_AGENCY, specPerson('c')],
  );
  return { services: service?.id ?? '', requests: request?.id ?? '', applications: theirs };
}

describe('XS-29 what belongs to another agency', () => {
  it('is not there: 404, and nothing of it in lists', async () => {
    const ids = await theirThings();
    for (const { method, path } of routes.filter((one) => one.path.includes(':'))) {
      const [, , , kind = ''] = path.split('/');
      const url = addressOf(path, {
        id: ids[kind] ?? '',
        environment: 'INT',
        period: '2026-03',
        month: '2026-03',
      }).replace(/\/$/, '');
      const body = BODIES[url.split('/').at(-1) ?? ''];
      const { status, headers } = await writer.call(method, url, body, { 'if-match': '*' });
      expect([method, url, status]).toEqual([method, url, 404]);
      expect(await recordsOf(headers['x-request-reference'])).toMatchObject([
        { name: 'ApiCallRefused', actor: writer.id, data: { reason: 'another agency' } },
      ]);
    }
    for (const list of ['services', 'applications', 'requests']) {
      const { text } = await writer.call('GET', `/api/v1/${list}`);
      for (const id of Object.values(ids)) expect([list, text.includes(id)]).toEqual([list, false]);
    }
  });
});

describe('a token', () => {
  const expectRefused = async (token: string, reason: string) => {
    const { status, headers } = await withToken(anyRoute(), `Bearer ${token}`);
    expect([reason, status]).toEqual([reason, 401]);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
    const [record] = await recordsOf(headers['x-request-reference']);
    expect(String(record?.data['reason'])).toContain(reason);
    expect(JSON.stringify(record)).not.toContain(token);
  };

  it('counts when FAS made it for the administration and this program', async () => {
    expect((await withToken(anyRoute(), `Bearer ${await writer.token()}`)).status).toBe(200);
  });

  it.each([
    ['of another issuer', { iss: 'https://other.example' }, {}, 'CLAIM'],
    ['for the attribute service', { aud: 'aps' }, {}, 'CLAIM'],
    ['that is over', { exp: 1_700_000_000 }, {}, 'EXPIRED'],
    ['of another type', {}, { typ: 'JWT' }, 'CLAIM'],
    ['of another key', {}, { kid: 'other' }, 'NO_MATCHING_KEY'],
    ['of an application', { sub: 'permits', client_id: 'permits' }, {}, 'no program'],
    ['of a person', { sub: 'a'.repeat(40) }, {}, 'no program'],
    ['bound to a key', { cnf: { jkt: 'x' } }, {}, 'bound'],
  ])('%s is refused', async (_, claims, header, reason) => {
    await expectRefused(await writer.token(claims, header), reason);
  });

  it('that nobody signed, or somebody else, is refused', async () => {
    const [head = '', payload = ''] = (await writer.token()).split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    await expectRefused(`${none}.${payload}.`, 'token');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string };
    await expectRefused(await new SignJWT(claims).setProtectedHeader(header).sign(privateKey), 'SIGNATURE');
    const symmetric = new SignJWT(claims).setProtectedHeader({ ...header, alg: 'HS256' });
    await expectRefused(await symmetric.sign(Buffer.from(JSON.stringify(signer.publicJwk))), 'ALG');
  });

  it('counts no more when its program is withdrawn or over, or its agency suspended, at once', async () => {
    const program = await SpecProgram.of(admin, signer);
    const stateOf = async (one: SpecProgram) => (await one.call('GET', '/api/v1/agency')).status;
    expect(await stateOf(program)).toBe(200);
    const { database } = admin.services;
    const suspend = (state: string) =>
      database.query('update agencies.agency set state = $2 where number = $1', [SPEC_AGENCY, state]);
    await suspend('suspended');
    expect(await stateOf(program)).toBe(401);
    await suspend('active');
    expect(await stateOf(program)).toBe(200);
    await new ApiClientsStore(database).withdraw(program.id, SPEC_AGENCY, specPerson('a'), new Date());
    expect(await stateOf(program)).toBe(401);
    const over = await SpecProgram.of(admin, signer, { endsAt: new Date(Date.now() - 1) });
    expect(await stateOf(over)).toBe(401);
  });

  it('opens no page, and a session of a person opens no API', async () => {
    const authorization = `Bearer ${await writer.token()}`;
    for (const { url } of staffRoutes(admin.app).filter(({ method }) => method === 'GET')) {
      const { statusCode } = await admin.visitor().send({ method: 'GET', url, headers: { authorization } });
      expect([url, statusCode]).toEqual([url, 303]);
    }
    const manager = await admin.signedIn(specPerson('a'), ['agency-manager']);
    expect((await manager.get('/api/v1/services')).statusCode).toBe(401);
  });

  it('of a program that asks too often is told when to come back', async () => {
    const eager = await SpecProgram.of(admin, signer);
    const authorization = `Bearer ${await eager.token()}`;
    const ask = () => eager.call('GET', '/api/v1/agency', undefined, { authorization });
    // A minute may begin in between.
    const answers = [];
    for (let n = 0; n < 601 && answers.at(-1)?.status !== 429; n += 1) answers.push(await ask());
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  });
});
