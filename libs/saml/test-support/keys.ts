import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { KeyObject, webcrypto } from 'node:crypto';
import { encryptionRecipient, type EncryptionRecipient } from '../response/encryption-recipient.js';
import type { SigningKey } from '../signature/sign-message.js';
import { keyFromCertificate } from '../signature/verification-key.js';

const ALGORITHMS = {
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  weak: {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 1024,
    publicExponent: new Uint8Array([1, 0, 1]),
  },
  p256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  p384: { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' },
} as const;

export interface TestKey extends SigningKey {
  /** The private key as PEM, for tools that want it so. */
  readonly pem: string;
  readonly publicKey: KeyObject;
}

/** A fresh key pair with a certificate that is already expired: inside trusted metadata that does not matter. */
export async function testKey(kind: keyof typeof ALGORITHMS = 'rsa', commonName = 'Test'): Promise<TestKey> {
  const algorithm = ALGORITHMS[kind];
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`,
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2021-01-01'),
    signingAlgorithm: algorithm,
    keys,
  });
  const privateKey = KeyObject.from(keys.privateKey as webcrypto.CryptoKey);
  return {
    kid: commonName,
    privateKey,
    certificate: certificate.toString('pem'),
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: KeyObject.from(keys.publicKey as webcrypto.CryptoKey),
  };
}

/** The key as the verifier would have it from metadata. */
export function trusted(key: TestKey): KeyObject {
  const read = keyFromCertificate(key.certificate);
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.key;
}

/** The holder of the key as a recipient whose metadata lists these methods. */
export function recipientOf(
  key: TestKey,
  encryptionMethods: readonly string[] = [],
  allowCbc = false,
): EncryptionRecipient {
  const metadata = { encryptionCertificates: [key.certificate], encryptionMethods };
  const recipient = encryptionRecipient(metadata, allowCbc);
  if (recipient === undefined) throw new Error('no recipient');
  return recipient;
}
