import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fedIdOf } from '../support/person-state.js';
import {
  claimsOf,
  issuer,
  OidcRelyingParty,
  returned,
  type Parameters,
} from '../support/oidc-relying-party.js';
import { PageWalker, titleOf } from '../support/page-walker.js';
import { registerApplication } from '../support/register-application.js';
import { proveKey, signIn } from '../support/sign-in.js';
import { SigningClient } from '../support/signing-client.js';
import { rows } from '../support/stack-database.js';

// Rows about OpenID Connect that need more than one message: RFC 9700 (OS) and what a government asks (OG).

let permits: OidcRelyingParty;
let library: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  library = await OidcRelyingParty.of('library');
});

async function signedIn(id: string, service = permits, wishes: Parameters = {}) {
  const walker = new PageWalker();
  const login = await service.begin(wishes);
  const tokens = await service.finish(login, await signIn(walker, await walker.open(login.url), id));
  return { walker, tokens };
}

describe('OS-2 an address in a parameter', () => {
  it.each([
    'returnTo',
    'RelayState',
    'next',
    'goto',
    'logo_uri',
    'target_link_uri',
    'post_logout_redirect_uri',
  ])('%s leads nobody away, on any page', async (name) => {
    const evil = `https://evil.example/${name}`;
    const walker = new PageWalker();
    const { url } = await permits.begin();
    url.searchParams.set(name, evil);
    const page = await walker.open(url);
    expect([page.location, page.body.includes('evil.example')]).toEqual([undefined, false]);
    for (const path of ['/fas/', '/fas/help', '/fas/oauth2/connect/endSession']) {
      const answer = await walker.open(`${path}?${new URLSearchParams({ [name]: evil })}`);
      expect([answer.location, answer.body.includes('href="https://evil.example')]).toEqual([
        undefined,
        false,
      ]);
    }
  });
});

const add = (oidc: object) =>
  registerApplication({
    oidc: { clientId: 'refused', clientSecret: 'long enough to be a secret', scopes: ['openid'], ...oidc },
  });

async function newClient(): Promise<string> {
  const clientId = `row-${randomBytes(5).toString('hex')}`;
  await add({ clientId, redirectUris: ['https://s.example/'] });
  return clientId;
}

describe('OS-7, OS-13, OG-9 a registration', () => {
  it.each<[string, object, string]>([
    ['OS-7', { redirectUris: ['http://service.example/callback'] }, 'redirectUris'],
    [
      'oidcc-redirect-uri-regfrag',
      { redirectUris: ['https://service.example/callback#here'] },
      'redirectUris',
    ],
    [
      'oidcc-3rd_party-init-login-nohttps',
      { redirectUris: ['https://s.example/'], initiateLoginUri: 'http://s.example/' },
      'initiateLoginUri',
    ],
    [
      'oidcc-registration-sector-bad',
      { redirectUris: ['https://s.example/'], sectorIdentifier: 'https://s.example/x' },
      'sectorIdentifier',
    ],
    ['oidcc-idtoken-unsigned', { redirectUris: ['https://s.example/'], signingAlg: 'none' }, 'signingAlg'],
    [
      'profile high with a secret',
      { redirectUris: ['https://s.example/'], profile: 'high' },
      'tokenEndpointAuthMethod',
    ],
    ...['logo_uri', 'policy_uri', 'tos_uri'].map(
      (name) =>
        [
          `oidcc-registration-${name.replace('_', '-')}`,
          { redirectUris: ['https://s.example/'], [name]: 'https://s.example/x' },
          name,
        ] satisfies [string, object, string],
    ),
  ])('%s: with %j is refused, and told why', async (_, oidc, field) => {
    await expect(add(oidc)).rejects.toThrow(field);
  });

  it.each([
    ['oidcc-3rd_party-init-login', { initiateLoginUri: 'https://s.example/begin' }],
    ['oidcc-registration-sector-uri', { sectorIdentifier: 's.example' }],
  ])('%s: with %j is taken', async (name, oidc) => {
    const clientId = `${name}-${Date.now()}`;
    await expect(add({ clientId, redirectUris: ['https://s.example/'], ...oidc })).resolves.toMatch(/\w/);
  });

  it('OS-13 no client can be taken for a person', async () => {
    const { tokens } = await signedIn('bram-boterkoek');
    const { sub } = claimsOf(tokens);
    expect([permits.clientId, library.clientId]).not.toContain(sub);
    const walker = new PageWalker();
    const { url } = await permits.begin();
    url.searchParams.set('client_id', sub);
    expect((await walker.open(url)).status).toBe(400);
  });
});

