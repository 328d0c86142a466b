export type TokenEndpointAuthMethod =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'private_key_jwt'
  | 'tls_client_auth'
  | 'self_signed_tls_client_auth'
  | 'none';

export const SIGNING_ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

/** With which FAS signs for a client: RS256 unless it chose another. */
export type SigningAlgorithmName = (typeof SIGNING_ALGORITHMS)[number];

/** With which a client signs its assertions and request objects. */
export const CLIENT_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;

export type ClientAlgorithm = (typeof CLIENT_ALGORITHMS)[number];

export const ENCRYPTION_ALGORITHMS = ['RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A256KW'] as const;

export const CONTENT_ENCRYPTIONS = ['A128CBC-HS256', 'A256GCM'] as const;

/** Encryption of ID token and userinfo to a key of the client (RFC 7516). */
export interface TokenEncryption {
  readonly alg: (typeof ENCRYPTION_ALGORITHMS)[number];
  readonly enc: (typeof CONTENT_ENCRYPTIONS)[number];
}

/** How a certificate is recognised (RFC 8705 section 2.1.2): exactly one of them. */
export interface CertificateSubject {
  /** Distinguished name as text (RFC 4514). */
  readonly subjectDn?: string;
  readonly sanDns?: string;
  readonly sanUri?: string;
  readonly sanIp?: string;
  readonly sanEmail?: string;
}

/** To what the access tokens of a client are bound: a key in each request (RFC 9449), its certificate (RFC 8705). */
export type TokenBinding = 'none' | 'dpop' | 'certificate';

export interface OidcSettings {
  readonly clientId: string;
  /** `high` demands the FAPI 2.0 Security Profile. */
  readonly profile?: 'standard' | 'high';
  /** SHA-256 of the client secret, hex. */
  readonly clientSecretHash?: string;
  /** The secret before this one, and until when (ISO) it still counts, so that a service changes over without an outage. */
  readonly formerSecret?: { readonly hash: string; readonly until: string };
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri?: string;
  /** Where a sign-in that somebody else starts begins (OpenID Connect Core section 4). */
  readonly initiateLoginUri?: string;
  readonly tokenEndpointAuthMethod: TokenEndpointAuthMethod;
  /** The only algorithm of its assertions; any that its profile allows when not given. */
  readonly tokenEndpointAuthSigningAlg?: ClientAlgorithm;
  readonly tlsClientAuth?: CertificateSubject;
  readonly jwks?: { readonly keys: readonly object[] };
  /** Where the client publishes its keys; read again at the latest after a minute. */
  readonly jwksUri?: string;
  readonly scopes: readonly string[];
  readonly subjectType: 'pairwise' | 'public';
  readonly sectorIdentifier?: string;
  readonly userinfoFormat: 'jwt' | 'json';
  readonly requirePkce: boolean;
  /** Takes authorization requests only when they were pushed (RFC 9126). */
  readonly requirePushedRequests?: boolean;
  /** The algorithm of its signed requests (RFC 9101); a client without one sends none. */
  readonly requestObjectSigningAlg?: ClientAlgorithm;
  /** Takes authorization requests only when they are signed. */
  readonly requireSignedRequests?: boolean;
  /** Answers to the browser are signed, whatever mode is asked (JARM). */
  readonly signedResponses?: boolean;
  readonly tokenBinding?: TokenBinding;
  readonly signingAlg?: SigningAlgorithmName;
  readonly tokenEncryption?: TokenEncryption;
}

export const isHighProfile = ({ profile }: Partial<Pick<OidcSettings, 'profile'>>): boolean =>
  profile === 'high';

/** The sector that was registered, else the host of the first return address (OpenID Connect Core 8.1). */
export const sectorOf = ({
  sectorIdentifier,
  redirectUris,
}: Pick<OidcSettings, 'sectorIdentifier' | 'redirectUris'>): string =>
  sectorIdentifier ?? new URL(redirectUris[0] ?? '').host;

/** Hashes of the secrets with which the client may prove itself at this moment, the newest first. */
export function secretHashesAt(
  { clientSecretHash, formerSecret }: Pick<OidcSettings, 'clientSecretHash' | 'formerSecret'>,
  now: Date,
): readonly string[] {
  const newest = clientSecretHash === undefined ? [] : [clientSecretHash];
  const former = formerSecret !== undefined && now < new Date(formerSecret.until) ? [formerSecret.hash] : [];
  return [...newest, ...former];
}
