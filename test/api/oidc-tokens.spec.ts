import { SignJWT } from 'jose';
import * as oidc from 'openid-client';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  claimsOf,
  issuer,
  jsonAnswer,
  OidcRelyingParty,
  returned,
  type Login,
} from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { whileBlocked } from '../support/person-state.js';
import { signIn } from '../support/sign-in.js';
import { recordedEvents, rows } from '../support/stack-database.js';

let permits: OidcRelyingParty;
let library: OidcRelyingParty;
let mobile: OidcRelyingParty;
let vault: OidcRelyingParty;
/** A browser with a session: each code costs one request only. */
let walker: PageWalker;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  library = await OidcRelyingParty.of('library');
  mobile = await OidcRelyingParty.of('mobile');
  vault = await OidcRelyingParty.of('vault');
  walker = new PageWalker();
  for (const [service, scope] of [
    [permits, 'openid profile egovnrn'],
    [library, 'openid profile'],
    [mobile, 'openid'],
    [vault, 'openid'],
  ] as const) {
    await signedInTo(service, scope);
  }
});

async function signedInTo(service: OidcRelyingParty, scope: string): Promise<void> {
  const page = await walker.open((await service.begin({ scope })).url);
  if (page.status === 200) {
    const asked = page.url.pathname.endsWith('/information');
    await (asked ? walker.submit(page, { decision: 'continue' }) : signIn(walker, page, 'bram-boterkoek'));
  }
}

/** A code that nobody has exchanged yet. */
async function code(service = permits, wishes: Record<string, string> = {}) {
  const login = await service.begin({ scope: 'openid profile', ...wishes });
  const back = await walker.open(login.url);
  return { login, back, code: returned(back)['code'] ?? '' };
}

/** The fields of an honest exchange. */
const exchange = (service: OidcRelyingParty, value: string, { codeVerifier }: Login) => ({
  grant_type: 'authorization_code',
  code: value,
  redirect_uri: service.redirectUri,
  code_verifier: codeVerifier,
});

const userinfo = async (authorization: string, init: RequestInit = {}) =>
  fetch(`${issuer()}/userinfo`, { headers: { authorization }, ...init });

async function tokensOf(service: OidcRelyingParty) {
  const { login, back } = await code(service);
  return service.finish(login, back);
}

