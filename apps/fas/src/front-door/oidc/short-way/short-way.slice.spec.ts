import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OidcSettings } from '#libs/agencies';
import {
  CALLBACK,
  codeIn,
  SpecBrowser,
  specProvider,
  type Client,
  type SpecProvider,
} from '../test-support/spec-provider.js';

let fas: SpecProvider;
beforeAll(async () => {
  fas = await specProvider();
});
afterAll(() => fas.close());

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const PKCE = { code_challenge: challenge, code_challenge_method: 'S256' };

/** What the provider knows and changes nothing makes a request more than the plain one. */
const LONG = { response_mode: 'query' };
const LONG_FORM = { whatever: 'else' };

/** A browser that was at this client's before, so that the client knows its session. */
async function visitor(change: Partial<OidcSettings> = {}) {
  const person = await fas.signedIn();
  const client = await fas.clientWith(change);
  const browser = new SpecBrowser(fas, person.cookie);
  const { location } = await browser.authorize(client, PKCE);
  expect(codeIn(location)).not.toBe('');
  return { ...person, client, browser };
}

interface Form {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

async function exchange({ clientId, secret }: Client, code: string, { form = {}, headers }: Form = {}) {
  const response = await fetch(fas.at('/fas/oauth2/access_token'), {
    method: 'POST',
    headers: headers ?? {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: CALLBACK,
      code,
      code_verifier: verifier,
      ...form,
    }),
  });
  const body = (await response.json()) as Record<string, unknown>;
  const said = Object.fromEntries(['content-type', 'cache-control'].map((n) => [n, response.headers.get(n)]));
  return { status: response.status, said, body };
}

type Exchanged = Awaited<ReturnType<typeof exchange>>;

/** Everything but what is another each time. */
function comparable({ body, ...answer }: Exchanged) {
  const { access_token: token, id_token: idToken, ...rest } = body;
  const { iat, exp, ...claims } = decodeJwt(String(idToken));
  const life = (exp ?? 0) - (iat ?? 0);
  const header = decodeProtectedHeader(String(idToken));
  return { ...answer, rest, claims, life, header, token: String(token).length };
}

/** What is on record of this client, as an auditor reads it: all but time and reference. */
const recorded = async (name: string, { application }: Client) =>
  (await fas.recorded({ name, application: application.id })).map(({ data, subject, agency, address }) => ({
    data,
    subject,
    agency,
    hasAddress: address !== undefined,
  }));

