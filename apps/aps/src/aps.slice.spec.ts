import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApsClient, type ApsTokenClaims } from '#libs/attributes';
import { createLogger, type App } from '#libs/http';
import type { FedId } from '#libs/kernel';
import type { ApsSettings } from './aps.settings.js';
import { createAps } from './create-aps.js';
import { publicationWorld, type PublicationWorld } from './publication/test-support/publication-world.js';

let world: PublicationWorld;
let app: App;
let address: string;
let fas: Server;
let issuer: string;
const keys: Record<'published' | 'other', CryptoKey> = {} as never;
let person: FedId;
let application: string;
const logged: string[] = [];

beforeAll(async () => {
  world = await publicationWorld({ now: new Date() });
  const [published, other] = await Promise.all([
    generateKeyPair('ES256', { extractable: true }),
    generateKeyPair('ES256'),
  ]);
  keys.published = published.privateKey;
  keys.other = other.privateKey;
  const jwk = { ...(await exportJWK(published.publicKey)), kid: 'k1', use: 'sig' };
  fas = createServer((_, response) => void response.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => fas.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(fas.address() as AddressInfo).port}/fas/oauth2`;
  const settings: ApsSettings = {
    baseUrl: 'http://localhost:4300',
    fas: { issuer, jwksUri: `${issuer}/connect/jwk_uri` },
    admin: { issuer: 'http://127.0.0.1:1', jwksUri: 'http://127.0.0.1:1/keys' },
    database: { url: world.url, role: 'csam_aps', maxConnections: 4 },
    masterKey: world.masterKey,
    servedEnvironments: ['INT'],
    ...world.sources,
    nationalRegister: { ...world.sources.nationalRegister, healthUrl: `${issuer}/health` },
    guards: { concurrency: 10, failures: 50, cooldown: 1_000 },
    tracing: {},
    longestDelay: 60_000,
    publicMetrics: true,
    trustedProxies: [],
  };
  app = await createAps(settings, createLogger('aps', 'info', { write: (line) => void logged.push(line) }));
  address = await app.listen({ port: 0 });
  person = await world.person();
  application = await world.application();
});

afterAll(async () => {
  await app.close();
  fas.closeAllConnections();
  fas.close();
  await world.close();
});

interface TokenChange {
  readonly claims?: JWTPayload & Partial<Record<keyof ApsTokenClaims, unknown>>;
  readonly header?: { readonly typ?: string; readonly kid?: string };
  readonly key?: CryptoKey;
}

function token({ claims = {}, header = {}, key = keys.published }: TokenChange = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: issuer, aud: 'aps', sub: person, client_id: application, jti: randomUUID() };
  return new SignJWT({
    ...usual,
    journey: 'j1',
    purpose: 'sign-in',
    iat: now,
    exp: now + 60,
    ...claims,
  } as JWTPayload)
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'aps+jwt', ...header })
    .sign(key);
}

const question = { attributes: ['egovNRN', 'surname', 'mail'], context: 'citizen', language: 'nl' };

async function ask(bearer: string | undefined, body: unknown = question) {
  const response = await fetch(`${address}/api/v1/attributes`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { response, status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('POST /api/v1/attributes', () => {
  it('answers FAS, asking with the client of libs/attributes, under the rights of its own database role', async () => {
    const client = new ApsClient({
      baseUrl: address,
      token: ({ subject, application: id, journey, purpose }) =>
        token({ claims: { sub: subject, client_id: id, journey, purpose } }),
    });
    const outcome = await client.attributes(
      { subject: person, application, journey: 'j7', purpose: 'sign-in' },
      { attributes: ['egovNRN', 'surname', 'mail', 'birthDate'], context: 'citizen', language: 'nl' },
    );
    expect(outcome).toMatchObject({
      kind: 'answered',
      subject: person,
      attributes: [
        { name: 'egovNRN', status: 'given', source: 'identity' },
        { name: 'surname', status: 'given', value: "D'Hondt & Zonen", source: 'national-register' },
        { name: 'mail', status: 'given', source: 'contact-data' },
        { name: 'birthDate', status: 'refused', reason: 'not-authorised' },
      ],
    });
  });

  it('is not to be stored by anybody on the way', async () => {
    expect((await ask(await token())).response.headers.get('cache-control')).toBe('no-store');
  });

  it.each<[string, () => TokenChange]>([
    ['for another audience', () => ({ claims: { aud: 'sma' } })],
    ['for two audiences', () => ({ claims: { aud: ['aps', 'sma'] } })],
    ['of another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['that has expired', () => ({ claims: { iat: inSeconds(-90), exp: inSeconds(-30) } })],
    ['without an expiry', () => ({ claims: { exp: undefined } })],
    ['that lives for an hour', () => ({ claims: { exp: inSeconds(3_600) } })],
    ['from the future', () => ({ claims: { iat: inSeconds(600), exp: inSeconds(660) } })],
    ['of another type', () => ({ header: { typ: 'at+jwt' } })],
    ['under a key that FAS does not publish', () => ({ header: { kid: 'k2' }, key: keys.other })],
    ['signed by somebody else', () => ({ key: keys.other })],
    ['about nobody', () => ({ claims: { sub: '85073003328' } })],
    ['without an application', () => ({ claims: { client_id: undefined } })],
    ['without a purpose', () => ({ claims: { purpose: '' } })],
    ['without an id', () => ({ claims: { jti: undefined } })],
  ])('refuses a token %s, and records it', async (_, change) => {
    const { response, status, answer } = await ask(await token(change()));
    expect(status).toBe(401);
    expect(answer).toMatchObject({ code: 'APS-TOKEN-NOT-ACCEPTED', status: 401 });
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="aps", error="invalid_token"');
    const recorded = await world.audit.byReference(String(answer['reference']));
    expect(recorded).toMatchObject([{ name: 'AttributeRequestRefused' }]);
    expect(String(recorded[0]?.data['reason'])).toMatch(/^token: (?!malformed)/);
  });

  it.each([
    '',
    'x',
    'a.b.c',
    `${Buffer.from('{"alg":"none","typ":"aps+jwt","kid":"k1"}').toString('base64url')}.e30.`,
  ])('refuses what is no token: "%s"', async (bearer) => {
    expect((await ask(bearer)).status).toBe(401);
  });

  it('asks for a token when there is none', async () => {
    const { status, response } = await ask(undefined);
    expect(status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="aps"');
  });

  it('takes the person from the token only; a subject or a batch in the body is refused (XS-24)', async () => {
    for (const extra of [{ sub: 'cd'.repeat(20) }, { subject: 'x' }, { nationalNumbers: ['85073003328'] }]) {
      const { status, answer } = await ask(await token(), { ...question, ...extra });
      expect(status).toBe(400);
      expect(answer).toMatchObject({ code: 'APS-QUESTION-MALFORMED' });
      expect(await world.audit.byReference(String(answer['reference']))).toMatchObject([
        { data: { reason: 'question-malformed' } },
      ]);
    }
  });

  it('gives nothing in the name of an application that is not that of the token (XS-24)', async () => {
    const weaker = await world.application({}, ['mail']);
    const { answer } = await ask(await token({ claims: { client_id: weaker } }));
    expect(answer['attributes']).toMatchObject([
      { name: 'egovNRN', status: 'refused' },
      { name: 'surname', status: 'refused' },
      { name: 'mail', status: 'given' },
    ]);
    expect((await ask(await token({ claims: { client_id: randomUUID() } }))).status).toBe(403);
  });

  it('takes a token once', async () => {
    const bearer = await token();
    expect((await ask(bearer)).status).toBe(200);
    expect(await ask(bearer)).toMatchObject({ status: 401, answer: { code: 'APS-TOKEN-USED' } });
  });

  it.each<[string, unknown, number]>([
    ['no JSON', '{', 400],
    ['a list', [], 400],
    ['no attributes', { ...question, attributes: [] }, 400],
    ['attributes that are no names', { ...question, attributes: [1, {}] }, 400],
    ['a thousand attributes', { ...question, attributes: Array(1_000).fill('mail') }, 400],
    ['another context', { ...question, context: 'martian' }, 400],
    ['another language', { ...question, language: 'xx' }, 400],
    ['more than 16 KB', { ...question, attributes: ['x'.repeat(20_000)] }, 413],
  ])('refuses a body with %s', async (_, body, expected) => {
    const { status, response } = await ask(await token(), body);
    expect(status).toBe(expected);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('writes no number, name or token into its log', async () => {
    const bearer = await token();
    await ask(bearer);
    const log = logged.join('');
    expect(log).not.toBe('');
    for (const secret of ['85073003328', 'Hondt', bearer]) expect(log).not.toContain(secret);
  });
});

describe('the app around it', () => {
  it('is ready while its database answers, and tells how its sources are', async () => {
    const get = async (path: string) => (await fetch(address + path)).json();
    expect(await get('/health/ready')).toEqual({ status: 'ready', checks: { database: 'up', clock: 'up' } });
    expect(await get('/health/sources')).toEqual({
      identity: { circuit: 'closed' },
      'contact-data': { circuit: 'closed' },
      'national-register': { circuit: 'closed', health: 'works' },
      'bis-register': { circuit: 'closed' },
      'enterprise-register': { circuit: 'closed' },
      roles: { circuit: 'closed' },
    });
  });

  it('describes its API for programs and for people', async () => {
    const document = (await (await fetch(`${address}/api/docs-json`)).json()) as Record<string, never>;
    expect(document['openapi']).toMatch(/^3\./);
    expect(Object.keys(document['paths'] ?? {})).toEqual(['/api/v1/attributes', '/api/v1/enterprises']);
    const page = await (await fetch(`${address}/api/docs`)).text();
    expect(page).toContain('POST /api/v1/attributes');
    expect(page).toContain('egovNRN');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it('measures each source', async () => {
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(/csam_aps_source_duration_seconds_count\{[^}]*source="national-register"/.test(metrics)).toBe(
      true,
    );
    expect(metrics.includes('csam_aps_sources_out_of_service')).toBe(true);
  });
});
