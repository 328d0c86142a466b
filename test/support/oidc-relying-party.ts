import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import * as oidc from 'openid-client';
import { titleOf, type Answer } from './page-walker.js';
import { registerApplication, scratchFolder, type ApplicationToRegister } from './register-application.js';
import { stack } from './stack.js';

export type Parameters = Readonly<Record<string, string>>;

/** A sign-in that was begun. */
export interface Login {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/** Services that specs share, so that each is registered once in a run. */
const SERVICES = {
  /** Older than PKCE. May have the number and the name; userinfo comes signed. Shares its sector with `tax`. */
  permits: {
    name: 'Permits',
    attributes: ['egovNRN', 'givenName', 'surname', 'mail'],
    oidc: { sectorIdentifier: 'sector.example', requirePkce: false },
  },
  /** May have the given name only, and no scope beyond `profile`; userinfo comes as JSON. */
  library: {
    name: 'Library',
    attributes: ['givenName'],
    oidc: {
      tokenEndpointAuthMethod: 'client_secret_post',
      userinfoFormat: 'json',
      scopes: ['openid', 'profile'],
    },
  },
  /** Takes nothing below level 400. */
  tax: {
    name: 'Tax return',
    minimumLevel: 400,
    oidc: { sectorIdentifier: 'sector.example' },
  },
  /** Needs no proven identity. */
  forum: {
    name: 'Open forum',
    minimumLevel: 100,
    keys: ['selfreg', 'password', 'totp', 'eid'],
    contexts: ['citizen', 'enterprise'],
    attributes: ['mail', 'prefLanguage'],
  },
  /** A public client, which has no secret and must use PKCE. */
  mobile: {
    name: 'Mobile app',
    contexts: ['citizen', 'enterprise'],
    oidc: {
      clientSecret: undefined,
      tokenEndpointAuthMethod: 'none',
      subjectType: 'public',
      scopes: ['openid', 'citizen', 'enterprise'],
    },
  },
  /** Takes recognised identity services too, and nothing of the person but who it is. */
  hub: {
    name: 'Counter of the hub',
    keys: ['itsme', 'service-vouch', 'totp', 'password'],
    oidc: { subjectType: 'public' },
  },
  /** Has a key instead of a secret. */
  vault: { name: 'Vault', oidc: { clientSecret: undefined, tokenEndpointAuthMethod: 'private_key_jwt' } },
} as const satisfies Record<string, RelyingPartySettings>;

export interface RelyingPartySettings extends Omit<ApplicationToRegister, 'oidc' | 'saml'> {
  readonly oidc?: Readonly<Record<string, unknown>>;
}

interface Registration {
  /** Of the application. */
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of the client that signs; the others do not use theirs. */
  readonly privateKey: JWK;
}

export const issuer = (): string => `${stack().addresses.fas}/fas/oauth2`;

/** A service that signs people in over OpenID Connect, written with the stock client. */
export class OidcRelyingParty {
  readonly id: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Registered too; its query is part of it. */
  readonly redirectUriWithQuery: string;
  readonly signedOutUri: string;

  private constructor(
    private readonly registration: Registration,
    readonly configuration: oidc.Configuration,
  ) {
    this.id = registration.id;
    this.clientId = registration.clientId;
    const addresses = addressesOf(registration.clientId);
    [this.redirectUri, this.redirectUriWithQuery] = addresses.redirectUris;
    this.signedOutUri = addresses.signedOutUri;
  }

  /** A service of the list above, registered when it is not there yet. */
  static async of(name: keyof typeof SERVICES): Promise<OidcRelyingParty> {
    const settings: RelyingPartySettings = SERVICES[name];
    const file = join(scratchFolder(), `service-${name}.json`);
    if (!existsSync(file)) writeFileSync(file, JSON.stringify(await register(settings)));
    const registration = JSON.parse(readFileSync(file, 'utf8')) as Registration;
    const { clientId } = registration;
    const configuration = await oidc.discovery(
      new URL(issuer()),
      clientId,
      {},
      await clientAuthentication(settings.oidc?.['tokenEndpointAuthMethod'], registration),
      // Loopback without TLS; and signatures are checked although they came straight from FAS.
      { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] },
    );
    return new OidcRelyingParty(registration, configuration);
  }

