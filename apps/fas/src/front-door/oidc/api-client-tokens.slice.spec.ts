import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createRemoteJWKSet, exportJWK, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClientsStore, type ApiClientProof } from '#libs/agencies';
import { apiClientIdFrom, type ApiClientId, type EnterpriseNumber, type FedId } from '#libs/kernel';
import { hashToken, randomToken } from '#libs/security';
import { specAuditReader } from '#libs/testing';
import {
  CALLBACK,
  codeIn,
  SpecBrowser,
  specProvider,
  type SpecProvider,
} from './test-support/spec-provider.js';

let fas: SpecProvider;
let agency: EnterpriseNumber;
let service: Awaited<ReturnType<SpecProvider['client']>>;
let issuer: string;
let audience: string;
beforeAll(async () => {
  fas = await specProvider();
  service = await fas.client();
  agency = service.application.agency.number;
  const { config } = fas.services;
  issuer = `${config.baseUrl.fas}/fas/oauth2`;
  audience = `${config.baseUrl.admin}/api`;
});
afterAll(() => fas.close());

const FOREVER = new Date('2999-01-01');

async function client(proof: ApiClientProof, endsAt = FOREVER): Promise<ApiClientId> {
  const id = apiClientIdFrom(randomUUID());
  const who = { name: 'Integrator', rights: ['read'], createdBy: 'a'.repeat(40) as FedId } as const;
  await new ApiClientsStore(fas.database).add({ id, agency, proof, endsAt, createdAt: new Date(), ...who });
  return id;
}

async function withSecret(endsAt?: Date) {
  const secret = randomToken();
  return { clientId: await client({ kind: 'secret', hash: hashToken(secret) }, endsAt), secret };
}

async function post(
  path: string,
  form: Readonly<Record<string, string>>,
  { clientId, secret }: { clientId: string; secret: string } = { clientId: '', secret: '' },
) {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
  const response = await fetch(fas.at(`/fas/oauth2${path}`), {
    method: 'POST',
    headers: clientId === '' ? {} : { authorization },
    body: new URLSearchParams(form),
  });
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, reference: response.headers.get('x-request-reference') ?? '', body };
}

const GRANT = { grant_type: 'client_credentials' };

describe('a program of an agency', () => {
  it('gets a token for the administration by its secret, signed and short-lived', async () => {
    const { status, body } = await post('/access_token', GRANT, await withSecret());
    expect([status, body]).toMatchObject([200, { token_type: 'Bearer', expires_in: 300 }]);
    const keys = createRemoteJWKSet(new URL(fas.at('/fas/oauth2/connect/jwk_uri')));
    const checks = { issuer, audience, typ: 'at+jwt', algorithms: ['RS256'] };
    const { payload } = await jwtVerify(String(body['access_token']), keys, checks);
    expect(payload['sub']).toBe(payload['client_id']);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300);
  });

  it('gets the same by a signed assertion, and its secret is nowhere', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const clientId = await client({ kind: 'key', jwk: await exportJWK(publicKey) });
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(issuer)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey);
    const form = {
      ...GRANT,
      client_id: clientId,
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      resource: audience,
    };
    expect((await post('/access_token', form)).status).toBe(200);
    expect((await post('/access_token', form)).body['error']).toBe('invalid_client');
  });

  it('gets none with a wrong secret, after its end, once withdrawn, or while its agency is suspended', async () => {
    const good = await withSecret();
    const errorOf = async (of: typeof good) => (await post('/access_token', GRANT, of)).body['error'];
    expect(await errorOf({ ...good, secret: randomToken() })).toBe('invalid_client');
    expect(await errorOf({ ...good, secret: hashToken(good.secret) })).toBe('invalid_client');
    expect(await errorOf(await withSecret(new Date(Date.now() - 1_000)))).toBe('invalid_client');
    const suspend = (state: string) =>
      fas.database.query('update agencies.agency set state = $2 where number = $1', [agency, state]);
    await suspend('suspended');
    expect(await errorOf(good)).toBe('invalid_client');
    await suspend('active');
    expect(await errorOf(good)).toBeUndefined();
    const by = 'a'.repeat(40) as FedId;
    await new ApiClientsStore(fas.database).withdraw(good.clientId, agency, by, new Date());
    expect(await errorOf(good)).toBe('invalid_client');
  });

  it('signs nobody in, and its token opens nothing at FAS', async () => {
    const mine = await withSecret();
    const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
    const asked = await browser.authorize({ ...service, clientId: mine.clientId });
    expect([asked.status, asked.location]).toEqual([400, '']);
    const form = { response_type: 'code', redirect_uri: CALLBACK, scope: 'openid' };
    expect((await post('/par', form, mine)).status).toBe(400);
    const code = codeIn((await browser.authorize(service)).location);
    const redeemed = await post(
      '/access_token',
      { grant_type: 'authorization_code', code, redirect_uri: CALLBACK },
      mine,
    );
    expect(redeemed.body['error_description']).toBe('requested grant type is not allowed for this client');
    const { body } = await post('/access_token', GRANT, mine);
    const authorization = `Bearer ${String(body['access_token'])}`;
    expect((await fetch(fas.at('/fas/oauth2/userinfo'), { headers: { authorization } })).status).toBe(401);
  });

  it('gets tokens for the administration only', async () => {
    const mine = await withSecret();
    for (const resource of ['https://other.example/api', 'aps', `${audience}/x`]) {
      const { body } = await post('/access_token', { ...GRANT, resource }, mine);
      expect([resource, body['error']]).toEqual([resource, 'invalid_target']);
    }
  });

  it('is in the record with its agency when it gets a token', async () => {
    const mine = await withSecret();
    const { reference } = await post('/access_token', GRANT, mine);
    await expect
      .poll(() => specAuditReader(fas.database).byReference(reference))
      .toMatchObject([{ name: 'TokensIssued', agency, data: { client: mine.clientId } }]);
  });
});

describe('XS-29 OS-6 an application', () => {
  it('cannot have a token for itself, whatever resource it names', async () => {
    for (const resource of [undefined, audience, 'aps']) {
      const form = { ...GRANT, ...(resource && { resource }) };
      const { status, body } = await post('/access_token', form, service);
      expect([status, body['error_description']]).toEqual([
        400,
        'requested grant type is not allowed for this client',
      ]);
    }
  });

  it('that names a resource is answered as if it had not, and has no tokens of a person for the administration', async () => {
    const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
    for (const resource of [audience, 'https://service.example/api', 'no address']) {
      const code = codeIn((await browser.authorize(service, { resource })).location);
      const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, resource };
      const { status, body } = await post('/access_token', form, service);
      expect([resource, status, body['error']]).toEqual([resource, 200, undefined]);
      // Opaque, for userinfo and nothing else.
      expect(String(body['access_token'])).not.toContain('.');
      const authorization = `Bearer ${String(body['access_token'])}`;
      const userinfo = await fetch(fas.at('/fas/oauth2/userinfo'), { headers: { authorization } });
      expect(userinfo.status).toBe(200);
    }
  });
});