describe('the exchange of a code', () => {
  it('is answered as JSON that nobody may keep', async () => {
    const { login, code: value } = await code();
    const answer = await permits.call('/access_token', exchange(permits, value, login));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(answer.body).toSorted()).toEqual([
      'access_token',
      'expires_in',
      'id_token',
      'scope',
      'token_type',
    ]);
    expect(await recordedEvents(answer.headers.get('x-request-reference'))).toMatchObject([
      { name: 'TokensIssued', data: { client: permits.clientId } },
    ]);
  });

  it('works once: a second time is refused, and what the first gave is dead', async () => {
    const { login, code: value } = await code();
    const first = await permits.call('/access_token', exchange(permits, value, login));
    const token = String(first.body['access_token']);
    expect((await userinfo(`Bearer ${token}`)).status).toBe(200);
    const second = await permits.call('/access_token', exchange(permits, value, login));
    expect([second.status, second.body['error']]).toEqual([400, 'invalid_grant']);
    expect((await userinfo(`Bearer ${token}`)).status).toBe(401);
    const introspected = await permits.call('/introspect', { token });
    expect(introspected.body).toEqual({ active: false });
    expect(await recordedEvents(second.headers.get('x-request-reference'))).toMatchObject([
      { name: 'OidcRequestRejected', data: { endpoint: 'grant', error: 'invalid_grant' } },
    ]);
  });

  it('SB-3 works for one of many at the same moment', async () => {
    const { login, code: value } = await code();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => permits.call('/access_token', exchange(permits, value, login))),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 400)).toBe(true);
  });

  it.each<[string, (fields: Record<string, string>) => Record<string, string | undefined>]>([
    ['a wrong verifier', (fields) => ({ ...fields, code_verifier: 'w'.repeat(50) })],
    ['OS-3 no verifier', (fields) => ({ ...fields, code_verifier: undefined })],
    ['another return address', (fields) => ({ ...fields, redirect_uri: permits.redirectUriWithQuery })],
    ['no return address', (fields) => ({ ...fields, redirect_uri: undefined })],
    ['a changed code', (fields) => ({ ...fields, code: `${fields['code']}x` })],
  ])('is refused with %s', async (_, change) => {
    const { login, code: value } = await code();
    const fields = Object.entries(change(exchange(permits, value, login))).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, text]],
    );
    const answer = await permits.call('/access_token', Object.fromEntries(fields) as Record<string, string>);
    expect([answer.status, answer.body['error']]).toEqual([400, expect.stringMatching(/^invalid_/)]);
    expect(answer.body).not.toHaveProperty('access_token');
  });

  it('OS-3 is refused with a verifier where the request had no challenge', async () => {
    const { url, codeVerifier } = await permits.begin();
    for (const name of ['code_challenge', 'code_challenge_method']) url.searchParams.delete(name);
    const value = returned(await walker.open(url))['code'] ?? '';
    const answer = await permits.call('/access_token', {
      grant_type: 'authorization_code',
      code: value,
      redirect_uri: permits.redirectUri,
      code_verifier: codeVerifier,
    });
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it('is refused to another client, with its own credentials', async () => {
    const { login, code: value } = await code();
    const { clientId, clientSecret } = credentialsOf(library);
    const answer = await library.call(
      '/access_token',
      { ...exchange(permits, value, login), client_id: clientId, client_secret: clientSecret },
      '',
    );
    expect([answer.status, answer.body['error']]).toEqual([400, 'invalid_grant']);
  });

  it.each<[string, (service: OidcRelyingParty) => string]>([
    ['no credentials', () => ''],
    ['a wrong secret', ({ clientId }) => `Basic ${btoa(`${clientId}:wrong`)}`],
    ['an empty secret', ({ clientId }) => `Basic ${btoa(`${clientId}:`)}`],
    ['the stored hash as secret', ({ clientId }) => `Basic ${btoa(`${clientId}:${hashes.get(clientId)}`)}`],
    ['an unknown client', () => `Basic ${btoa('nobody:secret')}`],
    ['credentials that are none', () => 'Basic %%%'],
    ['a client whose name is no URL encoding', () => `Basic ${btoa('%E0%A4:secret')}`],
  ])('is refused with %s', async (_, authorization) => {
    await readHashes();
    const { login, code: value } = await code();
    const fields = exchange(permits, value, login);
    const answer = await permits.call('/access_token', fields, authorization(permits));
    expect([400, 401]).toContain(answer.status);
    expect(answer.body['error']).toMatch(/^invalid_(client|request)$/);
  });

  it('a public client exchanges its code with the verifier alone', async () => {
    const { login, back } = await code(mobile, { scope: 'openid' });
    expect(claimsOf(await mobile.finish(login, back)).aud).toBe(mobile.clientId);
  });

  it('OG-8 is refused when the person was blocked meanwhile', async () => {
    const other = new PageWalker();
    const login = await permits.begin();
    const back = await signIn(other, await other.open(login.url), 'dieter-dosenbrot');
    await whileBlocked('dieter-dosenbrot', () =>
      expect(permits.finish(login, back)).rejects.toMatchObject({ error: 'invalid_grant' }),
    );
  });
});

