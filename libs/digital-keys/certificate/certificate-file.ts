import { verify } from 'node:crypto';
import { readCertificate, type Certificate } from '../pki/certificate.js';
import type { PresentedCertificate } from '../pki/presented.js';

export type CertificateFileProblem = 'no-file' | 'unreadable-file' | 'too-large' | 'private-key';

export type CertificateFile =
  | { readonly kind: 'read'; readonly presented: PresentedCertificate }
  | { readonly kind: 'refused'; readonly problem: CertificateFileProblem };

/** Enough for a certificate with all its authorities, in text. */
const LARGEST_FILE = 16 * 1024;

const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/;
const PEM_BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z\d+/=\s]+)-----END CERTIFICATE-----/g;

/**
 * The certificate in a file, PEM (RFC 7468) or DER, and the authorities that stand beside it. A file with a private
 * key in it is refused: its owner is to learn that nobody needs it.
 */
export function readCertificateFile(bytes: Buffer): CertificateFile {
  if (bytes.length === 0) return refused('no-file');
  if (bytes.length > LARGEST_FILE) return refused('too-large');
  const text = bytes.toString('latin1');
  if (PRIVATE_KEY.test(text)) return refused('private-key');
  const blocks = [...text.matchAll(PEM_BLOCK)].map(([, inside = '']) => Buffer.from(inside, 'base64'));
  const certificates = (blocks.length > 0 ? blocks : [bytes])
    .map((der) => readCertificate(der))
    .filter((certificate) => certificate !== undefined);
  const own = certificates.find(({ authority }) => authority === undefined) ?? certificates[0];
  if (own === undefined) return refused('unreadable-file');
  const others = certificates.filter((one) => one !== own).map(({ der }) => der);
  return { kind: 'read', presented: { certificate: own.der, others } };
}

const refused = (problem: CertificateFileProblem): CertificateFile => ({ kind: 'refused', problem });

/**
 * What the owner of the private key signs. It says what it is for, so that no signature that was asked elsewhere
 * serves here, and holds nothing that a shell would read as more than text.
 */
export const textToSign = (challenge: string): string => `csam-certificate-as-key-${challenge}`;

/** Longest signature in base64 that is looked at: RSA of 8192 bits. */
const LONGEST_SIGNATURE = 2_000;

/** Whether the private key of the certificate made this signature, as `openssl dgst -sha256 -sign` does. */
export function isSignedByOwner(
  { publicKey }: Pick<Certificate, 'publicKey'>,
  text: string,
  signature: string,
): boolean {
  const { asymmetricKeyType: type } = publicKey;
  if ((type !== 'rsa' && type !== 'ec') || signature.length > LONGEST_SIGNATURE) return false;
  try {
    return verify('sha256', Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