  /** Where the service sends its user to sign in: code flow, PKCE, state and nonce. */
  async begin(wishes: Parameters = {}): Promise<Login> {
    const login = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.redirectUri,
      scope: 'openid',
      state: login.state,
      nonce: login.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(login.codeVerifier),
      code_challenge_method: 'S256',
      ...wishes,
    });
    return { ...login, url };
  }

  /** Exchanges the code that came back, with every check of the stock client. */
  finish({ state, nonce, codeVerifier }: Login, back: Answer): Promise<Tokens> {
    if (back.location === undefined) {
      throw new Error(`Not sent back to the service: ${back.url.pathname} (${back.status}) ${titleOf(back)}`);
    }
    return oidc.authorizationCodeGrant(this.configuration, back.location, {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
  }

  userinfo(tokens: Tokens): Promise<oidc.UserInfoResponse> {
    return oidc.fetchUserInfo(this.configuration, tokens.access_token, claimsOf(tokens).sub);
  }

  /** A request to an endpoint of FAS by hand, with this client's credentials unless others are given. */
  async call(path: string, fields: Parameters, authorization = this.basic): Promise<JsonAnswer> {
    const response = await fetch(`${issuer()}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: authorization === '' ? {} : { authorization },
    });
    return jsonAnswer(response);
  }

  /** With which the client signs. */
  signingKey(): Promise<{ key: CryptoKey; kid: string }> {
    return keyOf(this.registration.privateKey);
  }

  get basic(): string {
    const { clientId, clientSecret } = this.registration;
    return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  }
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function jsonAnswer(response: Response): Promise<JsonAnswer> {
  const text = await response.text();
  const body = text === '' ? {} : (JSON.parse(text) as JsonAnswer['body']);
  return { status: response.status, headers: response.headers, body };
}

/** What the ID token says; every sign-in has one. */
export function claimsOf(tokens: Tokens): oidc.IDToken {
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('There is no ID token.');
  return claims;
}

/** The parameters with which the browser came back to the service; empty when it did not. */
export const returned = ({ location }: Pick<Answer, 'location'>): Record<string, string> =>
  Object.fromEntries(location?.searchParams ?? []);

function addressesOf(clientId: string) {
  const base = `https://${clientId}.example`;
  const redirectUri = `${base}/callback`;
  return {
    // The last one on another host: that is no sector of its own.
    redirectUris: [
      redirectUri,
      `${redirectUri}?tenant=1`,
      `https://${clientId}.other.example/callback`,
    ] as const,
    signedOutUri: `${base}/signed-out`,
  };
}

async function register({ oidc: settings, ...application }: RelyingPartySettings): Promise<Registration> {
  const clientId = `test-${randomBytes(5).toString('hex')}`;
  const clientSecret = randomBytes(24).toString('base64url');
  const { redirectUris, signedOutUri } = addressesOf(clientId);
  const pair = await generateKeyPair('RS256', { extractable: true });
  const named = { kid: 'key-1', alg: 'RS256', use: 'sig' };
  const id = await registerApplication({
    ...application,
    oidc: {
      clientId,
      clientSecret,
      redirectUris,
      postLogoutRedirectUris: [signedOutUri],
      scopes: ['openid', 'profile', 'egovnrn'],
      ...(settings?.['tokenEndpointAuthMethod'] === 'private_key_jwt' && {
        jwks: { keys: [{ ...(await exportJWK(pair.publicKey)), ...named }] },
      }),
      ...settings,
    },
  });
  return { id, clientId, clientSecret, privateKey: { ...(await exportJWK(pair.privateKey)), ...named } };
}

async function clientAuthentication(
  method: unknown,
  { clientSecret: secret, privateKey }: Registration,
): Promise<oidc.ClientAuth> {
  if (method === 'none') return oidc.None();
  if (method === 'private_key_jwt') return oidc.PrivateKeyJwt(await keyOf(privateKey));
  return method === 'client_secret_post' ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
}

async function keyOf(jwk: JWK): Promise<{ key: CryptoKey; kid: string }> {
  return { key: (await importJWK(jwk, 'RS256')) as CryptoKey, kid: jwk.kid ?? '' };
}
