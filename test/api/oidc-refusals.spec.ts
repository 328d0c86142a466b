import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuer, OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { languageOf, linksOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { stack } from '../support/stack.js';
import { recordedEvents, rows } from '../support/stack-database.js';

let permits: OidcRelyingParty;
let library: OidcRelyingParty;
let mobile: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  library = await OidcRelyingParty.of('library');
  mobile = await OidcRelyingParty.of('mobile');
});

/** An authorization request; what is `undefined` is left out of it. */
async function request(changes: Record<string, string | undefined>, service = permits): Promise<URL> {
  const { url } = await service.begin();
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url;
}

const ask = async (changes: Record<string, string | undefined>, service = permits) =>
  new PageWalker().open(await request(changes, service));

/** A page of our own in the person's language, with a reference under which exactly one record stands. */
async function expectPage(answer: Answer, title: RegExp, status = 400): Promise<void> {
  expect([answer.status, answer.location]).toEqual([status, undefined]);
  expect([languageOf(answer), titleOf(answer)]).toEqual(['en', expect.stringMatching(title)]);
  const reference = answer.headers.get('x-request-reference');
  expect(answer.body).toContain(reference);
  await expectOneRecord(reference);
}

async function expectOneRecord(reference: string | null): Promise<void> {
  expect(await recordedEvents(reference)).toMatchObject([
    { name: 'OidcRequestRejected', data: { error: expect.any(String) as string } },
  ]);
}

describe('OS-1 a return address that is not exactly the registered one', () => {
  it.each<[string, (registered: string) => string]>([
    ['of somebody else', () => 'https://evil.example/callback'],
    ['in other case', (uri) => uri.replace('/callback', '/Callback')],
    ['with a capital host', (uri) => uri.replace('https://test', 'https://TEST')],
    ['with a slash at the end', (uri) => `${uri}/`],
    ['with a parameter', (uri) => `${uri}?next=1`],
    ['with an empty query', (uri) => `${uri}?`],
    ['with a fragment', (uri) => `${uri}#x`],
    ['with an empty fragment', (uri) => `${uri}#`],
    ['with its port', (uri) => uri.replace('.example/', '.example:443/')],
    ['on another port', (uri) => uri.replace('.example/', '.example:8443/')],
    ['of a subdomain', (uri) => uri.replace('https://', 'https://a.')],
    ['of a longer host', (uri) => uri.replace('.example/', '.example.evil.example/')],
    ['with a user before the host', (uri) => uri.replace('https://', 'https://evil.example@')],
    ['as the user of another host', (uri) => uri.replace('.example/', '.example@evil.example/')],
    ['with two at signs', (uri) => uri.replace('.example/', '.example@@evil.example/')],
    ['with a backslash', (uri) => uri.replace('.example/', '.example\\@evil.example/')],
    ['with dots', (uri) => uri.replace('/callback', '/x/../callback')],
    ['with dots that are encoded', (uri) => uri.replace('/callback', '/x/%2e%2e/callback')],
    ['with dots behind a semicolon', (uri) => uri.replace('/callback', '/x/..;/callback')],
    ['with an encoded letter', (uri) => uri.replace('/callback', '/c%61llback')],
    ['by http', (uri) => uri.replace('https:', 'http:')],
    ['with letters that look alike', (uri) => uri.replace('.example', '.ехample')],
    ['with a space before it', (uri) => ` ${uri}`],
    ['with a line end behind it', (uri) => `${uri}\r\nSet-Cookie: a=b`],
    ['of a script', () => 'javascript:alert(1)'],
    ['of a script in mixed case', () => 'JaVaScRiPt:alert(1)'],
    ['of data', () => 'data:text/html,hello'],
    ['without a scheme', (uri) => uri.replace('https:', '')],
    ['that is a path', () => '/callback'],
    ['that is empty', () => ''],
  ])('%s brings a page and no redirect', async (_, change) => {
    const answer = await ask({ redirect_uri: change(permits.redirectUri) });
    await expectPage(answer, /cannot send you back safely|request that is not right/);
    expect(linksOf(answer).filter(({ origin }) => origin !== stack().addresses.fas)).toEqual([]);
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self';");
  });

  it('that is missing, where two are registered, brings a page', async () => {
    await expectPage(await ask({ redirect_uri: undefined }), /not right|cannot send/);
  });

  it('whose registered query is changed, brings a page; the registered one is taken', async () => {
    const changed = permits.redirectUriWithQuery.replace('tenant=1', 'tenant=2');
    await expectPage(await ask({ redirect_uri: changed }), /cannot send you back safely/);
    const good = await ask({ redirect_uri: permits.redirectUriWithQuery, prompt: 'none' });
    expect(returned(good)).toMatchObject({ tenant: '1', error: 'login_required' });
  });
});

