import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  type JsonName,
} from '@peculiar/x509';

export type KeyType = 'P-384' | 'RSA-2048';

/** A certificate with its private key: whoever holds it can sign as its subject. */
export interface Issued {
  readonly certificate: X509Certificate;
  readonly privateKey: webcrypto.CryptoKey;
}

/** Where the state of certificates of an authority can be asked. */
export interface StatusAddresses {
  readonly ocsp: string;
  readonly crl: string;
}

export interface Order {
  readonly subject: JsonName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Hexadecimal; a random one when left out. */
  readonly serial?: string;
  readonly key?: KeyType;
  /** Left out: the certificate signs itself. */
  readonly issuer?: Issued;
  readonly authority?: { readonly pathLength?: number };
  readonly keyUsages: KeyUsageFlags;
  readonly extendedKeyUsages?: readonly string[];
  readonly policies?: readonly string[];
  /** Of the issuer. */
  readonly status?: StatusAddresses;
  readonly extensions?: readonly Extension[];
}

const GENERATION = {
  'P-384': { name: 'ECDSA', namedCurve: 'P-384' },
  'RSA-2048': {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
} as const;

/** How a key signs: as the authorities behind identity cards do (ecdsa-with-SHA384), or RSA with SHA-256. */
export const signingWith = ({ algorithm }: webcrypto.CryptoKey) =>
  algorithm.name === 'ECDSA'
    ? { name: 'ECDSA', hash: 'SHA-384' }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

const newKeys = (type: KeyType): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(GENERATION[type], true, [
    'sign',
    'verify',
  ]) as Promise<webcrypto.CryptoKeyPair>;

export const newSerial = (): string => `4c${randomBytes(15).toString('hex')}`;

/** Makes a key and a certificate for it (RFC 5280). */
export async function issue(order: Order): Promise<Issued> {
  const keys = await newKeys(order.key ?? 'P-384');
  const signer = order.issuer?.privateKey ?? keys.privateKey;
  const certificate = await X509CertificateGenerator.create({
    serialNumber: order.serial ?? newSerial(),
    subject: order.subject,
    issuer: order.issuer?.certificate.subjectName.toJSON() ?? order.subject,
    notBefore: order.notBefore,
    notAfter: order.notAfter,
    publicKey: keys.publicKey,
    signingKey: signer,
    signingAlgorithm: signingWith(signer),
    extensions: await extensionsFor(order, keys.publicKey),
  });
  return { certificate, privateKey: keys.privateKey };
}

async function extensionsFor(order: Order, publicKey: webcrypto.CryptoKey): Promise<Extension[]> {
  const { authority, issuer, extensions = [] } = order;
  return [
    new BasicConstraintsExtension(authority !== undefined, authority?.pathLength, true),
    new KeyUsagesExtension(order.keyUsages, true),
    await SubjectKeyIdentifierExtension.create(publicKey),
    await AuthorityKeyIdentifierExtension.create(issuer?.certificate.publicKey ?? publicKey),
    ...purposeOf(order),
    ...extensions,
  ];
}

function purposeOf({ extendedKeyUsages = [], policies = [], status }: Order): Extension[] {
  return [
    ...(extendedKeyUsages.length > 0 ? [new ExtendedKeyUsageExtension([...extendedKeyUsages])] : []),
    ...(policies.length > 0 ? [new CertificatePolicyExtension([...policies])] : []),
    ...(status === undefined
      ? []
      : [
          new AuthorityInfoAccessExtension({ ocsp: [status.ocsp] }),
          new CRLDistributionPointsExtension([status.crl]),
        ]),
  ];
}