describe('a client that signs instead of having a secret (private_key_jwt)', () => {
  const assertion = async (changes: { aud?: string; exp?: number; alg?: string; header?: object } = {}) => {
    const { key, kid } = await vault.signingKey();
    const now = Math.floor(Date.now() / 1_000);
    const { aud = issuer(), exp = now + 60, header = {} } = changes;
    return new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid, ...header })
      .setIssuer(vault.clientId)
      .setSubject(vault.clientId)
      .setAudience(aud)
      .setIssuedAt(now)
      .setExpirationTime(exp)
      .sign(key);
  };

  async function redeemed(client_assertion: string): Promise<string> {
    const { login, code: value } = await code(vault, { scope: 'openid' });
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    const fields = { ...exchange(vault, value, login), client_assertion, client_assertion_type };
    const answer = await vault.call('/access_token', fields, '');
    return answer.status === 200 ? 'tokens' : String(answer.body['error']);
  }

  it('oidcc-ensure-client-assertion-with-iss-aud-succeeds: exchanges its code with the stock client', async () => {
    const { login, back } = await code(vault, { scope: 'openid' });
    expect(claimsOf(await vault.finish(login, back)).aud).toBe(vault.clientId);
  });

  it('is refused when what it signed was used before, is old, or was meant for another', async () => {
    const once = await assertion();
    expect([await redeemed(once), await redeemed(once)]).toEqual(['tokens', 'invalid_client']);
    const old = Math.floor(Date.now() / 1_000) - 300;
    expect(await redeemed(await assertion({ exp: old }))).toBe('invalid_client');
    expect(await redeemed(await assertion({ aud: 'https://other.example' }))).toBe('invalid_client');
  });

  it('OS-16 is refused when nobody signed, or somebody else', async () => {
    const [, payload = ''] = (await assertion()).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await redeemed(`${none}.${payload}.`)).toBe('invalid_client');
    expect(await redeemed(await assertion({ header: { kid: '../../etc/passwd' } }))).toBe('invalid_client');
    expect(await redeemed((await assertion()).replace(/.{10}$/, 'AAAAAAAAAA'))).toBe('invalid_client');
  });
});

describe('OS-6 a grant that is not offered', () => {
  it.each([
    'password',
    'implicit',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:token-exchange',
    'urn:openid:params:grant-type:ciba',
    'something',
  ])('%s is refused', async (grantType) => {
    const fields = { grant_type: grantType, username: 'an.appelmoes', password: 'x', refresh_token: 'x' };
    const answer = await permits.call('/access_token', fields);
    expect([answer.status, answer.body['error']]).toEqual([400, 'unsupported_grant_type']);
  });

  it('client_credentials, which programs of agencies have, is refused to a service', async () => {
    const answer = await permits.call('/access_token', { grant_type: 'client_credentials' });
    expect([answer.status, answer.body['error_description']]).toEqual([
      400,
      'requested grant type is not allowed for this client',
    ]);
  });
});

describe('a refresh token', () => {
  it('is of no use to a client that was not granted offline access', async () => {
    const fields = { grant_type: 'refresh_token', refresh_token: 'x' };
    const answer = await permits.call('/access_token', fields);
    expect([answer.status, answer.body['error']]).toEqual([
      400,
      expect.stringMatching(/^(unauthorized_client|invalid_request)$/),
    ]);
  });
});

describe('userinfo', () => {
  it('is given for GET and for POST with the token in the header, the same', async () => {
    const { access_token: token } = await tokensOf(library);
    const get = await (await userinfo(`Bearer ${token}`)).json();
    const post = await (await userinfo(`Bearer ${token}`, { method: 'POST' })).json();
    expect(post).toEqual(get);
    expect((await userinfo(`bearer ${token}`)).status).toBe(200);
  });

  it('OS-10 is given for access tokens only: not for an ID token, a code, or nothing', async () => {
    const tokens = await tokensOf(library);
    const { code: unused } = await code(library);
    for (const wrong of [tokens.id_token, unused, 'x'.repeat(10_000), 'null', '']) {
      const answer = await userinfo(`Bearer ${wrong}`);
      expect([400, 401]).toContain(answer.status);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
    }
  });

  it('is not given for a token in the address', async () => {
    const { access_token: token } = await tokensOf(library);
    expect((await fetch(`${issuer()}/userinfo?access_token=${token}`)).status).toBe(400);
  });

  it('OG-6 holds nothing beyond what the service may have, however it asks', async () => {
    const { login, back } = await code(library, {
      claims: JSON.stringify({
        userinfo: { egovNRN: { essential: true }, surname: null, givenName: null },
        id_token: { egovNRN: null, mail: null },
      }),
    });
    const tokens = await library.finish(login, back);
    expect(Object.keys(await library.userinfo(tokens)).toSorted()).toEqual(['givenName', 'sub']);
    expect(claimsOf(tokens)).not.toHaveProperty('egovNRN');
  });

  it('takes a token that is bound to a key (DPoP) only with that key, as is advertised', async () => {
    const { login, back } = await code();
    const keys = await oidc.randomDPoPKeyPair();
    const dpop = oidc.getDPoPHandle(permits.configuration, keys);
    const tokens = await oidc.authorizationCodeGrant(
      permits.configuration,
      back.location ?? new URL(permits.redirectUri),
      { pkceCodeVerifier: login.codeVerifier, expectedState: login.state, expectedNonce: login.nonce },
      {},
      { DPoP: dpop },
    );
    expect(tokens.token_type).toBe('dpop');
    expect((await userinfo(`Bearer ${tokens.access_token}`)).status).toBe(401);
    const { sub } = claimsOf(tokens);
    const claims = await oidc.fetchUserInfo(permits.configuration, tokens.access_token, sub, { DPoP: dpop });
    expect(claims.sub).toBe(sub);
  });
});

