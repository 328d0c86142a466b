import { isAttributeName } from '#libs/attributes';
import { parseEnterpriseNumber } from '#libs/kernel';
import type { ApplicationFile, OidcPart } from './application-file.js';

type Rule<T> = (subject: T) => readonly string[];

const applicationRules: readonly Rule<ApplicationFile>[] = [
  ({ agency }) =>
    parseEnterpriseNumber(agency).kind === 'invalid' ? [`agency: ${agency} is no enterprise number`] : [],
  ({ attributes }) =>
    attributes
      .filter((name) => !isAttributeName(name))
      .map((name) => `attributes: ${name} is not in the catalogue of attributes`),
  ({ attributes, mandatoryAttributes }) =>
    mandatoryAttributes
      .filter((name) => !attributes.includes(name))
      .map((name) => `mandatoryAttributes: ${name} is not among the attributes`),
  ({ legalBasis }) =>
    legalBasis?.validUntil !== undefined && legalBasis.validUntil < legalBasis.validFrom
      ? ['legalBasis.validUntil: lies before validFrom']
      : [],
  ({ oidc, saml }) => ((oidc === undefined) === (saml === undefined) ? ['give one of oidc and saml'] : []),
  ({ oidc }) => (oidc === undefined ? [] : oidcRules.flatMap((rule) => rule(oidc))),
];

const oidcRules: readonly Rule<OidcPart>[] = [
  ({ tokenEndpointAuthMethod: method, clientSecret }) =>
    method.startsWith('client_secret') && clientSecret === undefined
      ? [`oidc.clientSecret: ${method} needs a secret`]
      : [],
  ({ jwks }) =>
    isKeySet(jwks) ? [] : ['oidc.jwks: a JWK set (RFC 7517) has its keys as objects in the list "keys"'],
  ({ tokenEndpointAuthMethod: method, jwks }) =>
    method === 'private_key_jwt' && !jwks?.keys?.length
      ? ['oidc.jwks: private_key_jwt needs the public keys of the client']
      : [],
  ({ redirectUris }) => redirectUris.flatMap((address) => addressProblem('oidc.redirectUris', address)),
  ({ postLogoutRedirectUris }) =>
    postLogoutRedirectUris.flatMap((address) => addressProblem('oidc.postLogoutRedirectUris', address)),
  ({ backchannelLogoutUri: address }) =>
    address === undefined ? [] : addressProblem('oidc.backchannelLogoutUri', address),
];

function isKeySet(jwks: OidcPart['jwks']): boolean {
  const keys: unknown = jwks?.keys;
  if (!Array.isArray(keys)) return keys === undefined;
  return keys.every((key) => typeof key === 'object' && key !== null);
}

/** RFC 9700 section 4.1: exact addresses, https, or http on the loopback for native applications and the demo. */
function addressProblem(field: string, address: string): string[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || address.includes('#')) {
    return [`${field}: ${address} is not an absolute address without fragment`];
  }
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
  return allowed ? [] : [`${field}: ${address} must use https`];
}

/** What the fields of a file may not mean together; a line for each problem. */
export function applicationProblems(file: ApplicationFile): string[] {
  return applicationRules.flatMap((rule) => rule(file));
}