describe('a plain authorization request', () => {
  it.each([
    ['with PKCE', {}, {}],
    ['with a nonce', {}, { nonce: 'n-1' }],
    ['for a level, in a language', {}, { acr_values: 'urn:be:fedict:iam:fas:Level200', ui_locales: 'fr' }],
    ['of a client that hears of the end of sessions', { backchannelLogoutUri: `${CALLBACK}/out` }, {}],
    ['of a client that may have more', {}, { scope: 'profile openid profile' }],
    ['of a client with another algorithm', { signingAlg: 'ES256' as const }, {}],
  ])('%s gives the same by the short way and the long one', async (_what, settings, asked) => {
    const { client, browser } = await visitor(settings);
    const [short, long] = [
      await browser.authorize(client, { ...PKCE, ...asked }),
      await browser.authorize(client, { ...PKCE, ...asked, ...LONG }),
    ];
    const told = ({ status, location, set }: typeof short) => {
      const { origin, pathname, searchParams } = new URL(location);
      return {
        status,
        origin,
        pathname,
        set,
        names: [...searchParams.keys()],
        code: codeIn(location).length,
      };
    };
    expect(told(short)).toEqual(told(long));
    expect(short.status).toBe(303);
    const [one, other] = [
      await exchange(client, codeIn(short.location)),
      await exchange(client, codeIn(long.location), { form: LONG_FORM }),
    ];
    expect(comparable(one)).toEqual(comparable(other));
    expect(one.status).toBe(200);
  });

  it.each([
    ['without PKCE', { requirePkce: true }, {}, 'invalid_request'],
    [
      'with a plain challenge',
      {},
      { code_challenge: verifier, code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['for a scope that is not registered', {}, { ...PKCE, scope: 'openid egovnrn' }, 'invalid_scope'],
    ['that must be pushed', { requirePushedRequests: true }, PKCE, 'invalid_request'],
    [
      'for a level that cannot be had',
      {},
      { ...PKCE, acr_values: 'urn:be:fedict:iam:fas:Level900' },
      'unmet',
    ],
  ])('%s is refused all the same', async (_what, settings, asked, error) => {
    const person = await fas.signedIn();
    const client = await fas.clientWith({ requirePkce: false, ...settings });
    const browser = new SpecBrowser(fas, person.cookie);
    const { location } = await browser.authorize(client, asked);
    expect(new URL(location).searchParams.get('error')).toContain(error);
  });

  it.each([
    ['a session that ended', ({ uid }: { uid: string }) => fas.services.sessions.end(uid)],
    [
      'a person who was blocked',
      ({ fedId }: { fedId: string }) =>
        fas.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [fedId]),
    ],
    [
      'a key that was put on hold',
      ({ keyId }: { keyId: string }) =>
        fas.database.query(`update digital_keys.digital_key set state = 'suspended' where id = $1`, [keyId]),
    ],
  ])('of %s sends to sign in', async (_who, happens) => {
    const { client, browser, ...person } = await visitor();
    await happens(person);
    const { location } = await browser.authorize(client, PKCE);
    expect(location).toContain('/fas/sign-in/');
  });

  it.each(['SignInCompleted', 'TokensIssued'])(
    'is on record once, as the long way has it: %s',
    async (name) => {
      const { client, browser } = await visitor();
      const before = (await recorded(name, client)).length;
      for (const way of [{}, LONG]) {
        const { location } = await browser.authorize(client, { ...PKCE, ...way });
        expect((await exchange(client, codeIn(location), { form: way })).status).toBe(200);
      }
      await expect.poll(async () => (await recorded(name, client)).length).toBe(before + 2);
      const [short, long] = (await recorded(name, client)).slice(-2);
      expect(short).toEqual(long);
    },
  );
});

describe('a plain exchange', () => {
  const code = async (of: { client: Client; browser: SpecBrowser }) =>
    codeIn((await of.browser.authorize(of.client, PKCE)).location);

  it.each([
    [
      'another verifier',
      { form: { code_verifier: randomBytes(32).toString('base64url') } },
      400,
      'invalid_grant',
    ],
    ['another address', { form: { redirect_uri: `${CALLBACK}/other` } }, 400, 'invalid_grant'],
    ['a code that nobody gave', { form: { code: 'x'.repeat(43) } }, 400, 'invalid_grant'],
    ['another grant', { form: { grant_type: 'password' } }, 400, 'unsupported_grant_type'],
    ['two ways of proving itself', { form: { client_secret: 'other' } }, 400, 'invalid_request'],
  ])('with %s is refused, and says so', async (_what, change, status, error) => {
    const of = await visitor();
    const answer = await exchange(of.client, await code(of), change);
    expect([answer.status, answer.body['error']]).toEqual([status, error]);
  });

  it('with the secret of another is refused, and so is none', async () => {
    const of = await visitor();
    const wrong = { ...of.client, secret: 'wrong' };
    expect((await exchange(wrong, await code(of))).body['error']).toBe('invalid_client');
    const nameless = { form: { client_id: of.client.clientId }, headers: {} };
    expect((await exchange(of.client, await code(of), nameless)).body['error']).toBe('invalid_client');
  });

  it('of a code of another client is refused, though that proves itself', async () => {
    const [mine, yours] = [await visitor(), await visitor()];
    expect((await exchange(yours.client, await code(mine))).body['error']).toBe('invalid_grant');
  });

  it.each([
    ['in the form', { tokenEndpointAuthMethod: 'client_secret_post' as const }],
    ['by nothing, being public', { tokenEndpointAuthMethod: 'none' as const }],
  ])('of a client that proves itself %s', async (_how, settings) => {
    const of = await visitor(settings);
    const { clientId: client_id, secret: client_secret } = of.client;
    const isPublic = settings.tokenEndpointAuthMethod === 'none';
    const form = { client_id, ...(!isPublic && { client_secret }) };
    const [short, long] = [
      await exchange(of.client, await code(of), { form, headers: {} }),
      await exchange(of.client, await code(of), { form: { ...form, ...LONG_FORM }, headers: {} }),
    ];
    expect(short.status).toBe(200);
    expect(comparable(short)).toEqual(comparable(long));
  });

  it('of a code a second time ends what the first one gave (RFC 6749 section 4.1.2)', async () => {
    const of = await visitor();
    const once = await code(of);
    const first = await exchange(of.client, once);
    expect((await exchange(of.client, once)).body['error']).toBe('invalid_grant');
    const response = await fetch(fas.at('/fas/oauth2/userinfo'), {
      headers: { authorization: `Bearer ${String(first.body['access_token'])}` },
    });
    expect(response.status).toBe(401);
  });

  it('of a code at the same moment gives tokens once', async () => {
    const of = await visitor();
    const once = await code(of);
    const answers = await Promise.all(Array.from({ length: 6 }, () => exchange(of.client, once)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    for (const { status, body } of answers) if (status !== 200) expect(body['error']).toBe('invalid_grant');
  });

  it('of a session that ended meanwhile is refused', async () => {
    const of = await visitor();
    const late = await code(of);
    await fas.services.sessions.end(of.uid);
    expect((await exchange(of.client, late)).body['error']).toBe('invalid_grant');
  });

  it('of a client that asks for bound tokens needs the proof', async () => {
    const of = await visitor({ tokenBinding: 'dpop' });
    expect((await exchange(of.client, await code(of))).body['error']).toBe('invalid_grant');
  });
});
