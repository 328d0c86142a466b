import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { ageCodesOf } from '../support/aged-codes.js';
import {
  claimsOf,
  issuer,
  OidcRelyingParty,
  returned,
  type Parameters,
  type Tokens,
} from '../support/oidc-relying-party.js';
import { languageOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { signIn } from '../support/sign-in.js';

// The modules of the OpenID Foundation's plan `oidcc-basic-certification-test-plan`, by their names there.

const PERSON = 'bram-boterkoek';
const CLAIMS = ['mail', 'givenName', 'surname', 'prefLanguage', 'fedid', 'egovNRN'];
const keySet = () => createRemoteJWKSet(new URL(`${issuer()}/connect/jwk_uri`));

let client: OidcRelyingParty;
let other: OidcRelyingParty;
/** Signed in, and told what both clients receive. */
let walker: PageWalker;
beforeAll(async () => {
  client = await OidcRelyingParty.of('permits');
  other = await OidcRelyingParty.of('library');
  walker = new PageWalker();
  for (const [service, scope] of [
    [client, 'openid profile egovnrn'],
    [other, 'openid profile'],
  ] as const) {
    const page = await walker.open((await service.begin({ scope })).url);
    if (page.url.pathname.endsWith('/information')) await walker.submit(page, { decision: 'continue' });
    else if (page.status === 200) await signIn(walker, page, PERSON);
  }
});

/** One sign-in without a page, with what every happy run of the suite checks. */
async function happyFlow(wishes: Parameters = {}, service = client, browser = walker): Promise<Tokens> {
  const login = await service.begin(wishes);
  const back = await browser.open(login.url);
  expect(returned(back)).toMatchObject({ state: login.state, iss: issuer() });
  expect([back.location?.hash, returned(back)['error']]).toEqual(['', undefined]);
  const tokens = await service.finish(login, back);
  const { payload } = await jwtVerify(tokens.id_token ?? '', keySet(), {
    issuer: issuer(),
    audience: service.clientId,
    algorithms: ['RS256'],
    requiredClaims: ['sub', 'iat', 'exp'],
  });
  expect(payload['nonce']).toBe(login.nonce);
  expect((await service.userinfo(tokens)).sub).toBe(payload.sub);
  return tokens;
}

/** The first answer of an authorization request that is changed before it is sent. */
async function authorize(change: (url: URL) => void, browser = walker): Promise<Answer> {
  const { url } = await client.begin();
  change(url);
  return browser.open(url);
}

async function expectErrorPage(answer: Answer): Promise<void> {
  expect([answer.status, answer.location]).toEqual([400, undefined]);
  expect(titleOf(answer)).toMatch(/\w/);
}

const claimsReleased = async (scope: string) =>
  Object.keys(await client.userinfo(await happyFlow({ scope })))
    .filter((name) => CLAIMS.includes(name))
    .toSorted();

describe('oidcc-basic-certification-test-plan', () => {
  it('oidcc-server', async () => {
    await happyFlow();
  });

  it('oidcc-response-type-missing', async () => {
    const answer = await authorize((url) => url.searchParams.delete('response_type'));
    expect(returned(answer)['error']).toMatch(/^(unsupported_response_type|invalid_request)$/);
  });

  it('oidcc-idtoken-signature', async () => {
    const tokens = await happyFlow();
    expect(decodeProtectedHeader(tokens.id_token ?? '')).toMatchObject({
      alg: 'RS256',
      kid: expect.any(String) as string,
    });
  });

  it.each([
    ['oidcc-userinfo-get', { method: 'GET' }],
    ['oidcc-userinfo-post-header', { method: 'POST' }],
  ])('%s', async (_, init) => {
    const tokens = await happyFlow({}, other);
    const response = await fetch(`${issuer()}/userinfo`, {
      ...init,
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect([response.status, await response.json()]).toEqual([200, { sub: claimsOf(tokens).sub }]);
  });

  it('oidcc-userinfo-post-body, which answers or refuses, and never fails', async () => {
    const { access_token: token } = await happyFlow({}, other);
    const body = new URLSearchParams({ access_token: token });
    const { status } = await fetch(`${issuer()}/userinfo`, { method: 'POST', body });
    expect(status < 500).toBe(true);
  });

  it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow', async () => {
    const login = await client.begin();
    login.url.searchParams.delete('nonce');
    const code = returned(await walker.open(login.url))['code'] ?? '';
    const answer = await client.call('/access_token', {
      grant_type: 'authorization_code',
      code,
      redirect_uri: client.redirectUri,
      code_verifier: login.codeVerifier,
    });
    const { payload } = await jwtVerify(String(answer.body['id_token']), keySet());
    expect(payload).not.toHaveProperty('nonce');
  });

  it('oidcc-scope-profile, and nothing else', async () => {
    expect(await claimsReleased('openid profile')).toEqual(['givenName', 'mail', 'surname']);
    expect(await claimsReleased('openid')).toEqual([]);
  });

  it.each(['email', 'phone'])('oidcc-scope-%s, which nobody has here, is passed over', async (scope) => {
    expect(await claimsReleased(`openid ${scope}`)).toEqual([]);
  });

  it('oidcc-scope-address, for which the client is not registered, is refused', async () => {
    const answer = await authorize((url) => url.searchParams.set('scope', 'openid address'));
    expect(returned(answer)['error']).toBe('invalid_scope');
  });

  it('oidcc-scope-all, of what the client may have', async () => {
    expect(await claimsReleased('openid profile egovnrn')).toEqual([
      'egovNRN',
      'givenName',
      'mail',
      'surname',
    ]);
  });

  it('oidcc-alternate-happy-flow', async () => {
    const login = await client.begin({ scope: 'egovnrn profile openid' });
    const reversed = new URL(login.url.href.split('?')[0] ?? '');
    for (const [name, value] of [...login.url.searchParams].toReversed()) {
      reversed.searchParams.append(name, value);
    }
    expect(claimsOf(await client.finish(login, await walker.open(reversed))).nonce).toBe(login.nonce);
  });

  it.each(['page', 'popup'])('oidcc-display-%s', async (display) => {
    await happyFlow({ display });
  });

  it('oidcc-prompt-login', async () => {
    const before = claimsOf(await happyFlow());
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const login = await client.begin({ prompt: 'login' });
    const page = await walker.open(login.url);
    expect(page.status).toBe(200);
    const after = claimsOf(await client.finish(login, await signIn(walker, page, PERSON)));
    expect(Number(after.auth_time)).toBeGreaterThan(Number(before.auth_time));
  });

  it('oidcc-prompt-none-not-logged-in', async () => {
    const answer = await authorize((url) => url.searchParams.set('prompt', 'none'), new PageWalker());
    expect(returned(answer)['error']).toBe('login_required');
  });

  it('oidcc-prompt-none-logged-in', async () => {
    const [first, second] = [await happyFlow(), await happyFlow({ prompt: 'none' })].map(claimsOf);
    expect([second?.sub, second?.auth_time]).toEqual([first?.sub, first?.auth_time]);
  });

  it('oidcc-max-age-1', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const login = await client.begin({ max_age: '1' });
    const page = await walker.open(login.url);
    expect(page.status).toBe(200);
    const { auth_time: at } = claimsOf(await client.finish(login, await signIn(walker, page, PERSON)));
    expect(Date.now() / 1_000 - Number(at)).toBeLessThan(10);
  });

  it('oidcc-max-age-10000', async () => {
    const first = claimsOf(await happyFlow({ max_age: '15000' }));
    const second = claimsOf(await happyFlow({ max_age: '10000' }));
    expect(second.auth_time).toBe(first.auth_time);
  });

  it('oidcc-ensure-request-with-unknown-parameter-succeeds', async () => {
    await happyFlow({ extra: 'foobar' });
  });

  it('oidcc-id-token-hint', async () => {
    const tokens = await happyFlow();
    const again = await happyFlow({ prompt: 'none', id_token_hint: tokens.id_token ?? '' });
    expect(claimsOf(again).sub).toBe(claimsOf(tokens).sub);
  });

  it('oidcc-login-hint, which shows nobody', async () => {
    const pages = ['bram.boterkoek', 'nobody.at.all'].map((hint) =>
      authorize((url) => url.searchParams.set('login_hint', hint), new PageWalker()),
    );
    const [known, unknown] = (await Promise.all(pages)).map(({ body }) => body);
    expect([known?.includes('bram.boterkoek'), known?.length]).toEqual([false, unknown?.length]);
    await happyFlow({ login_hint: 'bram.boterkoek' });
  });

  it('oidcc-ui-locales', async () => {
    const page = await authorize((url) => url.searchParams.set('ui_locales', 'de-BE nl'), new PageWalker());
    expect(languageOf(page)).toBe('de');
    await happyFlow({ ui_locales: 'se' });
  });

  it('oidcc-claims-locales', async () => {
    await happyFlow({ claims_locales: 'se' });
  });

  it('oidcc-ensure-request-with-acr-values-succeeds', async () => {
    const wish = 'urn:be:fedict:iam:fas:citizen:Level200';
    expect(claimsOf(await happyFlow({ acr_values: wish })).acr).toBe(wish);
  });

  it('oidcc-codereuse', async () => {
    const login = await client.begin();
    const back = await walker.open(login.url);
    const tokens = await client.finish(login, back);
    await expect(client.finish(login, back)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(client.userinfo(tokens)).rejects.toThrow();
  });

  it('oidcc-codereuse-30seconds', async () => {
    const login = await client.begin();
    const back = await walker.open(login.url);
    const tokens = await client.finish(login, back);
    await ageCodesOf(client.clientId, 31);
    await expect(client.finish(login, back)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(client.userinfo(tokens)).rejects.toThrow();
  });

  it('oidcc-ensure-registered-redirect-uri', async () => {
    await expectErrorPage(
      await authorize((url) => url.searchParams.set('redirect_uri', `${client.redirectUri}/x`)),
    );
  });

  it('oidcc-ensure-post-request-succeeds', async () => {
    const login = await client.begin();
    const answer = await walker.post(`${issuer()}/authorize`, Object.fromEntries(login.url.searchParams));
    expect(answer.status).toBe(303);
    expect(claimsOf(await client.finish(login, await walker.follow(answer))).nonce).toBe(login.nonce);
  });

  it('oidcc-server-client-secret-post', async () => {
    await happyFlow({}, other);
  });

  it('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported', async () => {
    const answer = await authorize((url) =>
      url.searchParams.set('request_uri', `${client.redirectUri}/r.jwt`),
    );
    expect(returned(answer)['error']).toBe('request_uri_not_supported');
  });

  it('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported', async () => {
    const answer = await authorize((url) => url.searchParams.set('request', unsigned({ scope: 'openid' })));
    expect(returned(answer)['error']).toBe('request_not_supported');
  });

  it('oidcc-ensure-request-object-with-redirect-uri', async () => {
    const inner = unsigned({ redirect_uri: 'https://evil.example/' });
    const answer = await authorize((url) => url.searchParams.set('request', inner));
    expect(String(answer.location)).not.toContain('evil.example');
    expect(returned(answer)['error']).toBe('request_not_supported');
  });

  it('oidcc-claims-essential', async () => {
    const claims = JSON.stringify({ userinfo: { givenName: { essential: true } } });
    expect(await client.userinfo(await happyFlow({ claims }))).toMatchObject({ givenName: 'Bram' });
  });

  it('oidcc-ensure-request-with-valid-pkce-succeeds', async () => {
    await happyFlow();
  });
});

describe('oidcc-dynamic-certification-test-plan, where it holds for registered clients', () => {
  it('oidcc-ensure-redirect-uri-in-authorization-request', async () => {
    await expectErrorPage(await authorize((url) => url.searchParams.delete('redirect_uri')));
  });

  it('oidcc-redirect-uri-query-OK', async () => {
    const { location } = await authorize((url) =>
      url.searchParams.set('redirect_uri', client.redirectUriWithQuery),
    );
    expect(location?.searchParams.get('tenant')).toBe('1');
    expect(location?.searchParams.get('code')).toMatch(/\w/);
  });

  it.each([
    ['oidcc-redirect-uri-query-mismatch', '?tenant=2'],
    ['oidcc-redirect-uri-query-added', '?other=1'],
  ])('%s', async (_, query) => {
    await expectErrorPage(
      await authorize((url) => url.searchParams.set('redirect_uri', client.redirectUri + query)),
    );
  });

  it('oidcc-userinfo-rs256', async () => {
    const tokens = await happyFlow();
    const response = await fetch(`${issuer()}/userinfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/jwt/);
    const { payload } = await jwtVerify(await response.text(), keySet(), {
      issuer: issuer(),
      audience: client.clientId,
      algorithms: ['RS256'],
    });
    expect(payload.sub).toBe(claimsOf(tokens).sub);
  });
});

function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ client_id: client.clientId, ...claims })}.`;
}
