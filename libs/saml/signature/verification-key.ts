import { X509Certificate, verify, type KeyObject } from 'node:crypto';
import { decodeXmlBase64 } from '../binding/strict-base64.js';
import { refused, type Refused } from '../outcome.js';
import type { SignatureAlgorithm } from './algorithms.js';

/** Whose signature counts: keys from stored, trusted certificates. A key inside a message is never looked at. */
export interface Trust {
  readonly keys: readonly KeyObject[];
  /** Set for one old client by an operator; otherwise SHA-1 is refused. */
  readonly allowSha1?: boolean;
}

export interface CertificateKey {
  readonly kind: 'key';
  readonly key: KeyObject;
  /** The certificate's DER in base64, without line breaks: how it stands in metadata and in the store. */
  readonly certificate: string;
}

export type CertificateRefusal = 'not-a-certificate' | 'weak-key' | 'unsupported-key';

const ARMOUR = /-----(?:BEGIN|END) CERTIFICATE-----/g;

/**
 * Takes the public key out of a certificate, PEM or the bare base64 of metadata. The certificate is a container of the
 * key only: its dates and issuer mean nothing inside metadata that is trusted itself (IIP-MD12).
 */
export function keyFromCertificate(certificate: string): CertificateKey | Refused<CertificateRefusal> {
  const der = decodeXmlBase64(certificate.replace(ARMOUR, ''));
  if (!der) return refused('not-a-certificate');
  try {
    const key = new X509Certificate(der).publicKey;
    const refusal = weakness(key);
    return refusal ? refused(refusal) : { kind: 'key', key, certificate: der.toString('base64') };
  } catch {
    return refused('not-a-certificate');
  }
}

function weakness(key: KeyObject): CertificateRefusal | undefined {
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') return modulusLength < 2048 ? 'weak-key' : undefined;
  const known = key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1'].includes(namedCurve);
  return known ? undefined : 'unsupported-key';
}

/** Whether one of the keys made this signature; a key of another kind than the algorithm's is passed over. */
export function isSignedByOneOf(
  keys: readonly KeyObject[],
  algorithm: SignatureAlgorithm,
  signed: { readonly octets: Buffer; readonly value: Buffer },
): boolean {
  return keys.some((key) => {
    if (key.asymmetricKeyType !== algorithm.key) return false;
    // XML Signature 1.1 section 6.4.3: ECDSA values are r and s side by side, not DER.
    return verify(algorithm.hash, signed.octets, { key, dsaEncoding: 'ieee-p1363' }, signed.value);
  });
}
