import { createServer, type Server } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { compactDecrypt, createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuer, returned } from '../support/oidc-relying-party.js';
import { PageWalker, type Answer } from '../support/page-walker.js';
import { runCsam } from '../support/csam.js';
import { selfSigned } from '../support/self-signed.js';
import { newPair, SigningClient, throughPages, type Pair } from '../support/signing-client.js';
import { stack } from '../support/stack.js';

// Ways of authenticating, signing and encrypting that a client chooses at its registration.

const STANDARD = { profile: 'standard', requirePkce: true } as const;
const keys = () => createRemoteJWKSet(new URL(`${issuer()}/connect/jwk_uri`), { cooldownDuration: 0 });

let walker: PageWalker;
beforeAll(() => {
  walker = new PageWalker();
});

describe('keys of a client at an address (jwks_uri)', () => {
  let server: Server;
  let published: JWK[] = [];
  let address: string;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      if (request.url === '/moved') response.writeHead(302, { location: `${address}/keys` }).end();
      else
        response
          .writeHead(200, { 'cache-control': 'max-age=86400' })
          .end(JSON.stringify({ keys: published }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const clientAt = (path: string) =>
    SigningClient.register({ ...STANDARD, jwks: undefined, jwksUri: address + path });
  const pushed = async (client: SigningClient, pair: Pair) =>
    (await client.push({}, { auth: await client.assertion({ pair }) })).status;

  it('oidcc-refresh-token-rp-key-rotation: are fetched, kept for a moment, and not for a day', async () => {
    const client = await clientAt('/keys');
    published = [client.pair.publicJwk];
    asked = 0;
    expect(await pushed(client, client.pair)).toBe(201);
    expect(await pushed(client, client.pair)).toBe(201);
    expect(asked).toBe(1);
    const stranger = await newPair('PS256');
    expect(await pushed(client, stranger)).toBe(401);
    expect(asked).toBe(1);
  });

  it('oidcc-registration-jwks-uri, XS-31: are not fetched from where the address redirects to', async () => {
    const client = await clientAt('/moved');
    published = [client.pair.publicJwk];
    expect(await pushed(client, client.pair)).toBe(401);
  });

  it('that cannot be fetched are a refusal, and no failure of ours', async () => {
    const client = await SigningClient.register({
      ...STANDARD,
      jwks: undefined,
      jwksUri: 'http://localhost:9/keys',
    });
    for (const _ of [1, 2]) expect(await pushed(client, client.pair)).toBe(401);
  });
});

describe('algorithms', () => {
  it.each(['RS256', 'PS256', 'ES256'] as const)(
    'oidcc-idtoken-rs256 and its like: %s signs ID token, userinfo and answer where the client chose it',
    async (algorithm) => {
      const client = await SigningClient.register({
        ...STANDARD,
        signingAlg: algorithm,
        userinfoFormat: 'jwt',
      });
      const { verifier, uri } = await client.push({ response_mode: 'jwt' });
      const back = await signedIn(client, uri);
      const { payload } = await jwtVerify(returned(back)['response'] ?? '', keys(), {
        issuer: issuer(),
        audience: client.clientId,
        algorithms: [algorithm],
      });
      expect(payload).toMatchObject({ state: 'a-state', code: expect.any(String) as string });
      const { body } = await client.redeem({ code: String(payload['code']), verifier }, { proof: null });
      const id = await jwtVerify(String(body['id_token']), keys(), {
        issuer: issuer(),
        algorithms: [algorithm],
      });
      const info = await fetch(`${issuer()}/userinfo`, {
        headers: { authorization: `Bearer ${String(body['access_token'])}` },
      });
      const told = await jwtVerify(await info.text(), keys(), {
        audience: client.clientId,
        algorithms: [algorithm],
      });
      expect(told.payload.sub).toBe(id.payload.sub);
    },
  );

  it('OG-11 an ID token is encrypted to the key of a client that wants it so', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const own = await newPair('PS256');
    const enc = { ...publicKey.export({ format: 'jwk' }), kid: 'enc-1', use: 'enc', alg: 'ECDH-ES' };
    const client = await SigningClient.register({
      ...STANDARD,
      userinfoFormat: 'jwt',
      jwks: { keys: [own.publicJwk, enc] },
      tokenEncryption: { alg: 'ECDH-ES', enc: 'A256GCM' },
    });
    const { uri, verifier } = await client.push({}, { auth: await client.assertion({ pair: own }) });
    const code = returned(await signedIn(client, uri))['code'] ?? '';
    const { body } = await client.redeem(
      { code, verifier },
      { auth: await client.assertion({ pair: own }), proof: null },
    );
    const token = String(body['id_token']);
    expect(decodeProtectedHeader(token)).toMatchObject({
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      kid: 'enc-1',
      cty: 'JWT',
    });
    const { plaintext } = await compactDecrypt(token, privateKey);
    const { payload } = await jwtVerify(new TextDecoder().decode(plaintext), keys(), {
      audience: client.clientId,
    });
    expect(payload['nonce']).toBe('a-nonce');
  });
});

describe('signed requests (JAR)', () => {
  let client: SigningClient;
  beforeAll(async () => {
    client = await SigningClient.register({
      ...STANDARD,
      requestObjectSigningAlg: 'PS256',
      requireSignedRequests: true,
    });
  });

  const now = () => Math.floor(Date.now() / 1_000);
  async function ask(change: Parameters<SigningClient['sign']>[1] = {}, around: Record<string, string> = {}) {
    const claims = { ...client.request('v'.repeat(43)), iss: client.clientId, aud: issuer(), nbf: now() };
    const request = await client.sign(claims, change);
    const { client_id, response_type, redirect_uri, scope } = client.request('');
    const outside = { client_id, response_type, redirect_uri, scope, request, ...around } as Record<
      string,
      string
    >;
    return walker.open(`${issuer()}/authorize?${new URLSearchParams(outside)}`);
  }

  it('count as they are signed: what stands outside does not', async () => {
    const page = await ask({}, { state: 'outside', scope: 'openid egovnrn' });
    const back = await throughChoice(page);
    expect(returned(back)).toMatchObject({ state: 'a-state', code: expect.any(String) as string });
  });

  it.each<[string, () => Promise<Parameters<SigningClient['sign']>[1]>]>([
    ['by somebody else', async () => ({ pair: await newPair('PS256') })],
    ['with another algorithm', async () => ({ pair: await newPair('ES256') })],
    ['that have expired', async () => ({ claims: { exp: now() - 60 } })],
    ['for another server', async () => ({ claims: { aud: 'https://other.example' } })],
    ['of another issuer', async () => ({ claims: { iss: 'somebody' } })],
    ['from the future', async () => ({ claims: { nbf: now() + 120 } })],
    ['for another client', async () => ({ claims: { client_id: 'somebody' } })],
  ])('%s are refused', async (_, change) => {
    const error = returned(await ask(await change()))['error'];
    expect(error).toMatch(/^invalid_request(_object)?$/);
  });

  it('are demanded, signed by alg none they are none', async () => {
    const plain = await walker.open(
      `${issuer()}/authorize?${new URLSearchParams(client.request('v'.repeat(43)))}`,
    );
    expect(returned(plain)['error']).toBe('invalid_request');
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = `${part({ alg: 'none' })}.${part({ ...client.request('v'.repeat(43)), iss: client.clientId, aud: issuer() })}.`;
    const { client_id, redirect_uri } = client.request('') as Record<string, string>;
    const query = new URLSearchParams({
      client_id: client_id ?? '',
      redirect_uri: redirect_uri ?? '',
      request: none,
    });
    expect(returned(await walker.open(`${issuer()}/authorize?${query}`))['error']).toBe(
      'invalid_request_object',
    );
  });
});

describe('answers that must be signed (JARM)', () => {
  it('come in no other way, and errors too', async () => {
    const client = await SigningClient.register({ ...STANDARD, signedResponses: true });
    const plain = await client.push({ response_mode: 'query' });
    expect([plain.status, plain.body['error']]).toEqual([400, 'invalid_request']);
    const { uri } = await client.push({ response_mode: 'jwt', prompt: 'none' });
    const back = await new PageWalker().open(client.authorizeUrl(uri));
    const { payload } = await jwtVerify(returned(back)['response'] ?? '', keys(), {
      audience: client.clientId,
    });
    expect(payload).toMatchObject({ error: 'login_required', iss: issuer(), state: 'a-state' });
  });
});

describe('clients with a certificate (RFC 8705)', () => {
  let tls: { key: string; cert: string };
  let other: { key: string; cert: string };
  let client: SigningClient;
  beforeAll(async () => {
    [tls, other] = await Promise.all([selfSigned('one.example'), selfSigned('other.example')]);
    const certificate = new X509Certificate(tls.cert);
    const x5c = [certificate.raw.toString('base64')];
    const jwk = { ...certificate.publicKey.export({ format: 'jwk' }), kid: 'tls', use: 'sig', x5c };
    client = await SigningClient.register({
      tokenEndpointAuthMethod: 'self_signed_tls_client_auth',
      tokenBinding: 'certificate',
      jwks: { keys: [jwk] },
    });
  });

  /** At the listener that asks for a certificate. */
  function call(
    path: string,
    fields: Record<string, string>,
    shown?: { key: string; cert: string },
    headers = {},
  ) {
    return new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
      const body = new URLSearchParams(fields).toString();
      const asked = httpsRequest(
        `${stack().addresses.card}/fas/oauth2${path}`,
        {
          method: 'POST',
          rejectUnauthorized: false,
          agent: false,
          ...shown,
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          response.on('end', () => {
            const isJson = String(response.headers['content-type']).includes('json');
            resolve({
              status: response.statusCode ?? 0,
              body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
            });
          });
        },
      );
      asked.on('error', reject).end(body);
    });
  }

  const push = (shown?: { key: string; cert: string }) => call('/par', client.request('v'.repeat(43)), shown);

  it('authenticate by it, at the address of discovery, and their tokens are bound to it', async () => {
    const pushed = await push(tls);
    expect(pushed.status).toBe(201);
    const code = returned(await signedIn(client, String(pushed.body['request_uri'])))['code'] ?? '';
    const fields = {
      grant_type: 'authorization_code',
      client_id: client.clientId,
      code,
      redirect_uri: client.redirectUri,
      code_verifier: 'v'.repeat(43),
    };
    const tokens = await call('/access_token', fields, tls);
    expect([tokens.status, tokens.body['token_type']]).toEqual([200, 'Bearer']);
    const authorization = `Bearer ${String(tokens.body['access_token'])}`;
    expect((await call('/userinfo', {}, tls, { authorization })).status).toBe(200);
    expect((await call('/userinfo', {}, other, { authorization })).status).toBe(401);
    expect((await call('/userinfo', {}, undefined, { authorization })).status).toBe(401);
    expect((await fetch(`${issuer()}/userinfo`, { headers: { authorization } })).status).toBe(401);
  });

  it('are refused with another certificate, with none, and with one in a header', async () => {
    expect((await push(other)).body['error']).toBe('invalid_client');
    expect((await push()).body['error']).toBe('invalid_client');
    const der = new X509Certificate(tls.cert).raw.toString('base64');
    const headers = { 'client-cert': `:${der}:`, 'x-ssl-client-cert': encodeURIComponent(tls.cert) };
    expect((await call('/par', client.request('v'.repeat(43)), undefined, headers)).status).toBe(401);
    expect((await client.send('/par', client.request('v'.repeat(43)), headers)).status).toBe(401);
  });

  it('find nothing else there', async () => {
    for (const path of [
      '/authorize',
      '/connect/jwk_uri',
      '/connect/endSession',
      '/.well-known/openid-configuration',
    ]) {
      expect((await call(path, {}, tls)).status).toBe(404);
    }
  });
});