describe('OS-4 every answer says who gives it', () => {
  it('of a code and of an error', async () => {
    const { walker } = await signedIn('bram-boterkoek');
    const requests: Parameters[] = [
      {},
      { prompt: 'none', acr_values: 'urn:be:fedict:iam:fas:eid' },
      { max_age: 'x' },
    ];
    for (const wishes of requests) {
      const back = await walker.open((await permits.begin(wishes)).url);
      expect(returned(back)['iss']).toBe(issuer());
    }
  });
});

describe('OS-10 a token in the place of another', () => {
  it('an access token is no hint, and an ID token of another client neither', async () => {
    const { walker, tokens } = await signedIn('bram-boterkoek');
    for (const hint of [tokens.access_token, 'x.y.z', `${tokens.id_token}x`]) {
      const { url } = await permits.begin({ prompt: 'none', id_token_hint: hint });
      expect(returned(await walker.open(url))['error']).toBe('invalid_request');
    }
    const foreign = await library.begin({ prompt: 'none', id_token_hint: tokens.id_token ?? '' });
    expect(returned(await walker.open(foreign.url))['error']).toBe('invalid_request');
  });
});

describe('OS-12 a service that sends the same values each time', () => {
  it('goes on working, and is told of in the record at the tenth time', async () => {
    const clientId = await newClient();
    const { walker } = await signedIn('bram-boterkoek');
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://s.example/',
      nonce: 'always',
      code_challenge: 'c'.repeat(43),
      code_challenge_method: 'S256',
    });
    for (let time = 1; time <= 10; time += 1)
      expect(returned(await walker.open(`${issuer()}/authorize?${query}`))['code']).toMatch(/\w/);
    const told = () =>
      rows(
        `select data->>'parameter' as parameter from audit.event
          where name = 'ConstantValueSeen' and data->>'client' = $1 order by 1`,
        [clientId],
      );
    await expect
      .poll(told, { timeout: 5_000 })
      .toEqual([{ parameter: 'code_challenge' }, { parameter: 'nonce' }]);
  });
});

describe('OG-3 a request that was pushed', () => {
  it('counts as it was pushed, whatever the address says', async () => {
    const client = await SigningClient.register({}, { name: 'Tampered' });
    const walker = new PageWalker();
    const { uri, verifier } = await client.push({ acr_values: 'urn:be:fedict:iam:fas:citizen:Level400' });
    const url = client.authorizeUrl(uri);
    url.searchParams.set('acr_values', 'urn:be:fedict:iam:fas:citizen:Level200');
    url.searchParams.set('state', 'another');
    const page = await proveKey(walker, await walker.open(url), 'an-appelmoes', 'password').catch(async () =>
      walker.open(url),
    );
    expect(returned(page)['code']).toBeUndefined();
    const back = await signIn(walker, page, 'an-appelmoes', 'totp');
    expect(returned(back)['state']).toBe('a-state');
    const { body } = await client.redeem({ code: returned(back)['code'] ?? '', verifier });
    const [, payload = ''] = String(body['id_token']).split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      acr: 'urn:be:fedict:iam:fas:citizen:Level400',
    });
  });
});

