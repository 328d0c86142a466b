import 'reflect-metadata';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { SignedXml } from 'xml-crypto';

export interface CertifiedKey {
  /** PKCS#8 PEM. */
  readonly pem: string;
  /** PEM. */
  readonly certificate: string;
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** A key with a self-signed certificate; without an end of its own one that has ended already. */
export async function certifiedKey(notAfter = new Date('2021-01-01')): Promise<CertifiedKey> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { subtle } = webcrypto;
  const keys = {
    privateKey: await subtle.importKey(
      'pkcs8',
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      ALGORITHM,
      true,
      ['sign'],
    ),
    publicKey: await subtle.importKey(
      'spki',
      publicKey.export({ type: 'spki', format: 'der' }),
      ALGORITHM,
      true,
      ['verify'],
    ),
  };
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Test',
    notBefore: new Date('2020-01-01'),
    notAfter,
    signingAlgorithm: ALGORITHM,
    keys,
  });
  return {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: certificate.toString('pem'),
  };
}

export interface WrittenMetadata {
  readonly entityId: string;
  /** Certificates (PEM) of the service, with their use; none: both. */
  readonly keys?: readonly { readonly certificate: string; readonly use?: 'signing' | 'encryption' }[];
  readonly validUntil?: Date;
  readonly cacheDuration?: string;
}

const bare = (certificate: string) => certificate.replace(/-----[^-]*-----|\s/g, '');

/** Metadata of a service provider. */
export function writtenMetadata({ entityId, keys = [], validUntil, cacheDuration }: WrittenMetadata): string {
  const descriptors = keys.map(
    ({ certificate, use }) =>
      `<md:KeyDescriptor${use ? ` use="${use}"` : ''}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" ID="_m" entityID="${entityId}"${validUntil ? ` validUntil="${validUntil.toISOString()}"` : ''}${cacheDuration ? ` cacheDuration="${cacheDuration}"` : ''}>
<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${descriptors.join('')}<md:AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://proef.example/acs"/></md:SPSSODescriptor>
</md:EntityDescriptor>`;
}

/** The same under an enveloped signature, made by xml-crypto. */
export function signedMetadata(metadata: WrittenMetadata | string, key: CertifiedKey): string {
  const signer = new SignedXml({
    privateKey: key.pem,
    publicCert: key.certificate,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
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
  const xml = typeof metadata === 'string' ? metadata : writtenMetadata(metadata);
  signer.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'prepend' } });
  return signer.getSignedXml();
}
