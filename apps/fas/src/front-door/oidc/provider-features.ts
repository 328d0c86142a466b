import type { Configuration } from 'oidc-provider';
import type { ProviderServices } from './provider.js';

const MTLS_ENDPOINTS = {
  token_endpoint: '/access_token',
  userinfo_endpoint: '/userinfo',
  introspection_endpoint: '/introspect',
  revocation_endpoint: '/token/revoke',
  pushed_authorization_request_endpoint: '/par',
} as const;

/** Paths at which clients with certificates call. */
export const MTLS_PATHS: ReadonlySet<string> = new Set(Object.values(MTLS_ENDPOINTS));

/** Where clients with certificates call instead (RFC 8705 section 5). */
export function mtlsAliases(address: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(MTLS_ENDPOINTS).map(([name, path]) => [name, `${address}${path}`]),
  );
}

/** The protocols that the provider speaks beside plain OpenID Connect; each client uses what it registered. */
export function features({
  pages,
  certificates,
  isHighProfile,
}: ProviderServices): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    // For programs of agencies; the metadata of every client names its grants.
    clientCredentials: { enabled: true },
    // An application that names a resource is not refused for it; programs of agencies have their own way.
    resourceIndicators: { enabled: false },
    externalSigningSupport: { enabled: true, ack: 'experimental-01' },
    introspection: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    revocation: {
      enabled: true,
      allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
    },
    jwtUserinfo: { enabled: true },
    claimsParameter: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    requestObjects: { enabled: true },
    jwtResponseModes: { enabled: true },
    dPoP: { enabled: true },
    mTLS: certificates.feature(),
    encryption: { enabled: true },
    fapi: {
      enabled: true,
      profile: (_ctx, client) => (isHighProfile(client.clientId) ? '2.0' : undefined),
    },
    // Said in discovery and in ID tokens; the tokens themselves go through the queue of the worker.
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx) => pages.confirmSignOut(ctx),
      postLogoutSuccessSource: pages.signedOut,
    },
  };
}
