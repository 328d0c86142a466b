import 'reflect-metadata';
import { createHash, type KeyObject } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import * as pkijs from 'pkijs';
import { publicKeyOf, type SignedStructure } from './signed-by.js';

/** Attributes of a distinguished name (RFC 5280 appendix A.1). */
export const NAME_ATTRIBUTES = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  givenName: '2.5.4.42',
} as const;

export type NameAttribute = keyof typeof NAME_ATTRIBUTES;

/** A name as a certificate holds it; an attribute that comes twice has two values. */
export interface DistinguishedName {
  readonly text: string;
  values(attribute: NameAttribute): readonly string[];
}

export interface KeyUsage {
  readonly digitalSignature: boolean;
  readonly nonRepudiation: boolean;
  readonly keyCertSign: boolean;
  readonly cRLSign: boolean;
}

/** What stands in a certificate (RFC 5280 section 4). Nothing of it may be believed before its chain holds. */
export interface Certificate {
  readonly der: Buffer;
  /** SHA-256 of the whole, hexadecimal. */
  readonly fingerprint: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  readonly keyUsage: KeyUsage | undefined;
  /** Object identifiers; undefined when the certificate does not say. */
  readonly extendedKeyUsages: readonly string[] | undefined;
  readonly policies: readonly string[];
  readonly authority: { readonly pathLength?: number } | undefined;
  readonly ocspAddresses: readonly string[];
  readonly crlAddresses: readonly string[];
  /** A critical extension that we do not know: the certificate may not be used (RFC 5280 4.2). */
  readonly unknownCritical: boolean;
  readonly signed: SignedStructure;
  /** For the protocols that speak of certificates. */
  readonly structure: pkijs.Certificate;
}

const UNDERSTOOD = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.32', '2.5.29.37']);

/** Reads a certificate; undefined when the bytes are none. */
export function readCertificate(der: Uint8Array): Certificate | undefined {
  try {
    return read(Buffer.from(der));
  } catch {
    return undefined;
  }
}

/** All certificates of a PEM text. Throws when one of them is none: trust is configured, not guessed. */
export function readCertificates(pem: string): Certificate[] {
  const certificates = x509.PemConverter.decode(pem).map((der) => readCertificate(Buffer.from(der)));
  const known = certificates.filter((certificate) => certificate !== undefined);
  if (known.length !== certificates.length || known.length === 0)
    throw new Error('a file of certificates holds something else, or nothing');
  return known;
}

function read(der: Buffer): Certificate {
  const certificate = new x509.X509Certificate(new Uint8Array(der));
  const structure = pkijs.Certificate.fromBER(new Uint8Array(der));
  const constraints = certificate.getExtension(x509.BasicConstraintsExtension);
  const pathLength = constraints?.pathLength;
  return {
    der,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    serialNumber: Buffer.from(structure.serialNumber.valueBlock.valueHexView).toString('hex'),
    subject: nameOf(certificate.subjectName),
    issuer: nameOf(certificate.issuerName),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    publicKey: publicKeyOf(certificate.publicKey.rawData),
    keyUsage: keyUsageOf(certificate),
    extendedKeyUsages: certificate.getExtension(x509.ExtendedKeyUsageExtension)?.usages.map(String),
    policies: [...(certificate.getExtension(x509.CertificatePolicyExtension)?.policies ?? [])],
    authority: constraints?.ca === true ? { ...(pathLength !== undefined && { pathLength }) } : undefined,
    ocspAddresses: ocspAddressesOf(certificate),
    crlAddresses: crlAddressesOf(certificate),
    unknownCritical: certificate.extensions.some(({ critical, type }) => critical && !UNDERSTOOD.has(type)),
    signed: {
      tbs: structure.tbsView,
      algorithm: structure.signatureAlgorithm.algorithmId,
      signature: structure.signatureValue.valueBlock.valueHexView,
    },
    structure,
  };
}

const nameOf = (name: x509.Name): DistinguishedName => ({
  text: name.toString(),
  values: (attribute) => name.getField(NAME_ATTRIBUTES[attribute]),
});

function keyUsageOf(certificate: x509.X509Certificate): KeyUsage | undefined {
  const extension = certificate.getExtension(x509.KeyUsagesExtension);
  if (extension === null) return undefined;
  const has = (flag: x509.KeyUsageFlags) => (extension.usages & flag) !== 0;
  return {
    digitalSignature: has(x509.KeyUsageFlags.digitalSignature),
    nonRepudiation: has(x509.KeyUsageFlags.nonRepudiation),
    keyCertSign: has(x509.KeyUsageFlags.keyCertSign),
    cRLSign: has(x509.KeyUsageFlags.cRLSign),
  };
}

function ocspAddressesOf(certificate: x509.X509Certificate): string[] {
  const access = certificate.getExtension(x509.AuthorityInfoAccessExtension);
  return (access?.ocsp ?? []).filter(({ type }) => type === 'url').map(({ value }) => value);
}

function crlAddressesOf(certificate: x509.X509Certificate): string[] {
  const points = certificate.getExtension(x509.CRLDistributionPointsExtension)?.distributionPoints ?? [];
  return points
    .flatMap(({ distributionPoint }) => distributionPoint?.fullName ?? [])
    .flatMap(({ uniformResourceIdentifier: address }) => (address === undefined ? [] : [address]));
}