describe('an authorization request from nobody', () => {
  it.each([
    ['an unknown client', 'nobody-we-know'],
    ['a client with strange signs', `x' or 1=1 --`],
    ['a client with a very long name', 'a'.repeat(3_000)],
    ['a client with NUL', 'a\0b'],
    ['a client in letters that look alike', 'реrmits'],
  ])('%s brings a page', async (_, clientId) => {
    await expectPage(await ask({ client_id: clientId }), /do not know this service/);
  });

  it('without a client brings a page', async () => {
    await expectPage(await ask({ client_id: undefined }), /not right/);
  });

  it('of an application that was suspended brings a page within a second, and works again after it', async () => {
    const state = (to: string) =>
      rows('update agencies.application set state = $2 where id = $1', [library.id, to]);
    const url = await request({}, library);
    expect((await new PageWalker().open(url)).status).toBe(200);
    await state('suspended');
    try {
      await expect.poll(async () => (await new PageWalker().open(url)).status, { timeout: 1_000 }).toBe(403);
      await expectPage(await new PageWalker().open(url), /stopped for now/, 403);
      const token = await library.call('/access_token', { grant_type: 'authorization_code', code: 'x' });
      expect([token.status, token.body['error']]).toEqual([401, 'invalid_client']);
    } finally {
      await state('active');
    }
    await expect.poll(async () => (await new PageWalker().open(url)).status, { timeout: 1_000 }).toBe(200);
  });
});

