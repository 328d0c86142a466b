import { createHash } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { newServiceProviderKey, type ServiceProviderKey } from '../key/service-provider-key.js';

export const IDP = 'https://fas.example.be/saml/fas-metadata.xml';
export const SSO = 'https://fas.example.be/fas/SSORedirect/metaAlias/idp';
export const ENTITY = 'https://keys.example.be/saml/metadata.xml';
export const ACS = 'https://keys.example.be/saml/acs';
export const FEDID = createHash('sha1').update('An Appelmoes').digest('hex');

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
export const RSA_SHA256 = `${MORE}rsa-sha256`;
export const RSA_SHA1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const SHA1 = 'http://www.w3.org/2000/09/xmldsig#sha1';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

let pair: Promise<ServiceProviderKey> | undefined;

/** The key of the identity provider of the tests; made once, since a key takes its time. */
export const idpKey = (): Promise<ServiceProviderKey> => (pair ??= newServiceProviderKey('FAS'));

/** What an answer says; a test changes one thing. */
export interface Saying {
  readonly requestId: string;
  readonly responseId?: string;
  readonly assertionId?: string;
  readonly destination?: string;
  readonly responseIssuer?: string;
  readonly assertionIssuer?: string;
  readonly status?: string;
  readonly subStatus?: string;
  readonly inResponseTo?: string;
  readonly confirmedFor?: string;
  readonly method?: string;
  readonly recipient?: string;
  readonly audience?: string;
  readonly classReference?: string;
  readonly nameId?: string;
  readonly fedId?: string;
  readonly authnInstant?: Date;
  readonly issuedAt?: Date;
  readonly attributes?: string;
}

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const CLASS = 'urn:be:fedict:iam:fas:citizen:Level400';

export function assertionXml(saying: Saying): string {
  const { requestId, issuedAt = new Date() } = saying;
  const later = new Date(issuedAt.getTime() + 5 * 60_000).toISOString();
  const earlier = new Date(issuedAt.getTime() - 30_000).toISOString();
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${saying.assertionId ?? '_assertion1'}" IssueInstant="${issuedAt.toISOString()}" Version="2.0"><saml:Issuer>${saying.assertionIssuer ?? IDP}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${saying.nameId ?? '_an'}</saml:NameID><saml:SubjectConfirmation Method="${saying.method ?? BEARER}"><saml:SubjectConfirmationData InResponseTo="${saying.confirmedFor ?? requestId}" NotOnOrAfter="${later}" Recipient="${saying.recipient ?? ACS}"></saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${earlier}" NotOnOrAfter="${later}"><saml:AudienceRestriction><saml:Audience>${saying.audience ?? ENTITY}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${(saying.authnInstant ?? issuedAt).toISOString()}" SessionIndex="_session1"><saml:AuthnContext><saml:AuthnContextClassRef>${saying.classReference ?? CLASS}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${saying.attributes ?? `<saml:Attribute Name="urn:be:fedict:iam:attr:fedid"><saml:AttributeValue>${saying.fedId ?? FEDID}</saml:AttributeValue></saml:Attribute>`}</saml:AttributeStatement></saml:Assertion>`;
}

export function responseXml(saying: Saying, content: string): string {
  const { requestId, issuedAt = new Date() } = saying;
  const nested = saying.subStatus ? `<samlp:StatusCode Value="${saying.subStatus}"/>` : '';
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination="${saying.destination ?? ACS}" ID="${saying.responseId ?? '_response1'}" InResponseTo="${saying.inResponseTo ?? requestId}" IssueInstant="${issuedAt.toISOString()}" Version="2.0"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${saying.responseIssuer ?? IDP}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${saying.status ?? SUCCESS}">${nested}</samlp:StatusCode></samlp:Status>${content}</samlp:Response>`;
}

export interface Signing {
  readonly key?: ServiceProviderKey;
  readonly signature?: string;
  readonly digest?: string;
}

const OLD = { signature: RSA_SHA1, digest: SHA1 };
export const WITH_SHA1: Signing = OLD;

/** Signs the element of this name with an independent library. */
export async function signed(xml: string, localName: string, signing: Signing = {}): Promise<string> {
  const key = signing.key ?? (await idpKey());
  const path = `//*[local-name(.)='${localName}']`;
  const signer = new SignedXml({
    privateKey: key.privateKey,
    publicCert: key.certificate,
    signatureAlgorithm: signing.signature ?? RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE,
  });
  signer.addReference({
    xpath: path,
    transforms: [ENVELOPED, EXCLUSIVE],
    digestAlgorithm: signing.digest ?? SHA256,
  });
  const reference = `${path}/*[local-name(.)='Issuer']`;
  signer.computeSignature(xml, { prefix: 'ds', location: { reference, action: 'after' } });
  return signer.getSignedXml();
}

/** An answer as FAS gives it: assertion signed, then the response around it. */
export async function answer(saying: Saying, signing: Signing = {}): Promise<string> {
  const assertion = await signed(assertionXml(saying), 'Assertion', signing);
  return signed(responseXml(saying, assertion), 'Response', signing);
}

/** The form that a browser posts. */
export const posted = (xml: string, relayState: string) => ({
  SAMLResponse: Buffer.from(xml, 'utf8').toString('base64'),
  RelayState: relayState,
});
