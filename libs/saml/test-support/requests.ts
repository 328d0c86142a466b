import { sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { RSA_SHA256, SHA256 } from '../signature/algorithms.js';
import type { TestKey } from './keys.js';

export const SP = 'https://service.example.be/saml/metadata';
export const ACS = 'https://service.example.be/saml/acs';
export const IDP = 'https://idp.example.be/saml/metadata';
export const SSO = 'https://idp.example.be/fas/SSOPOST/metaAlias/idp';

export interface RequestParts {
  readonly id?: string;
  readonly attributes?: string;
  readonly issuer?: string;
  readonly children?: string;
}

/** An AuthnRequest as service providers write it: pretty-printed, prefixes declared where their library likes. */
export function authnRequest({
  id = '_request1',
  attributes = '',
  issuer = SP,
  children = '',
}: RequestParts = {}): string {
  return `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
    ID="${id}" Version="2.0" IssueInstant="2026-03-01T10:00:00Z" Destination="${SSO}"
    AssertionConsumerServiceURL="${ACS}" ${attributes}>
  <saml:Issuer>${issuer}</saml:Issuer>
  ${children || '<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" AllowCreate="true"/>'}
</samlp:AuthnRequest>`;
}

const TRANSFORMS = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
] as const;

export interface XmlCryptoOptions {
  readonly signature?: string;
  readonly digest?: string;
  readonly transforms?: readonly string[];
  readonly isEmptyUri?: boolean;
  /** Metadata begins with its signature; a message has it behind the issuer. */
  readonly first?: boolean;
}

/** Signs with an independent library, so that our verifier is not only tried on our own signer's output. */
export function signedByOther(xml: string, key: TestKey, options: XmlCryptoOptions = {}): string {
  const signer = new SignedXml({
    privateKey: key.pem,
    publicCert: key.certificate,
    signatureAlgorithm: options.signature ?? RSA_SHA256.uri,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: '/*',
    transforms: [...(options.transforms ?? TRANSFORMS)],
    digestAlgorithm: options.digest ?? SHA256.uri,
    isEmptyUri: options.isEmptyUri ?? false,
  });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: options.first
      ? { reference: '/*', action: 'prepend' }
      : { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
  });
  return signer.getSignedXml();
}

/** The query string of the Redirect binding, signed when a key is given. */
export function redirectQuery(
  xml: string,
  { key, relayState }: { key?: TestKey; relayState?: string } = {},
): string {
  const message = `SAMLRequest=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`;
  const state = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
  if (!key) return message + state;
  const octets = `${message}${state}&SigAlg=${encodeURIComponent(RSA_SHA256.uri)}`;
  const value = sign('sha256', Buffer.from(octets), key.privateKey).toString('base64');
  return `${octets}&Signature=${encodeURIComponent(value)}`;
}

/** The field of the POST binding. */
export function posted(xml: string): string {
  return Buffer.from(xml, 'utf8').toString('base64');
}
