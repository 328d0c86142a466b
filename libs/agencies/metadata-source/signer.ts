import type { KeyObject } from 'node:crypto';
import { keyFromCertificate, type CertificateRefusal } from '#libs/saml';

export type SignerOutcome =
  | { readonly kind: 'keys'; readonly keys: readonly KeyObject[] }
  | { readonly kind: 'refused'; readonly reason: CertificateRefusal };

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The keys of who signs metadata: of each certificate in the PEM text, so that the next one can be named ahead. */
export function readSigner(pem: string): SignerOutcome {
  const keys: KeyObject[] = [];
  for (const certificate of pem.match(CERTIFICATE) ?? []) {
    const read = keyFromCertificate(certificate);
    if (read.kind === 'refused') return { kind: 'refused', reason: read.reason };
    keys.push(read.key);
  }
  return keys.length > 0 ? { kind: 'keys', keys } : { kind: 'refused', reason: 'not-a-certificate' };
}
