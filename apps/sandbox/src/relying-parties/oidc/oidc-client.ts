import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { DEMO_OIDC_CLIENT_ID, DemoWorld } from '#libs/testing';
import { SandboxSettings } from '../../sandbox-settings.js';
import { classSatisfies } from '../level-class.js';
import { recordingFetch, type RecordedCall } from './recorded-call.js';
import type { OidcOptions } from './sign-in-options.js';

/** A sign-in that is under way. */
export interface PendingSignIn {
  readonly options: OidcOptions;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The first message. */
  readonly request: string;
}

/** Everything that came back. */
export interface OidcAnswer {
  readonly request: string;
  /** The parameters with which the browser came back. */
  readonly returned: Readonly<Record<string, string>>;
  readonly calls: readonly RecordedCall[];
  readonly claims: Readonly<Record<string, unknown>>;
  readonly tokenResponse: Readonly<Record<string, unknown>>;
  readonly idToken: string;
  readonly idTokenHeader: unknown;
  readonly userinfo: Readonly<Record<string, unknown>>;
  /** As it came: a signed JWT, or JSON. */
  readonly userinfoBody: string;
  readonly userinfoHeader?: unknown;
}

/** The client that every agency would write: code flow, PKCE, client_secret_basic, signed userinfo. */
@Injectable()
export class OidcClient {
  private known: Promise<oidc.Configuration> | undefined;

  constructor(
    private readonly settings: SandboxSettings,
    private readonly world: DemoWorld,
  ) {}

  get issuer(): string {
    return `${this.settings.fasBaseUrl}/fas/oauth2`;
  }

  async begin(options: OidcOptions): Promise<{ url: URL; pending: PendingSignIn }> {
    const configuration = await this.configuration();
    const pending = {
      options,
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      codeVerifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.settings.baseUrl}/rp/oidc/callback`,
      scope: options.scope,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: 'S256',
      ...(options.levelClass !== undefined && { acr_values: options.levelClass }),
      ...(options.prompt !== undefined && { prompt: options.prompt }),
      ...(options.maxAge !== undefined && { max_age: options.maxAge }),
      ...(options.language !== undefined && { ui_locales: options.language }),
    });
    return { url, pending: { ...pending, request: url.href } };
  }

  /** @throws when FAS answered with an error or the answer does not hold */
  async complete(pending: PendingSignIn, path: string): Promise<OidcAnswer> {
    const configuration = await this.configuration();
    const calls: RecordedCall[] = [];
    configuration[oidc.customFetch] = recordingFetch(calls);
    const back = new URL(path, this.settings.baseUrl);
    const tokens = await oidc.authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: pending.codeVerifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
      ...(pending.options.maxAge !== undefined && { maxAge: Number(pending.options.maxAge) }),
    });
    const { claims, idToken } = identityIn(tokens, pending.options);
    const userinfo = await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    const { userinfo_endpoint: address } = configuration.serverMetadata();
    const userinfoBody = calls.find(({ url }) => url === address)?.body ?? '';
    return {
      request: pending.request,
      returned: Object.fromEntries(back.searchParams),
      calls,
      claims,
      tokenResponse: tokens,
      idToken,
      idTokenHeader: decodeProtectedHeader(idToken),
      userinfo: isJwt(userinfoBody) ? decodeJwt(userinfoBody) : userinfo,
      userinfoBody,
      ...(isJwt(userinfoBody) && { userinfoHeader: decodeProtectedHeader(userinfoBody) }),
    };
  }

  async signOutUrl(idToken: string): Promise<URL> {
    return oidc.buildEndSessionUrl(await this.configuration(), {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${this.settings.baseUrl}/rp/oidc/`,
    });
  }

  /** A new one for each sign-in, since it carries that sign-in's fetch; discovery itself is done once. */
  private async configuration(): Promise<oidc.Configuration> {
    this.known ??= this.discover();
    try {
      const discovered = await this.known;
      const configuration = new oidc.Configuration(
        discovered.serverMetadata(),
        DEMO_OIDC_CLIENT_ID,
        {},
        oidc.ClientSecretBasic(this.world.clientSecret(DEMO_OIDC_CLIENT_ID)),
      );
      this.prepare(configuration);
      return configuration;
    } catch (error) {
      this.known = undefined;
      throw error;
    }
  }

  private discover(): Promise<oidc.Configuration> {
    return oidc.discovery(
      new URL(this.issuer),
      DEMO_OIDC_CLIENT_ID,
      {},
      oidc.ClientSecretBasic(this.world.clientSecret(DEMO_OIDC_CLIENT_ID)),
      { execute: this.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [] },
    );
  }

  /** Signatures of ID token and userinfo are always checked; http is for the loopback address of a demo only. */
  private prepare(configuration: oidc.Configuration): void {
    oidc.enableNonRepudiationChecks(configuration);
    if (this.issuer.startsWith('http:')) oidc.allowInsecureRequests(configuration);
  }
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/** The ID token, once the level in it is known to be what was asked: openid-client does not compare it. */
function identityIn(tokens: Tokens, { levelClass }: OidcOptions) {
  const claims = tokens.claims();
  if (claims === undefined || tokens.id_token === undefined) throw new Error('The answer holds no ID token.');
  const given = String(claims['acr']);
  if (!classSatisfies(given, levelClass, 'minimum'))
    throw new Error(`Asked for ${levelClass}, and got ${given}.`);
  return { claims, idToken: tokens.id_token };
}

const isJwt = (body: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(body);
