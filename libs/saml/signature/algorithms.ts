import type { KeyObject } from 'node:crypto';

export interface SignatureAlgorithm {
  readonly uri: string;
  readonly hash: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly key: 'rsa' | 'ec';
}

export interface DigestAlgorithm {
  readonly uri: string;
  readonly hash: SignatureAlgorithm['hash'];
}

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';

export const RSA_SHA256: SignatureAlgorithm = { uri: `${MORE}rsa-sha256`, hash: 'sha256', key: 'rsa' };
export const ECDSA_SHA256: SignatureAlgorithm = { uri: `${MORE}ecdsa-sha256`, hash: 'sha256', key: 'ec' };
export const ECDSA_SHA384: SignatureAlgorithm = { uri: `${MORE}ecdsa-sha384`, hash: 'sha384', key: 'ec' };
export const SHA256: DigestAlgorithm = { uri: 'http://www.w3.org/2001/04/xmlenc#sha256', hash: 'sha256' };

const SIGNATURES: readonly SignatureAlgorithm[] = [
  RSA_SHA256,
  { uri: `${MORE}rsa-sha384`, hash: 'sha384', key: 'rsa' },
  { uri: `${MORE}rsa-sha512`, hash: 'sha512', key: 'rsa' },
  ECDSA_SHA256,
  ECDSA_SHA384,
  { uri: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', hash: 'sha1', key: 'rsa' },
];

const DIGESTS: readonly DigestAlgorithm[] = [
  SHA256,
  { uri: `${MORE}sha384`, hash: 'sha384' },
  { uri: 'http://www.w3.org/2001/04/xmlenc#sha512', hash: 'sha512' },
  { uri: 'http://www.w3.org/2000/09/xmldsig#sha1', hash: 'sha1' },
];

/**
 * A closed list: what is not on it does not exist (no HMAC, no DSA, no MD5, no fallback). SHA-1 is there for old clients
 * only, behind a switch that an operator sets for one client (SDP-ALG01).
 */
export function signatureAlgorithm(uri: string, allowSha1 = false): SignatureAlgorithm | undefined {
  return SIGNATURES.find((known) => known.uri === uri && (allowSha1 || known.hash !== 'sha1'));
}

export function digestAlgorithm(uri: string, allowSha1 = false): DigestAlgorithm | undefined {
  return DIGESTS.find((known) => known.uri === uri && (allowSha1 || known.hash !== 'sha1'));
}

/** What we take from everybody, the preferred ones first: for metadata. */
export const COMMON_SIGNATURES: readonly SignatureAlgorithm[] = SIGNATURES.filter(
  ({ hash }) => hash !== 'sha1',
);
export const COMMON_DIGESTS: readonly DigestAlgorithm[] = DIGESTS.filter(({ hash }) => hash !== 'sha1');

/** The algorithm we sign with, by the kind of key. */
export function algorithmForKey(key: KeyObject): SignatureAlgorithm {
  if (key.asymmetricKeyType === 'rsa') return RSA_SHA256;
  switch (key.asymmetricKeyDetails?.namedCurve) {
    case 'prime256v1':
      return ECDSA_SHA256;
    case 'secp384r1':
      return ECDSA_SHA384;
    default:
      throw new TypeError('a SAML signing key is RSA, P-256 or P-384');
  }
}
