import { randomBytes } from 'node:crypto';
import * as oidc from 'openid-client';
import type { Answer } from './page-walker.js';
import { registerApplication, type ApplicationToRegister } from './register-application.js';
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

export interface RelyingPartySettings extends Omit<ApplicationToRegister, 'oidc' | 'saml'> {
  readonly oidc?: Readonly<Record<string, unknown>>;
}

export const ISSUER = (): string => `${stack().addresses.fas}/fas/oauth2`;

/** A service that signs people in over OpenID Connect, written with the stock client. */
export class OidcRelyingParty {
  private constructor(
    /** Id of the application. */
    readonly id: string,
    readonly clientId: string,
    readonly clientSecret: string,
    readonly redirectUri: string,
    readonly configuration: oidc.Configuration,
  ) {}

  /** Registers the service and reads what FAS tells of itself. */
  static async register(settings: RelyingPartySettings = {}): Promise<OidcRelyingParty> {
    const clientId = `test-${randomBytes(5).toString('hex')}`;
    const clientSecret = randomBytes(24).toString('base64url');
    const base = `https://${clientId}.example`;
    const redirectUri = `${base}/callback`;
    const id = await registerApplication({
      ...settings,
      oidc: {
        clientId,
        clientSecret,
        redirectUris: [redirectUri],
        postLogoutRedirectUris: [`${base}/signed-out`],
        scopes: ['openid', 'profile', 'egovnrn'],
        ...settings.oidc,
      },
    });
    const configuration = await oidc.discovery(
      new URL(ISSUER()),
      clientId,
      {},
      clientAuthentication(settings.oidc?.['tokenEndpointAuthMethod'], clientSecret),
      { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] },
    );
    return new OidcRelyingParty(id, clientId, clientSecret, redirectUri, configuration);
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
    if (back.location === undefined) throw new Error(`${back.url.pathname} (${back.status}) leads nowhere`);
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

  /** A request to an endpoint of FAS by hand, with this client's own credentials. */
  async call(path: string, fields: Parameters, credentials = this.basic): Promise<JsonAnswer> {
    const response = await fetch(`${ISSUER()}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { ...(credentials !== '' && { authorization: credentials }) },
    });
    return jsonAnswer(response);
  }

  get basic(): string {
    return `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')}`;
  }
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export async function jsonAnswer(response: Response): Promise<JsonAnswer> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? {} : (JSON.parse(text) as JsonAnswer['body']),
  };
}

/** What the ID token says; every sign-in has one. */
export function claimsOf(tokens: Tokens): oidc.IDToken {
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('There is no ID token.');
  return claims;
}

/** The parameters with which the browser came back to the service. */
export function returned({ location, url, status }: Answer): Record<string, string> {
  if (location === undefined) throw new Error(`${url.pathname} (${status}) leads nowhere`);
  return Object.fromEntries(location.searchParams);
}

function clientAuthentication(method: unknown, secret: string): oidc.ClientAuth {
  if (method === 'none') return oidc.None();
  return method === 'client_secret_post' ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
}