describe('OG-10 introspection and revocation', () => {
  it('tell the client of its own token, and end it', async () => {
    const tokens = await tokensOf(permits);
    const { sub } = claimsOf(tokens);
    const told = await oidc.tokenIntrospection(permits.configuration, tokens.access_token);
    expect(told).toMatchObject({ active: true, client_id: permits.clientId, sub, iss: issuer() });
    await oidc.tokenRevocation(permits.configuration, tokens.access_token);
    expect(await oidc.tokenIntrospection(permits.configuration, tokens.access_token)).toEqual({
      active: false,
    });
    expect((await userinfo(`Bearer ${tokens.access_token}`)).status).toBe(401);
  });

  it('tell another client nothing, and let it end nothing', async () => {
    const { access_token: token } = await tokensOf(permits);
    expect(await oidc.tokenIntrospection(library.configuration, token)).toEqual({ active: false });
    await oidc.tokenRevocation(library.configuration, token).catch(() => undefined);
    expect((await userinfo(`Bearer ${token}`)).status).toBe(200);
  });

  it('are closed to whoever has no credentials', async () => {
    const { access_token: token } = await tokensOf(permits);
    for (const path of ['/introspect', '/token/revoke']) {
      const answer = await permits.call(path, { token }, '');
      expect([400, 401]).toContain(answer.status);
    }
    expect((await userinfo(`Bearer ${token}`)).status).toBe(200);
  });
});

describe('a pushed authorization request', () => {
  it('carries a sign-in, once, for its own client', async () => {
    const { url, ...login } = await permits.begin();
    const pushed = await oidc.buildAuthorizationUrlWithPAR(permits.configuration, url.searchParams);
    const foreign = new URL(pushed);
    foreign.searchParams.set('client_id', library.clientId);
    expect((await new PageWalker().open(foreign)).status).toBe(400);
    const back = await walker.open(pushed);
    expect(claimsOf(await permits.finish({ ...login, url }, back)).nonce).toBe(login.nonce);
    const again = await walker.open(pushed);
    expect(returned(again)['code']).toBeUndefined();
  });

  it('is refused without credentials, with a wrong address, and by GET', async () => {
    const { url } = await permits.begin();
    const fields = Object.fromEntries(url.searchParams);
    expect((await permits.call('/par', fields, '')).status).toBe(401);
    const wrong = await permits.call('/par', { ...fields, redirect_uri: 'https://evil.example/' });
    expect([wrong.status, wrong.body['error']]).toEqual([400, 'invalid_request']);
    expect((await fetch(`${issuer()}/par`)).status).toBe(405);
  });
});

const hashes = new Map<string, string>();

async function readHashes(): Promise<void> {
  const found = await rows<{ id: string; hash: string }>(
    `select oidc->>'clientId' as id, oidc->>'clientSecretHash' as hash from agencies.application`,
  );
  for (const { id, hash } of found) hashes.set(id, hash);
}

function credentialsOf({ basic }: OidcRelyingParty) {
  const [clientId = '', clientSecret = ''] = atob(basic.slice(6)).split(':');
  return { clientId, clientSecret };
}

describe('the answers of these endpoints', () => {
  it('never say more than the protocol asks', async () => {
    const response = await fetch(`${issuer()}/access_token`, { method: 'POST', body: 'x'.repeat(1_000_000) });
    const answer = await jsonAnswer(response);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|stack|at \w+ \(/);
  });
});