describe('oidcc-server-rotate-keys', () => {
  it('what was signed before the rotation stays verifiable, and the next key was known ahead', async () => {
    const client = await SigningClient.register(STANDARD);
    const tokenOf = async () => {
      const { uri, verifier } = await client.push();
      const code = returned(await signedIn(client, uri))['code'] ?? '';
      const { body } = await client.redeem({ code, verifier }, { proof: null });
      return String(body['id_token']);
    };
    const before = await tokenOf();
    const published = async () => {
      const { keys: all } = (await (await fetch(`${issuer()}/connect/jwk_uri`)).json()) as {
        keys: { kid: string }[];
      };
      return all.map(({ kid }) => kid);
    };
    const known = await published();
    await runCsam(['signing-key', 'rotate', 'oidc']);
    await expect
      .poll(async () => (await published()).some((kid) => !known.includes(kid)), { timeout: 5_000 })
      .toBe(true);
    const after = await tokenOf();
    const kidOf = (token: string) => decodeProtectedHeader(token).kid ?? '';
    expect(kidOf(after)).not.toBe(kidOf(before));
    expect(known).toContain(kidOf(after));
    for (const token of [before, after]) await jwtVerify(token, keys(), { issuer: issuer() });
    const hinted = await client.push({ prompt: 'none', id_token_hint: before });
    expect(returned(await signedIn(client, hinted.uri))['code']).toMatch(/\w/);
  });
});

async function signedIn(client: SigningClient, uri: string) {
  return throughChoice(await walker.open(client.authorizeUrl(uri)));
}

const throughChoice = (page: Answer) => throughPages(walker, page);
