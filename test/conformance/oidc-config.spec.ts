import { request as httpRequest } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuer, OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { formOf, languageOf, PageWalker } from '../support/page-walker.js';
import { signIn } from '../support/sign-in.js';
import { stack } from '../support/stack.js';

type Metadata = Readonly<Record<string, unknown>>;

let metadata: Metadata;
let permits: OidcRelyingParty;
beforeAll(async () => {
  metadata = await json('/.well-known/openid-configuration');
  permits = await OidcRelyingParty.of('permits');
});

async function json(path: string): Promise<Metadata> {
  const response = await fetch(issuer() + path);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^application\/(jwk-set\+)?json/),
  ]);
  return (await response.json()) as Metadata;
}

const list = (name: string): string[] => {
  expect(Array.isArray(metadata[name]), name).toBe(true);
  return metadata[name] as string[];
};

const endpoints = () => Object.entries(metadata).filter(([name]) => /_(endpoint|uri)$/.test(name));

describe('oidcc-discovery-endpoint-verification: what FAS tells of itself', () => {
  it('OC-1 names the issuer exactly as its address', () => {
    expect(metadata['issuer']).toBe(issuer());
    expect(issuer()).not.toMatch(/[?#]|\/$/);
  });

  it('OC-2 names what a client needs, and every endpoint at our own address', () => {
    expect(list('response_types_supported')).toEqual(['code']);
    expect(list('subject_types_supported')).toContain('pairwise');
    expect(list('id_token_signing_alg_values_supported')).toContain('RS256');
    expect(list('scopes_supported')).toContain('openid');
    expect(endpoints().map(([, address]) => new URL(String(address)).origin)).toEqual(
      endpoints().map(() => stack().addresses.fas),
    );
    expect(metadata).toMatchObject({
      authorization_endpoint: `${issuer()}/authorize`,
      token_endpoint: `${issuer()}/access_token`,
      userinfo_endpoint: `${issuer()}/userinfo`,
      introspection_endpoint: `${issuer()}/introspect`,
      revocation_endpoint: `${issuer()}/token/revoke`,
      jwks_uri: `${issuer()}/connect/jwk_uri`,
      end_session_endpoint: `${issuer()}/connect/endSession`,
    });
  });

  it('OC-3 has lists where lists belong, without doubles, and only S256 for PKCE', () => {
    const lists = Object.entries(metadata).filter(([name]) => name.endsWith('_supported'));
    for (const [name, value] of lists) {
      if (typeof value === 'boolean') continue;
      expect(Array.isArray(value) && new Set(value).size === value.length, name).toBe(true);
    }
    expect(list('code_challenge_methods_supported')).toEqual(['S256']);
  });

  it('OC-4 publishes keys that can be told apart, strong, and without their private part', async () => {
    const { keys } = (await json('/connect/jwk_uri')) as { keys: Record<string, string>[] };
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const key of keys) {
      expect(key).toMatchObject({
        use: 'sig',
        kid: expect.any(String) as string,
        alg: expect.any(String) as string,
      });
      expect(
        Object.keys(key).filter((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'].includes(name)),
      ).toEqual([]);
      if (key['kty'] === 'RSA')
        expect(Buffer.from(key['n'] ?? '', 'base64url').length).toBeGreaterThanOrEqual(256);
    }
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length);
  });

  it('OC-6 says the same at the address of OAuth', async () => {
    expect(await json('/.well-known/oauth-authorization-server')).toEqual(metadata);
  });

  it.each([
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'gopher', 'x-forwarded-prefix': '/evil' },
    { forwarded: 'host=evil.example;proto=https' },
    { 'x-original-host': 'evil.example', 'x-forwarded-port': '1' },
  ])('OC-7 does not take its address from %o', async (headers) => {
    const { fas } = stack().addresses;
    const body = await new Promise<string>((resolve, reject) => {
      const address = new URL('/fas/oauth2/.well-known/openid-configuration', fas);
      httpRequest(address, { headers }, (response) => {
        let text = '';
        response.on('data', (part) => (text += String(part)));
        response.on('end', () => resolve(text));
      })
        .on('error', reject)
        .end();
    });
    expect(JSON.parse(body)).toEqual(metadata);
  });
});

describe('OC-5 what is advertised works, and what is not is refused', () => {
  it('oidcc-request-uri-signed-rs256: request objects by value for clients that sign them, and none by reference', async () => {
    expect(metadata).toMatchObject({
      request_parameter_supported: true,
      request_uri_parameter_supported: false,
      request_object_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'EdDSA'],
    });
    const { url } = await permits.begin({ request: 'e30.e30.' });
    expect(returned(await new PageWalker().open(url))['error']).toBe('request_not_supported');
  });

  it('grants and ways of answering', () => {
    expect(list('grant_types_supported').toSorted()).toEqual([
      'authorization_code',
      // For programs of agencies, which have no other.
      'client_credentials',
      'refresh_token',
    ]);
    expect(list('response_modes_supported').toSorted()).toEqual([
      'form_post',
      'form_post.jwt',
      'fragment',
      'fragment.jwt',
      'jwt',
      'query',
      'query.jwt',
    ]);
    expect(metadata['registration_endpoint']).toBeUndefined();
  });

  it('ways of authenticating, and where clients with certificates call', () => {
    expect(list('token_endpoint_auth_methods_supported').toSorted()).toEqual([
      'client_secret_basic',
      'client_secret_post',
      'none',
      'private_key_jwt',
      'self_signed_tls_client_auth',
    ]);
    for (const endpoint of ['introspection', 'revocation'])
      expect(list(`${endpoint}_endpoint_auth_methods_supported`)).toEqual(
        list('token_endpoint_auth_methods_supported'),
      );
    const { card } = stack().addresses;
    expect(metadata).toMatchObject({
      tls_client_certificate_bound_access_tokens: true,
      mtls_endpoint_aliases: { token_endpoint: `${card}/fas/oauth2/access_token` },
    });
  });

  it('algorithms: no symmetric one, and none that is weak', () => {
    const offered = Object.entries(metadata).filter(([name]) => name.endsWith('_alg_values_supported'));
    expect(offered.length).toBeGreaterThan(5);
    const all = new Set(offered.flatMap(([, values]) => values as string[]));
    expect([...all].toSorted()).toEqual([
      'ECDH-ES',
      'ECDH-ES+A256KW',
      'ES256',
      'EdDSA',
      'PS256',
      'RS256',
      'RSA-OAEP-256',
    ]);
    expect(list('dpop_signing_alg_values_supported')).not.toContain('RS256');
  });

  it('oidcc-frontchannel, oidcc-session-management: nothing that hangs on cookies of third parties', async () => {
    expect(Object.keys(metadata).filter((name) => /frontchannel|check_session/.test(name))).toEqual([]);
    for (const path of ['/connect/checkSession', '/connect/check_session', '/session/check'])
      expect((await fetch(issuer() + path)).status).toBe(404);
  });

  it('nobody can register a client', async () => {
    for (const path of ['/reg', '/register', '/connect/register', '/registration']) {
      const { status } = await fetch(issuer() + path, { method: 'POST', body: '{"redirect_uris":[]}' });
      expect([401, 404]).toContain(status);
    }
  });

  it('an answer in the fragment, and one as a form, without script too', async () => {
    const walker = new PageWalker();
    const login = await permits.begin({ response_mode: 'fragment' });
    const inFragment = await signIn(walker, await walker.open(login.url), 'bram-boterkoek');
    const values = new URLSearchParams(inFragment.location?.hash.slice(1));
    expect([values.get('state'), values.get('iss')]).toEqual([login.state, issuer()]);

    const second = await permits.begin({ response_mode: 'form_post' });
    const page = await walker.open(second.url);
    const { action, fields, method } = formOf(page);
    expect([action.href, method]).toEqual([permits.redirectUri, 'post']);
    expect(fields).toMatchObject({ state: second.state, iss: issuer(), code: expect.any(String) as string });
    expect(page.headers.get('content-security-policy')).toContain(
      `form-action 'self' ${new URL(permits.redirectUri).origin};`,
    );
    const none = await permits.begin({ response_mode: 'form_post', prompt: 'none' });
    expect(formOf(await new PageWalker().open(none.url)).fields).toMatchObject({ error: 'login_required' });
  });

  it('response_mode=web_message is refused', async () => {
    const { url } = await permits.begin({ response_mode: 'web_message' });
    expect(returned(await new PageWalker().open(url))).toMatchObject({ error: 'unsupported_response_mode' });
  });

  it.each(['jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'])(
    'response_mode=%s brings the answer signed, also that of an error',
    async (mode) => {
      const login = await permits.begin({ response_mode: mode, prompt: 'none' });
      const answer = await new PageWalker().open(login.url);
      const response =
        mode === 'form_post.jwt'
          ? formOf(answer).fields['response']
          : (answer.location?.searchParams.get('response') ??
            new URLSearchParams(answer.location?.hash.slice(1)).get('response'));
      const keys = createRemoteJWKSet(new URL(String(metadata['jwks_uri'])));
      const { payload } = await jwtVerify(response ?? '', keys, {
        issuer: issuer(),
        audience: permits.clientId,
      });
      expect(payload).toMatchObject({ state: login.state, error: 'login_required' });
    },
  );

  it('every prompt and language that is advertised is understood, and another prompt is not', async () => {
    expect(list('ui_locales_supported')).toEqual(['nl', 'fr', 'de', 'en']);
    for (const language of list('ui_locales_supported')) {
      const { url } = await permits.begin({ ui_locales: language });
      expect(languageOf(await new PageWalker().open(url))).toBe(language);
    }
    const errorOf = async (prompt: string) =>
      returned(await new PageWalker().open((await permits.begin({ prompt })).url))['error'];
    const answers = await Promise.all(list('prompt_values_supported').map(errorOf));
    // The others show a page.
    expect(answers).toEqual(['login_required', undefined, undefined, undefined]);
    expect(await errorOf('create')).toBe('invalid_request');
  });

  it('every class in acr_values_supported is known', async () => {
    for (const acr of list('acr_values_supported')) {
      const { url } = await permits.begin({ acr_values: acr, prompt: 'none' });
      expect(['login_required', 'unmet_authentication_requirements']).toContain(
        returned(await new PageWalker().open(url))['error'],
      );
    }
  });

  it('scopes and claims are those of the catalogue', () => {
    expect(list('scopes_supported')).toEqual(
      expect.arrayContaining(['openid', 'profile', 'egovnrn', 'citizen', 'enterprise']),
    );
    expect(list('claims_supported')).toEqual(
      expect.arrayContaining([
        'sub',
        'iss',
        'acr',
        'amr',
        'auth_time',
        'egovNRN',
        'givenName',
        'surname',
        'mail',
      ]),
    );
  });

  it('OS-8 other sites may read what is public, and nothing at the sign-in itself', async () => {
    const origin = 'https://elsewhere.example';
    const allowed = async (path: string, method = 'GET') => {
      const { headers } = await fetch(issuer() + path, { method, redirect: 'manual', headers: { origin } });
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      return headers.get('access-control-allow-origin');
    };
    expect(['*', origin]).toContain(await allowed('/.well-known/openid-configuration'));
    expect(['*', origin]).toContain(await allowed('/connect/jwk_uri'));
    expect(await allowed('/authorize')).toBeNull();
    expect(await allowed('/authorize', 'OPTIONS')).toBeNull();
    const token = await fetch(`${issuer()}/access_token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x' }),
      headers: { origin, authorization: permits.basic },
    });
    expect(token.headers.get('access-control-allow-origin')).toBeNull();
  });
});