describe('OS-15 a parameter that comes twice', () => {
  it.each(['client_id', 'redirect_uri'])('%s brings a page', async (name) => {
    const url = await request({});
    url.searchParams.append(name, url.searchParams.get(name) ?? '');
    await expectPage(await new PageWalker().open(url), /not right|do not know|cannot send/);
  });

  it.each(['scope', 'state', 'acr_values', 'code_challenge', 'prompt'])('%s is refused', async (name) => {
    const url = await request({ acr_values: 'urn:be:fedict:iam:fas:Level200', prompt: 'login' });
    url.searchParams.append(name, 'x');
    const answer = await new PageWalker().open(url);
    expect(returned(answer)).toMatchObject({ error: 'invalid_request', iss: issuer() });
    await expectOneRecord(answer.headers.get('x-request-reference'));
  });

  it('grant_type at the token endpoint is refused', async () => {
    const response = await fetch(`${issuer()}/access_token`, {
      method: 'POST',
      body: 'grant_type=authorization_code&grant_type=password&code=x',
      headers: { authorization: permits.basic, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([
      400,
      'invalid_request',
    ]);
  });
});

describe('a request that the service is told about', () => {
  it.each<[string, Record<string, string | undefined>, string]>([
    ['OS-6 response_type=none', { response_type: 'none' }, 'unsupported_response_type'],
    ['no response_type', { response_type: undefined }, 'invalid_request'],
    ['a prompt that nobody knows', { prompt: 'dance' }, 'invalid_request'],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request'],
    ['claims that are no object', { claims: '[]' }, 'invalid_request'],
    ['an id_token_hint that is none', { id_token_hint: 'x.y.z' }, 'invalid_request'],
    ['OS-3 PKCE by plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['OS-3 PKCE without a method', { code_challenge_method: undefined }, 'invalid_request'],
    ['NUL in a parameter', { login_hint: 'a\0b', ui_locales: '\0' }, 'invalid_request'],
    ['a challenge that is too short', { code_challenge: 'short' }, 'invalid_request'],
    ['a request object without signature', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
  ])('%s: %o', async (_, changes, error) => {
    const answer = await ask(changes);
    expect(answer.location?.href.startsWith(`${permits.redirectUri}?`)).toBe(true);
    expect(returned(answer)).toMatchObject({ error, iss: issuer(), state: expect.any(String) as string });
    expect(String(answer.location)).not.toMatch(/node_modules|Error%3A/);
    await expectOneRecord(answer.headers.get('x-request-reference'));
  });

  it.each(['token', 'code token', 'code id_token', 'id_token'])(
    'OS-6 response_type=%s is told in the fragment, and nothing is issued',
    async (type) => {
      const { location, headers } = await ask({ response_type: type });
      expect(location?.href.startsWith(`${permits.redirectUri}#`)).toBe(true);
      const told = Object.fromEntries(new URLSearchParams(location?.hash.slice(1)));
      expect(told).toMatchObject({ error: 'unsupported_response_type', iss: issuer() });
      await expectOneRecord(headers.get('x-request-reference'));
    },
  );

  it.each<{ claims: object }>([
    { claims: { id_token: { acr: { values: 'no list' } } } },
    { claims: { id_token: { acr: { values: [null, 5, {}, []] } } } },
    { claims: { id_token: { acr: 5, sub: [] }, userinfo: { givenName: 'yes', toString: null } } },
    { claims: { userinfo: { constructor: null, egovNRN: { essential: 'maybe' } } } },
  ])('claims with odd values are no reason to fail: %o', async ({ claims }) => {
    const answer = await ask({ claims: JSON.stringify(claims) });
    expect(answer.status).toBeLessThan(400);
  });

  it('OS-3 no challenge at all, where the client must use PKCE', async () => {
    const answer = await ask({ code_challenge: undefined, code_challenge_method: undefined }, mobile);
    expect(returned(answer)).toMatchObject({ error: 'invalid_request' });
  });

  it('scopes beyond the registration are refused, and those that nobody knows passed over', async () => {
    const beyond = await ask({ scope: 'openid profile egovnrn' }, library);
    expect(returned(beyond)).toMatchObject({ error: 'invalid_scope' });
    expect((await ask({ scope: 'openid something-else' })).status).toBe(200);
  });

  it('OG-12 thousands of languages, hundreds of scopes and a very long one are answered at once', async () => {
    for (const changes of [
      { ui_locales: 'xx '.repeat(3_000) },
      { scope: `openid ${'x'.repeat(2_000)}` },
      { scope: `openid ${Array.from({ length: 500 }, (_, at) => `s${at}`).join(' ')}` },
    ]) {
      const before = Date.now();
      expect((await ask(changes)).status).toBeLessThan(500);
      expect(Date.now() - before).toBeLessThan(2_000);
    }
  });
});

describe('an address in a request', () => {
  let listener: Server;
  let fetched = 0;
  beforeAll(async () => {
    listener = createServer((_request, response) => {
      fetched += 1;
      response.end();
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => listener.close());

  it('XS-31 is never fetched: request_uri, and hosts behind other names', async () => {
    const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    const answer = await ask({ request_uri: `${address}/request.jwt` });
    expect(returned(answer)['error'] ?? titleOf(answer)).toMatch(/request_uri_not_supported|not right/);
    await ask({ request_uri: `${address}/x`, request: undefined, registration: `{"jwks_uri":"${address}"}` });
    await ask({ registration: JSON.stringify({ logo_uri: address, sector_identifier_uri: address }) });
    await ask({ id_token_hint: tokenWith({ jku: address, x5u: address }) });
    await permits.call('/access_token', {
      grant_type: 'authorization_code',
      code: 'x',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: tokenWith({ jku: address, x5u: address }),
    });
    expect(fetched).toBe(0);
  });
});

/** A token whose header points somewhere. */
function tokenWith(header: Readonly<Record<string, string>>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', ...header })}.${part({ iss: permits.clientId, sub: permits.clientId })}.AAAA`;
}
