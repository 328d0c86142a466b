import { addressProblem } from './address-problem.js';
import type { OidcPart } from './oidc-part.js';

type Rule = (part: OidcPart) => readonly string[];

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** Members of a JWK that only its owner may know (RFC 7518 section 6). */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

const hasKeys = ({ jwks, jwksUri }: OidcPart): boolean =>
  jwksUri !== undefined || (jwks?.keys ?? []).length > 0;

const problemIf = (wrong: boolean, problem: string): readonly string[] => (wrong ? [problem] : []);

/** What a client needs for its way of authenticating. */
const authenticationRules: readonly Rule[] = [
  ({ tokenEndpointAuthMethod: method, clientSecret }) =>
    problemIf(
      method.startsWith('client_secret') && clientSecret === undefined,
      `oidc.clientSecret: ${method} needs a secret`,
    ),
  (part) =>
    problemIf(
      part.tokenEndpointAuthMethod === 'private_key_jwt' && !hasKeys(part),
      'oidc.jwks: private_key_jwt needs the public keys of the client',
    ),
  (part) =>
    problemIf(
      part.tokenEndpointAuthMethod === 'self_signed_tls_client_auth' && !hasKeys(part),
      'oidc.jwks: self_signed_tls_client_auth needs the certificates of the client as x5c (RFC 8705 2.2)',
    ),
  ({ tokenEndpointAuthMethod: method, tlsClientAuth = {} }) =>
    problemIf(
      (Object.values(tlsClientAuth).filter((name) => name !== undefined).length === 1) !==
        (method === 'tls_client_auth'),
      'oidc.tlsClientAuth: tls_client_auth needs one name of the certificate, and nothing else does',
    ),
  ({ tokenEndpointAuthMethod: method, tokenEndpointAuthSigningAlg: algorithm }) =>
    problemIf(
      algorithm !== undefined && method !== 'private_key_jwt',
      'oidc.tokenEndpointAuthSigningAlg: only private_key_jwt signs',
    ),
  ({ tokenEndpointAuthMethod: method, requirePkce }) =>
    problemIf(method === 'none' && requirePkce === false, 'oidc.requirePkce: a public client needs PKCE'),
];

const keyRules: readonly Rule[] = [
  ({ jwks }) =>
    problemIf(!isKeySet(jwks), 'oidc.jwks: a JWK set (RFC 7517) has its keys as objects in the list "keys"'),
  ({ jwks }) => problemIf(isKeySet(jwks) && holdsSecret(jwks), 'oidc.jwks: holds a private or symmetric key'),
  ({ jwks }) =>
    problemIf(
      isKeySet(jwks) && (jwks?.keys ?? []).some(isWeak),
      `oidc.jwks: an RSA key has fewer than ${WEAKEST_RSA} bits`,
    ),
  ({ jwks, jwksUri }) =>
    problemIf(jwks !== undefined && jwksUri !== undefined, 'oidc.jwksUri: give one of jwks and jwksUri'),
  (part) =>
    problemIf(
      part.requestObjectSigningAlg !== undefined && !hasKeys(part),
      'oidc.requestObjectSigningAlg: signed requests need the public keys of the client',
    ),
  ({ requireSignedRequests, requestObjectSigningAlg }) =>
    problemIf(
      requireSignedRequests === true && requestObjectSigningAlg === undefined,
      'oidc.requireSignedRequests: needs requestObjectSigningAlg',
    ),
  (part) =>
    problemIf(
      part.tokenEncryption !== undefined && !hasKeys(part),
      'oidc.tokenEncryption: needs a public key of the client for encryption',
    ),
];

/** The FAPI 2.0 Security Profile (section 5.3) leaves no weaker way open. */
const highRules: readonly Rule[] = [
  ({ tokenEndpointAuthMethod: method }) =>
    problemIf(
      !['private_key_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'].includes(method),
      'oidc.tokenEndpointAuthMethod: profile high needs private_key_jwt or a certificate',
    ),
  ({ tokenBinding }) =>
    problemIf(
      tokenBinding === 'none',
      'oidc.tokenBinding: profile high binds tokens, by dpop or certificate',
    ),
  ({ requirePkce }) => problemIf(requirePkce === false, 'oidc.requirePkce: profile high needs PKCE'),
  ({ requirePushedRequests }) =>
    problemIf(
      requirePushedRequests === false,
      'oidc.requirePushedRequests: profile high pushes its requests',
    ),
  ({ signingAlg }) => problemIf(signingAlg === 'RS256', 'oidc.signingAlg: profile high takes PS256 or ES256'),
  ({ tokenEndpointAuthSigningAlg, requestObjectSigningAlg }) =>
    [tokenEndpointAuthSigningAlg, requestObjectSigningAlg].includes('RS256')
      ? ['oidc.tokenEndpointAuthSigningAlg, oidc.requestObjectSigningAlg: profile high takes no RS256']
      : [],
];

const addressRules: readonly Rule[] = [
  ({ redirectUris }) => redirectUris.flatMap((address) => addressProblem('oidc.redirectUris', address)),
  ({ postLogoutRedirectUris }) =>
    postLogoutRedirectUris.flatMap((address) => addressProblem('oidc.postLogoutRedirectUris', address)),
  ({ backchannelLogoutUri: address }) =>
    address === undefined ? [] : addressProblem('oidc.backchannelLogoutUri', address),
  ({ initiateLoginUri: address }) =>
    address === undefined ? [] : addressProblem('oidc.initiateLoginUri', address),
  ({ jwksUri: address }) => (address === undefined ? [] : addressProblem('oidc.jwksUri', address)),
  ({ sectorIdentifier }) =>
    problemIf(
      sectorIdentifier !== undefined && !HOST.test(sectorIdentifier),
      `oidc.sectorIdentifier: ${sectorIdentifier} is no host name in small letters`,
    ),
];

function isKeySet(jwks: OidcPart['jwks']): boolean {
  const keys: unknown = jwks?.keys;
  if (!Array.isArray(keys)) return keys === undefined;
  return keys.every((key) => typeof key === 'object' && key !== null);
}

const holdsSecret = (jwks: OidcPart['jwks']): boolean =>
  (jwks?.keys ?? []).some((key) => PRIVATE_MEMBERS.some((member) => member in key));

/** FAPI 2.0 Security Profile section 5.4.1, and good sense for everybody. */
const WEAKEST_RSA = 2_048;

function isWeak(key: object): boolean {
  const { kty, n } = key as { readonly kty?: unknown; readonly n?: unknown };
  if (kty !== 'RSA') return false;
  const modulus = Buffer.from(typeof n === 'string' ? n : '', 'base64url').toString('hex');
  return modulus === '' || BigInt(`0x${modulus}`).toString(2).length < WEAKEST_RSA;
}

/** What the fields about OpenID Connect may not mean together; a line for each problem. */
export function oidcProblems(part: OidcPart): string[] {
  const rules = [...authenticationRules, ...keyRules, ...addressRules];
  return [...rules, ...(part.profile === 'high' ? highRules : [])].flatMap((rule) => rule(part));
}
