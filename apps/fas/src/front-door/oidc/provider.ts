import { Provider, errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { ATTRIBUTES } from '#libs/attributes';
import { days } from '#libs/kernel';
import { CONTEXTS, formatClassReference, LEVELS } from '#libs/loa';
import { hashToken, constantTimeEqual, type SigningKey } from '#libs/security';
import { MOST_PERIODS } from '../../journey/journey.store.js';
import { API_TOKEN_LIFETIME } from './administration-tokens.js';
import type { Authorization } from './authorization/authorization.js';
import type { SubjectRule } from './authorization/subject.js';
import { isApiClient } from './clients/api-client-metadata.js';
import { checkClientAssertion } from './clients/client-assertion.js';
import type { ClientCertificates } from './clients/client-certificates.js';
import type { ClientKeysFetch } from './clients/client-keys.js';
import { enabledJWA } from './provider-algorithms.js';
import { features } from './provider-features.js';
import { CLIENT_AUTHENTICATION, discoveryWords, type ClientAuthentication } from './discovery-words.js';
import { OwnProvider } from './own-provider.js';
import { releasedClaims, type ReleasableNow } from './released-claims.js';
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
  /** Whether the client must use PKCE. */
  readonly requiresPkce: (clientId: string) => boolean;
  /** Hashes of the secrets with which the client may prove itself now. */
  readonly secretHashes: (clientId: string) => readonly string[];
  /** Whether the client is held to the FAPI 2.0 Security Profile. */
  readonly isHighProfile: (clientId: string) => boolean;
  readonly releasableNow: ReleasableNow;
  readonly certificates: ClientCertificates;
  /** The same endpoints, at the listener that asks for a certificate. */
  readonly certificateAddress: string;
  readonly clientKeys: ClientKeysFetch;
  /** The audience of tokens for the administration. */
  readonly administration: string;
  /** How long access without the person lasts at most. */
  readonly offlineDays: number;
  readonly sessionCookie: string;
  readonly secure: boolean;
  readonly journeyMinutes: number;
  readonly sessionHours: number;
  readonly pages: Pick<Configuration, 'renderError'> & {
    readonly confirmSignOut: (ctx: KoaContextWithOIDC) => Promise<void> | void;
    readonly signedOut: (ctx: KoaContextWithOIDC) => Promise<void> | void;
    readonly formPost: (ctx: KoaContextWithOIDC, address: string, fields: Record<string, unknown>) => void;
    /** After the provider did its work, for what it leaves open. */
    readonly finish: (ctx: KoaContextWithOIDC) => Promise<void> | void;
  };
}

const MINUTE = 60;

/** With it the browser that began a login fetches its answer. */
export const RESUME_COOKIE = 'csam-resume';

/** In seconds. */
export const CODE_LIFETIME = MINUTE;
export const TOKEN_LIFETIME = 15 * MINUTE;

/** Its cookies live as long as a journey can, in seconds; when the journey itself closes, its row says. */
export const interactionLifetime = (journeyMinutes: number): number => MOST_PERIODS * journeyMinutes * MINUTE;

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
  const clientAuthMethods: ClientAuthentication[] = [
    ...CLIENT_AUTHENTICATION,
    ...(services.certificates.hasAuthorities ? (['tls_client_auth'] as const) : []),
  ];
  const cookie = { httpOnly: true, sameSite: 'lax', signed: false, secure, path: '/' } as const;
  const provider = new OwnProvider(issuer, services, {
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
      names: { session: services.sessionCookie, interaction: 'csam-login', resume: RESUME_COOKIE },
      long: cookie,
      short: { httpOnly: true, sameSite: 'lax', signed: false, secure },
    },
    scopes: [...Object.keys(claims), OFFLINE],
    claims: { ...claims, sid: null },
    acrValues: ACR_VALUES,
    responseTypes: ['code'],
    subjectTypes: ['pairwise', 'public'],
    pairwiseIdentifier: (_ctx, accountId, client) => services.subjectOf(client, accountId),
    // Sectors come from the register of applications; there is no document to fetch.
    sectorIdentifierUriValidate: () => false,
    pkce: { required: (_ctx, client) => services.requiresPkce(client.clientId) },
    clientAuthMethods,
    assertJwtClientAuthClaimsAndHeader: checkClientAssertion,
    // No page of another site may talk to the endpoints of clients.
    clientBasedCORS: () => false,
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    enabledJWA,
    fetch: services.clientKeys,
    discovery: discoveryWords(services.certificateAddress, clientAuthMethods),
    conformIdTokenClaims: true,
    // Who was granted access without the person keeps it after the session; the answer says for how long.
    expiresWithSession: (_ctx, source) => !source.scopes.has(OFFLINE),
    // Of one that is used twice the whole family dies. Bound to keys and clients anyway, those of the high profile
    // stay the same (FAPI 2.0 Security Profile section 5.3.2.1).
    rotateRefreshToken: ({ oidc }) => !services.isHighProfile(oidc.client?.clientId ?? ''),
    // Clocks differ: an assertion may come from eight seconds ahead (FAPI 2.0 section 5.3.2.1).
    clockTolerance: 10,
    ttl: {
      AuthorizationCode: CODE_LIFETIME,
      AccessToken: TOKEN_LIFETIME,
      IdToken: 15 * MINUTE,
      ClientCredentials: API_TOKEN_LIFETIME,
      Interaction: interactionLifetime(services.journeyMinutes),
      Session: services.sessionHours * 60 * MINUTE,
      Grant: services.sessionHours * 60 * MINUTE,
      RefreshToken: (_ctx, token) => lifeLeft(token, services.offlineDays),
    },
    features: features(services),
    interactions: {
      policy: authorization.interactionPolicy(),
      url: (_ctx, interaction) => `/fas/sign-in/${interaction.uid}`,
    },
    loadExistingGrant: authorization.loadGrant,
    findAccount: (_ctx, accountId, token) => ({
      accountId,
      claims: async () => ({ sub: accountId, ...(await releasedClaims(services, token)) }),
    }),
    renderError: pages.renderError,
  });
  // The address comes from configuration (see the mount), and so does the scheme.
  provider.proxy = true;
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next();
    await pages.finish(ctx);
  });
  compareHashedSecrets(provider, services.secretHashes);
  return provider;
}

const OFFLINE = 'offline_access';

/** Seconds until access without the person ends, counted from the sign-in, however often the token was renewed. */
function lifeLeft(token: { totalLifetime(): number }, offlineDays: number): number {
  return Math.max(1, days(offlineDays) / 1000 - token.totalLifetime());
}

/**
 * The register holds hashes of client secrets only, so what is presented is hashed before it is compared. While a
 * service changes over, the secret from before counts too.
 */
function compareHashedSecrets(provider: Provider, secretHashes: ProviderServices['secretHashes']): void {
  const prototype = provider.Client.prototype as unknown as {
    readonly clientId: string;
    readonly clientSecret?: string;
    readonly grantTypes?: readonly string[];
    compareClientSecret(presented: string): boolean;
  };
  prototype.compareClientSecret = function compare(presented) {
    const hash = hashToken(presented);
    const known = isApiClient(this) ? [this.clientSecret ?? ''] : secretHashes(this.clientId);
    return known.some((one) => constantTimeEqual(one, hash));
  };
}

export { errors as oidcErrors };
