import { Provider, errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { ATTRIBUTES } from '#libs/attributes';
import { CONTEXTS, formatClassReference, LEVELS } from '#libs/loa';
import { hashToken, constantTimeEqual, type SigningKey } from '#libs/security';
import type { Authorization } from './authorization/authorization.js';
import type { SubjectRule } from './authorization/subject.js';
import type { OidcAdapters } from './store/adapters.js';
import { RingKey } from './ring-key.js';
import type { AnswerStore } from './store/answer.store.js';

export interface ProviderServices {
  readonly issuer: string;
  /** Active key first. */
  readonly keys: readonly SigningKey[];
  readonly adapters: OidcAdapters;
  readonly answers: AnswerStore;
  readonly authorization: Authorization;
  readonly subjectOf: SubjectRule;
  /** Client ids whose application demands PKCE. */
  readonly requiresPkce: (clientId: string) => boolean;
  readonly sessionCookie: string;
  readonly secure: boolean;
  readonly journeyMinutes: number;
  readonly sessionHours: number;
  readonly pages: Pick<Configuration, 'renderError'> & {
    readonly confirmSignOut: (ctx: KoaContextWithOIDC, form: string) => Promise<void> | void;
    readonly signedOut: (ctx: KoaContextWithOIDC) => Promise<void> | void;
    readonly formPost: (ctx: KoaContextWithOIDC, address: string, fields: Record<string, unknown>) => void;
    /** After the provider did its work, for what it leaves open. */
    readonly finish: (ctx: KoaContextWithOIDC) => Promise<void> | void;
  };
}

const MINUTE = 60;
const ACR_VALUES = LEVELS.flatMap((level) => [
  formatClassReference({ kind: 'level', level, context: null }),
  ...CONTEXTS.map((context) => formatClassReference({ kind: 'level', level, context })),
]);

/** Claims by scope, from the catalogue of attributes (DOMAIN: scopes of the real FAS). */
function claimsByScope(): Record<string, string[]> {
  // How the person signed in belongs to every ID token, asked or not (DOMAIN: acr and amr of the real FAS).
  const claims: Record<string, string[]> = {
    openid: ['sub', 'acr', 'amr', 'auth_time'],
    citizen: [],
    enterprise: [],
  };
  for (const { scope, oidcClaim } of ATTRIBUTES) (claims[scope] ??= []).push(oidcClaim);
  return claims;
}

/** The OpenID provider, set up as FAS. Made anew when the signing keys change. */
export function createProvider(services: ProviderServices): Provider {
  const { issuer, authorization, pages, secure } = services;
  const claims = claimsByScope();
  const cookie = { httpOnly: true, sameSite: 'lax', signed: false, secure, path: '/' } as const;
  const provider = new OwnPagesProvider(issuer, pages, {
    adapter: (model) => services.adapters.of(model),
    jwks: { keys: services.keys.map((key) => new RingKey(key)) },
    routes: {
      authorization: '/authorize',
      token: '/access_token',
      userinfo: '/userinfo',
      introspection: '/introspect',
      revocation: '/token/revoke',
      jwks: '/connect/jwk_uri',
      end_session: '/connect/endSession',
      pushed_authorization_request: '/par',
    },
    cookies: {
      names: { session: services.sessionCookie, interaction: 'csam-login', resume: 'csam-resume' },
      long: cookie,
      short: { httpOnly: true, sameSite: 'lax', signed: false, secure },
    },
    scopes: Object.keys(claims),
    claims: { ...claims, sid: null },
    acrValues: ACR_VALUES,
    responseTypes: ['code'],
    subjectTypes: ['pairwise', 'public'],
    pairwiseIdentifier: (_ctx, accountId, client) => services.subjectOf(client, accountId),
    // Sectors come from the register of applications; there is no document to fetch.
    sectorIdentifierUriValidate: () => false,
    pkce: { required: (_ctx, client) => services.requiresPkce(client.clientId) },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    // No page of another site may talk to the endpoints of clients.
    clientBasedCORS: () => false,
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256'],
      userinfoSigningAlgValues: ['RS256'],
      clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256'],
    },
    conformIdTokenClaims: true,
    expiresWithSession: () => true,
    // A cookie may outlive a correction of the clock; codes and tokens get this much.
    clockTolerance: 5,
    ttl: {
      AuthorizationCode: MINUTE,
      AccessToken: 15 * MINUTE,
      IdToken: 15 * MINUTE,
      Interaction: services.journeyMinutes * MINUTE,
      Session: services.sessionHours * 60 * MINUTE,
      Grant: services.sessionHours * 60 * MINUTE,
    },
    features: {
      devInteractions: { enabled: false },
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      revocation: { enabled: true },
      jwtUserinfo: { enabled: true },
      pushedAuthorizationRequests: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: pages.confirmSignOut,
        postLogoutSuccessSource: pages.signedOut,
      },
    },
    interactions: {
      policy: authorization.interactionPolicy(),
      url: (_ctx, interaction) => `/fas/sign-in/${interaction.uid}`,
    },
    loadExistingGrant: authorization.loadGrant,
    findAccount: (_ctx, accountId, token) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...(await releasedClaims(services.answers, token)) }),
    }),
    renderError: pages.renderError,
  });
  // The address comes from configuration (see the mount), and so does the scheme.
  provider.proxy = true;
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    await pages.finish(ctx);
  });
  compareHashedSecrets(provider);
  return provider;
}

/** The provider with a page of ours where it would show one of its own. */
class OwnPagesProvider extends Provider {
  constructor(
    issuer: string,
    private readonly pages: ProviderServices['pages'],
    configuration: Configuration,
  ) {
    super(issuer, configuration);
  }

  // Asked for by the constructor above, which registers the modes before this object has its fields.
  override registerResponseMode(...[name, handler]: Parameters<Provider['registerResponseMode']>): void {
    const own: typeof handler = (ctx, address, fields) => this.pages.formPost(ctx, address, fields);
    super.registerResponseMode(name, name === 'form_post' ? own : handler);
  }
}

/** Values that were released to the client with the answer that the token hangs on. */
async function releasedClaims(
  answers: AnswerStore,
  token: { grantId?: string } | undefined,
): Promise<Record<string, string>> {
  const answer = token?.grantId === undefined ? undefined : await answers.find(token.grantId);
  const values = new Map(answer?.attributes.map(({ name, value }) => [name, value]));
  return Object.fromEntries(
    ATTRIBUTES.flatMap(({ name, oidcClaim }) => {
      const value = values.get(name);
      return value === undefined ? [] : [[oidcClaim, value]];
    }),
  );
}

/** The register holds hashes of client secrets only, so what is presented is hashed before it is compared. */
function compareHashedSecrets(provider: Provider): void {
  const prototype = provider.Client.prototype as unknown as {
    clientSecret?: string;
    compareClientSecret(presented: string): boolean;
  };
  prototype.compareClientSecret = function compare(presented) {
    return this.clientSecret !== undefined && constantTimeEqual(this.clientSecret, hashToken(presented));
  };
}

export { errors as oidcErrors };
