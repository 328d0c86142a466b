import { createRemoteJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { ageCodesOf } from '../support/aged-codes.js';
import { issuer, returned } from '../support/oidc-relying-party.js';
import { formsOf, PageWalker } from '../support/page-walker.js';
import { newPair, SigningClient, throughPages } from '../support/signing-client.js';

// The modules of the OpenID Foundation's plan `fapi2-security-profile-final-test-plan`, by their names there
// (prefix left out), for private_key_jwt, DPoP and plain OAuth/OpenID requests that are pushed.

let client: SigningClient;
let other: SigningClient;
/** Signed in to both. */
let walker: PageWalker;
beforeAll(async () => {
  client = await SigningClient.register();
  other = await SigningClient.register({ signingAlg: 'ES256' }, { algorithm: 'ES256' });
  walker = new PageWalker();
  await client.comeBack(walker);
  await other.comeBack(walker);
});

const seconds = (n: number) => Math.floor(Date.now() / 1_000) + n;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function happyTokens(of = client, wishes: Record<string, string | undefined> = {}) {
  const answer = await of.redeem(await of.comeBack(walker, wishes));
  expect(answer.body).toMatchObject({ token_type: 'DPoP', id_token: expect.any(String) as string });
  return {
    access: String(answer.body['access_token']),
    id: String(answer.body['id_token']),
    body: answer.body,
  };
}

const pushError = async (...args: Parameters<SigningClient['push']>) => {
  const { status, body } = await client.push(...args);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  return body['error'];
};

describe('fapi2-security-profile-final: requests that succeed', () => {
  it('discovery-end-point-verification', async () => {
    const metadata = (await (await fetch(`${issuer()}/.well-known/openid-configuration`)).json()) as object;
    expect(metadata).toMatchObject({
      issuer: issuer(),
      pushed_authorization_request_endpoint: `${issuer()}/par`,
      authorization_response_iss_parameter_supported: true,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: expect.arrayContaining(['private_key_jwt']) as string[],
      dpop_signing_alg_values_supported: expect.arrayContaining(['PS256', 'ES256']) as string[],
    });
  });

  it('happy-flow, with two clients', async () => {
    for (const [one, algorithm] of [
      [client, 'PS256'],
      [other, 'ES256'],
    ] as const) {
      const { back, code, verifier } = await one.comeBack(walker);
      expect(returned(back)).toMatchObject({ state: 'a-state', iss: issuer() });
      const answer = await one.redeem({ code, verifier });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      const { payload } = await jwtVerify(
        String(answer.body['id_token']),
        createRemoteJWKSet(new URL(`${issuer()}/connect/jwk_uri`)),
        { issuer: issuer(), audience: one.clientId, algorithms: [algorithm] },
      );
      expect(payload['nonce']).toBe('a-nonce');
      const info = await one.userinfo(String(answer.body['access_token']));
      expect(await info.json()).toMatchObject({ sub: payload.sub });
    }
  });

  it('ensure-other-scope-order-succeeds', async () => {
    await happyTokens(client, { scope: 'profile openid' });
  });

  it('access-token-type-header-case-sensitivity', async () => {
    const { access } = await happyTokens();
    for (const scheme of ['DPoP', 'dpop', 'DPOP']) {
      expect((await client.userinfo(access, { scheme })).status).toBe(200);
    }
    expect((await client.userinfo(access, { scheme: 'Bearer' })).status).not.toBe(200);
  });

  it('user-rejects-authentication', async () => {
    const visitor = new PageWalker();
    const { uri } = await client.push();
    const page = await visitor.open(client.authorizeUrl(uri));
    const form = formsOf(page).find(({ action }) => action.pathname.endsWith('/cancel'));
    const back = await visitor.follow(await visitor.post(form?.action ?? '/', form?.fields ?? {}));
    expect(returned(back)).toMatchObject({ error: 'access_denied', state: 'a-state', iss: issuer() });
  });

  it.each([
    ['ensure-authorization-request-without-state-success', { state: undefined }],
    ['ensure-authorization-request-without-nonce-success', { nonce: undefined }],
    ['ensure-authorization-request-with-64-char-nonce-success', { nonce: 'n'.repeat(64) }],
    ['ensure-authorization-request-with-long-nonce', { nonce: 'n'.repeat(384) }],
    ['ensure-authorization-request-with-long-state', { state: 's'.repeat(384) }],
  ])('%s', async (_, wishes: Record<string, string | undefined>) => {
    const { back, code, verifier } = await client.comeBack(walker, wishes);
    const whole = { state: 'a-state', nonce: 'a-nonce', ...wishes };
    expect(returned(back)['state']).toBe(whole.state);
    const { body } = await client.redeem({ code, verifier });
    const [, payload = ''] = String(body['id_token']).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { nonce?: string };
    expect(claims.nonce).toBe(whole.nonce);
  });
});

describe('fapi2-security-profile-final: pushed authorization requests', () => {
  it('par-ensure-pkce-required', async () => {
    expect(await pushError({ code_challenge: undefined, code_challenge_method: undefined })).toBe(
      'invalid_request',
    );
  });

  it('par-plain-pkce-rejected', async () => {
    expect(await pushError({ code_challenge_method: 'plain' })).toBe('invalid_request');
  });

  it('ensure-unsigned-authorization-request-without-using-par-fails', async () => {
    const url = new URL(`${issuer()}/authorize?${new URLSearchParams(client.request('v'.repeat(43)))}`);
    expect(returned(await walker.open(url))['error']).toBe('invalid_request');
  });

  it('par-attempt-reuse-request_uri', async () => {
    const { uri } = await client.push();
    expect(returned(await walker.open(client.authorizeUrl(uri)))['code']).toMatch(/\w/);
    expect((await walker.open(client.authorizeUrl(uri))).status).toBe(400);
  });

  it('par-ensure-reused-request-uri-prior-to-auth-completion-succeeds', async () => {
    const { uri, verifier } = await client.push();
    const visitor = new PageWalker();
    await visitor.open(client.authorizeUrl(uri));
    const again = await visitor.open(client.authorizeUrl(uri));
    const back = await throughPages(visitor, again);
    const code = returned(back)['code'] ?? '';
    expect((await client.redeem({ code, verifier })).status).toBe(200);
  });

  it('par-attempt-to-use-expired-request_uri, which lives for less than ten minutes', async () => {
    const { body } = await client.push();
    expect(Number(body['expires_in'])).toBeLessThan(600);
    const made = 'urn:ietf:params:oauth:request_uri:of-nobody';
    expect((await walker.open(client.authorizeUrl(made))).status).toBe(400);
  });

  it('par-attempt-to-use-request_uri-for-different-client', async () => {
    const { uri } = await client.push();
    expect((await walker.open(client.authorizeUrl(uri, other.clientId))).location).toBeUndefined();
  });

  it('par-authorization-request-containing-request_uri-form-param', async () => {
    expect(await pushError({ request_uri: 'urn:ietf:params:oauth:request_uri:x' })).toMatch(
      /^(invalid_request|request_uri_not_supported)$/,
    );
  });

  it('par-attempt-invalid-http-method', async () => {
    expect((await fetch(`${issuer()}/par`)).status).toBe(405);
  });

  it('par-without-duplicate-parameters', async () => {
    const { uri } = await client.push();
    const url = client.authorizeUrl(uri);
    expect([...url.searchParams.keys()]).toEqual(['client_id', 'request_uri']);
    expect(returned(await walker.open(url))['code']).toMatch(/\w/);
  });

  it('ensure-registered-redirect-uri', async () => {
    expect(await pushError({ redirect_uri: `${client.redirectUri}/x` })).toBe('invalid_request');
  });

  it('ensure-redirect-uri-in-authorization-request', async () => {
    expect(await pushError({ redirect_uri: undefined })).toBe('invalid_request');
  });

  it.each([
    ['ensure-response-type-code-idtoken-fails', 'code id_token'],
    ['ensure-response-type-token-fails', 'token'],
  ])('%s', async (_, type) => {
    expect(await pushError({ response_type: type })).toMatch(/^(unsupported_response_type|invalid_request)$/);
  });
});

describe('fapi2-security-profile-final: client authentication', () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ['ensure-client-assertion-in-token-endpoint', async () => ({ client_id: client.clientId })],
    [
      'ensure-client-assertion-with-exp-is-5-minutes-in-past-fails',
      () => client.assertion({ claims: { exp: seconds(-300) } }),
    ],
    [
      'ensure-client-assertion-with-wrong-aud-fails',
      () => client.assertion({ claims: { aud: 'https://x.example' } }),
    ],
    ['ensure-client-assertion-with-no-sub-fails', () => client.assertion({ claims: { sub: undefined } })],
    ['ensure-client-assertion-without-exp', () => client.assertion({ claims: { exp: undefined } })],
    ['ensure-client-assertion-of-another', () => client.assertion({ pair: other.pair })],
    ['an assertion that lives for ever', () => client.assertion({ claims: { exp: 9_999_999_999_999 } })],
  ])('%s', async (_, auth) => {
    const answer = await client.redeem(await client.comeBack(walker), { auth: await auth() });
    expect([answer.status, answer.body['error']]).toEqual([401, 'invalid_client']);
  });

  it('ensure-signed-client-assertion-with-RS256-fails', async () => {
    const old = await SigningClient.register({}, { algorithm: 'RS256' });
    const { status, body } = await old.push();
    expect([status, body['error']]).toEqual([401, 'invalid_client']);
  });

  it.each([
    ['par-test-array-as-audience-fails', () => [issuer()]],
    ['par-test-par-endpoint-url-as-audience-fails', () => `${issuer()}/par`],
    ['par-test-token-endpoint-url-as-audience-fails', () => `${issuer()}/access_token`],
  ])('%s', async (_, aud) => {
    expect(await pushError({}, { auth: await client.assertion({ claims: { aud: aud() } }) })).toBe(
      'invalid_client',
    );
  });

  it('par-ensure-jwt-client-assertions-nbf-8-seconds-in-the-future-is-accepted', async () => {
    const auth = await client.assertion({ claims: { nbf: seconds(8), iat: seconds(8) } });
    expect((await client.push({}, { auth })).status).toBe(201);
  });

  it('par-ensure-jwt-client-assertions-nbf-over-60-seconds-in-the-future-is-rejected', async () => {
    const auth = await client.assertion({ claims: { nbf: seconds(70), exp: seconds(140) } });
    expect(await pushError({}, { auth })).toBe('invalid_client');
  });

  it('an assertion serves once, of many at the same moment too', async () => {
    const auth = await client.assertion();
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.push({}, { auth })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => status < 500)).toBe(true);
  });

  it('ensure-client-id-in-token-endpoint', async () => {
    const answer = await client.redeem(await client.comeBack(walker), {
      fields: { client_id: other.clientId },
    });
    expect([400, 401]).toContain(answer.status);
    expect(answer.body['error']).toMatch(/^invalid_(client|request)$/);
  });

  it('ensure-authorization-code-is-bound-to-client', async () => {
    const { code, verifier } = await client.comeBack(walker);
    const answer = await other.redeem({ code, verifier }, { fields: { redirect_uri: client.redirectUri } });
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
  });
});