describe('OG-7 an authorisation that is withdrawn', () => {
  it('takes the claim along at the next call', async () => {
    const { tokens } = await signedIn('bram-boterkoek', library, { scope: 'openid profile' });
    const sub = claimsOf(tokens).sub;
    expect(await library.userinfo(tokens)).toEqual({ sub, givenName: 'Bram' });
    const [{ was } = { was: '' }] = await rows<{ was: string }>(
      `select attributes::text as was from agencies.application where oidc->>'clientId' = $1`,
      [library.clientId],
    );
    const set = (attributes: string) =>
      rows(`update agencies.application set attributes = $2::jsonb where oidc->>'clientId' = $1`, [
        library.clientId,
        attributes,
      ]);
    await set('[]');
    try {
      await expect.poll(() => library.userinfo(tokens), { timeout: 3_000 }).toEqual({ sub });
    } finally {
      await set(was);
    }
    await expect.poll(() => library.userinfo(tokens), { timeout: 3_000 }).toEqual({ sub, givenName: 'Bram' });
  });
});

describe('prompt', () => {
  it('consent shows again what the service receives, and not going on is a refusal', async () => {
    const { walker } = await signedIn('bram-boterkoek', permits, { scope: 'openid profile' });
    const asked = async () =>
      walker.open((await permits.begin({ scope: 'openid profile', prompt: 'consent' })).url);
    const page = await asked();
    expect(page.url.pathname).toMatch(/\/information$/);
    expect(returned(await walker.submit(page, { decision: 'continue' }))['code']).toMatch(/\w/);
    const again = await asked();
    expect(titleOf(again)).toBe(titleOf(page));
    expect(returned(await walker.submit(again, { decision: 'cancel' }))['error']).toBe('access_denied');
  });

  it('select_account lets somebody else sign in, and one that nobody knows is refused', async () => {
    const { walker } = await signedIn('bram-boterkoek');
    const login = await permits.begin({ prompt: 'select_account' });
    const page = await walker.open(login.url);
    expect([page.status, page.location]).toEqual([200, undefined]);
    const back = await signIn(walker, page, 'bram-boterkoek');
    expect(claimsOf(await permits.finish(login, back)).auth_time).toBeDefined();
    const { url } = await permits.begin({ prompt: 'create' });
    expect(returned(await walker.open(url))['error']).toBe('invalid_request');
  });

  it('with a hint at one person, the sign-in of another is refused', async () => {
    const { tokens } = await signedIn('bram-boterkoek');
    const hint = { id_token_hint: tokens.id_token ?? '' };
    const visitor = new PageWalker();
    const first = await permits.begin(hint);
    const back = await signIn(visitor, await visitor.open(first.url), 'chantal-chicon');
    expect(returned(back)).toMatchObject({ error: 'login_required', state: first.state });
    const own = new PageWalker();
    const second = await permits.begin(hint);
    const right = await signIn(own, await own.open(second.url), 'bram-boterkoek');
    expect(claimsOf(await permits.finish(second, right)).sub).toBe(claimsOf(tokens).sub);
  });
});

describe('XS-22 nothing links two agencies', () => {
  it('neither sub, sid, code, tokens nor what userinfo says', async () => {
    const { walker, tokens } = await signedIn('bram-boterkoek', permits, { scope: 'openid' });
    const login = await library.begin({ scope: 'openid' });
    const back = await walker.open(login.url);
    const page = back.location === undefined ? await walker.submit(back, { decision: 'continue' }) : back;
    const others = await library.finish(login, page);
    const values = (of: typeof tokens) => {
      const {
        aud: _aud,
        iss: _iss,
        acr: _acr,
        amr: _amr,
        auth_time: _at,
        iat: _iat,
        exp: _exp,
        ...rest
      } = claimsOf(of);
      return [...Object.values(rest), of.access_token].map(String);
    };
    expect(values(tokens).filter((value) => values(others).includes(value))).toEqual([]);
    const all = JSON.stringify([claimsOf(tokens), claimsOf(others), await library.userinfo(others)]);
    expect(all).not.toContain(fedIdOf('bram-boterkoek'));
  });
});
