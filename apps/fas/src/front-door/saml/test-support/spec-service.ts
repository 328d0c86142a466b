import { SAML, type SamlConfig } from '@node-saml/node-saml';
import { createSign } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { ensureServiceProvider, serviceProviderAddresses } from '#libs/testing';

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** A service provider of the demo's shape at an invented address. */
export interface SpecService {
  readonly entityId: string;
  readonly acs: string;
  readonly metadata: string;
  readonly privateKey: string;
  readonly certificate: string;
}

export async function specService(base: string): Promise<SpecService> {
  const files = await ensureServiceProvider(mkdtempSync(join(tmpdir(), 'sp-')), base);
  const { entityId, assertionConsumer } = serviceProviderAddresses(base);
  return {
    entityId,
    acs: assertionConsumer,
    metadata: readFileSync(files.metadataFile, 'utf8'),
    privateKey: readFileSync(files.keyFile, 'utf8'),
    certificate: readFileSync(files.certificateFile, 'utf8'),
  };
}

/** The stock client of the service provider. */
export function stockClient(
  service: SpecService,
  idp: { entityId: string; certificate: string | string[]; signOn: string },
  special: Partial<SamlConfig> = {},
): SAML {
  return new SAML({
    issuer: service.entityId,
    audience: service.entityId,
    callbackUrl: service.acs,
    entryPoint: idp.signOn,
    idpIssuer: idp.entityId,
    idpCert: idp.certificate,
    privateKey: service.privateKey,
    decryptionPvk: service.privateKey,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
    disableRequestedAuthnContext: true,
    ...special,
  });
}

export interface RequestParts {
  readonly id?: string;
  readonly version?: string;
  readonly issueInstant?: Date;
  readonly destination?: string | null;
  readonly acs?: string | null;
  readonly attributes?: string;
  readonly children?: string;
}

let counter = 0;

/** An AuthnRequest written by hand, to write it wrongly. */
export function authnRequest(
  { entityId, acs }: SpecService,
  endpoint: string,
  parts: RequestParts = {},
): string {
  counter += 1;
  const { id = `_r${counter}`, version = '2.0', issueInstant = new Date(), destination = endpoint } = parts;
  const attribute = (name: string, value: string | null | undefined) => (value ? ` ${name}="${value}"` : '');
  const url = parts.acs === undefined ? acs : parts.acs;
  return (
    `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"` +
    ` ID="${id}" Version="${version}" IssueInstant="${issueInstant.toISOString()}"` +
    `${attribute('Destination', destination)}${attribute('AssertionConsumerServiceURL', url)} ${parts.attributes ?? ''}>` +
    `<saml:Issuer>${entityId}</saml:Issuer>${parts.children ?? ''}</samlp:AuthnRequest>`
  );
}

/** The query string of the Redirect binding, signed by the service. */
export function signedQuery(xml: string, { privateKey }: SpecService, relayState?: string): string {
  const state = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
  const message = encodeURIComponent(deflateRawSync(xml).toString('base64'));
  const octets = `SAMLRequest=${message}${state}&SigAlg=${encodeURIComponent(RSA_SHA256)}`;
  const value = createSign('sha256').update(octets).sign(privateKey, 'base64');
  return `${octets}&Signature=${encodeURIComponent(value)}`;
}

/** The form of the POST binding, signed by the service. */
export function signedForm(xml: string, service: SpecService, relayState?: string): string {
  return form(signedXml(xml, service), relayState);
}

/** A message with the signature of the service in it. */
export function signedXml(xml: string, { privateKey }: SpecService): string {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: '/*',
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(xml, { location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signer.getSignedXml();
}

export function form(xml: string, relayState?: string): string {
  const fields = {
    SAMLRequest: Buffer.from(xml).toString('base64'),
    ...(relayState !== undefined && { RelayState: relayState }),
  };
  return new URLSearchParams(fields).toString();
}