describe('fapi2-security-profile-final: codes', () => {
  it('ensure-pkce-code-verifier-required, incorrect-pkce-code-verifier-rejected', async () => {
    for (const verifier of ['', 'w'.repeat(43)]) {
      const { code } = await client.comeBack(walker);
      const answer = await client.redeem({ code, verifier });
      expect([answer.status, answer.body['error']]).toEqual([
        400,
        expect.stringMatching(/^invalid_(grant|request)$/),
      ]);
    }
  });

  it('ensure-token-endpoint-fails-with-expired-auth-code', async () => {
    const came = await client.comeBack(walker);
    await ageCodesOf(client.clientId, 61);
    const answer = await client.redeem(came);
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('attempt-reuse-authorization-code-after-one-second', async () => {
    const came = await client.comeBack(walker);
    const first = await client.redeem(came);
    await wait(1_000);
    expect((await client.redeem(came)).body['error']).toBe('invalid_grant');
    expect((await client.userinfo(String(first.body['access_token']))).status).toBe(401);
  });
});

describe('fapi2-security-profile-final: tokens that are bound', () => {
  it('ensure-holder-of-key-required', async () => {
    const answer = await client.redeem(await client.comeBack(walker), { proof: null });
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('refresh-token, which stays the same and is bound to the client', async () => {
    const { body } = await happyTokens(client, { scope: 'openid offline_access', prompt: 'consent' });
    const fields = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) };
    for (const _ of [1, 2]) {
      const refreshed = await client.token(fields);
      expect(refreshed.body).toMatchObject({ token_type: 'DPoP', refresh_token: fields.refresh_token });
    }
    expect((await other.token(fields)).body['error']).toBe('invalid_grant');
    expect((await client.token(fields, { proof: null })).body['error']).toBe('invalid_grant');
    expect((await client.token(fields)).status).toBe(200);
  });

  it('dpop-auth-code-binding-success, ensure-mismatched-dpop-jkt-fails, token-endpoint-fails-with-mismatched-dpop-jkt', async () => {
    const thumbprint = other.proofPair.publicJwk.kid ?? '';
    const mismatched = await client.redeem(await client.comeBack(walker, { dpop_jkt: thumbprint }));
    expect(mismatched.body['error']).toBe('invalid_grant');
    const own = client.proofPair.publicJwk.kid ?? '';
    expect((await client.redeem(await client.comeBack(walker, { dpop_jkt: own }))).status).toBe(200);
    const came = await client.comeBack(walker, { dpop_jkt: own });
    const foreign = await client.proof({ path: '/access_token' }, { pair: other.proofPair });
    expect((await client.redeem(came, { proof: foreign })).body['error']).toBe('invalid_grant');
  });

  it('dpopproof-at-par-endpoint-binding-success, token-endpoint-fails-with-mismatched-dpop-proof-jkt', async () => {
    const bound = async () =>
      client.comeBack(walker, {}, { headers: { dpop: await client.proof({ path: '/par' }) } });
    expect((await client.redeem(await bound())).status).toBe(200);
    const foreign = await client.proof({ path: '/access_token' }, { pair: other.proofPair });
    expect((await client.redeem(await bound(), { proof: foreign })).body['error']).toBe('invalid_grant');
    const both = { dpop: await client.proof({ path: '/par' }) };
    expect(await pushError({ dpop_jkt: other.proofPair.publicJwk.kid }, { headers: both })).toBe(
      'invalid_request',
    );
  });

  it.each([
    ['ensure-dpopproof-with-iat-is-10seconds-before-succeeds', -10],
    ['ensure-dpopproof-with-iat-is-10seconds-after-succeeds', 10],
  ])('%s', async (_, shift) => {
    const proof = await client.proof({ path: '/access_token' }, { claims: { iat: seconds(shift) } });
    expect((await client.redeem(await client.comeBack(walker), { proof })).status).toBe(200);
  });

  it('an address in a proof is compared without query, and whatever its letters', async () => {
    const { access: token } = await happyTokens();
    const { protocol, host, pathname } = new URL(`${issuer()}/userinfo`);
    for (const htu of [
      `${protocol}//${host.toUpperCase()}${pathname}`,
      `${protocol.toUpperCase()}//${host}${pathname}`,
      `${issuer()}/userinfo?a=b#c`,
    ]) {
      const proof = await client.proof({ path: '/userinfo', method: 'GET', token }, { claims: { htu } });
      expect((await client.userinfo(token, { proof })).status, htu).toBe(200);
    }
  });
});

describe('fapi2-security-profile-final-dpop-negative-tests', () => {
  let token: string;
  beforeAll(async () => {
    ({ access: token } = await happyTokens());
  });

  const spoilt: [string, () => { claims?: object; header?: object }][] = [
    ['no typ', () => ({ header: { typ: undefined } })],
    ['another typ', () => ({ header: { typ: 'jwt' } })],
    ['no jwk', () => ({ header: { jwk: undefined } })],
    ['a jwk with a private member', () => ({ header: { jwk: { ...client.proofPair.publicJwk, d: 'AQ' } } })],
    ['a symmetric jwk', () => ({ header: { jwk: { kty: 'oct', k: 'AAAA' } } })],
    ['the jwk of another', () => ({ header: { jwk: jwkOf(other) } })],
    ['an unknown critical header', () => ({ header: { crit: ['x'], x: 1 } })],
    ['no jti', () => ({ claims: { jti: undefined } })],
    ['a jti that is no text', () => ({ claims: { jti: 5 } })],
    ['no htm', () => ({ claims: { htm: undefined } })],
    ['another htm', () => ({ claims: { htm: 'PUT' } })],
    ['htm in small letters', () => ({ claims: { htm: 'get' } })],
    ['no htu', () => ({ claims: { htu: undefined } })],
    ['another htu', () => ({ claims: { htu: `${issuer()}/par` } })],
    ['an htu that is no address', () => ({ claims: { htu: 'userinfo' } })],
    ['an htu with another port', () => ({ claims: { htu: 'http://localhost:1/fas/oauth2/userinfo' } })],
    ['no iat', () => ({ claims: { iat: undefined } })],
    ['an iat that is text', () => ({ claims: { iat: 'now' } })],
    ['an iat an hour ago', () => ({ claims: { iat: seconds(-3_600) } })],
    ['an iat in an hour', () => ({ claims: { iat: seconds(3_600) } })],
    ['exp in the past (check-dpop-proof-nbf-exp)', () => ({ claims: { exp: seconds(-60) } })],
    ['nbf in the future (check-dpop-proof-nbf-exp)', () => ({ claims: { nbf: seconds(120) } })],
    ['no ath', () => ({ claims: { ath: undefined } })],
    ['the ath of another token', () => ({ claims: { ath: 'AAAA' } })],
    ['a nonce that nobody gave', () => ({ claims: { nonce: 'made-up' } })],
  ];

  it.each(spoilt)('%s is refused', async (_, change) => {
    const of = { path: '/userinfo', method: 'GET', token };
    const proof = await client.proof(of, change() as Parameters<SigningClient['proof']>[1]);
    const answer = await client.userinfo(token, { proof });
    expect([400, 401]).toContain(answer.status);
    expect(answer.headers.get('www-authenticate')).toMatch(/^DPoP /);
  });

  it('alg none, RS256 and a signature that does not fit are refused', async () => {
    const good = await client.proof({ path: '/userinfo', method: 'GET', token });
    const [header = '', payload = ''] = good.split('.');
    const none = Buffer.from(
      JSON.stringify({ ...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object), alg: 'none' }),
    ).toString('base64url');
    const weak = await client.proof(
      { path: '/userinfo', method: 'GET', token },
      { pair: await newPair('RS256') },
    );
    for (const proof of [
      `${none}.${payload}.`,
      `${header}.${payload}.AAAA`,
      weak,
      'x',
      'a.b.c',
      `${good}, ${good}`,
    ]) {
      expect([400, 401]).toContain((await client.userinfo(token, { proof })).status);
    }
  });

  it('a proof serves once', async () => {
    const proof = await client.proof({ path: '/userinfo', method: 'GET', token });
    expect((await client.userinfo(token, { proof })).status).toBe(200);
    expect((await client.userinfo(token, { proof })).status).toBe(401);
  });

  it('the key of another is refused, and so is the token without a proof', async () => {
    const foreign = await client.proof(
      { path: '/userinfo', method: 'GET', token },
      { pair: other.proofPair },
    );
    expect((await client.userinfo(token, { proof: foreign })).status).toBe(401);
    for (const scheme of ['DPoP', 'Bearer']) {
      const headers = { authorization: `${scheme} ${token}` };
      expect([400, 401]).toContain((await fetch(`${issuer()}/userinfo`, { headers })).status);
    }
  });
});

function jwkOf({ proofPair }: SigningClient): object {
  const { kty, crv, x, y } = proofPair.publicJwk;
  return { kty, crv, x, y };
}
