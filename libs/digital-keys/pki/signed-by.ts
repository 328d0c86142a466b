import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Something that an authority signed: a certificate, a list of revoked ones, an answer of a responder. */
export interface SignedStructure {
  /** The signed bytes, as they came. */
  readonly tbs: Uint8Array;
  /** Object identifier of the signature algorithm. */
  readonly algorithm: string;
  readonly signature: Uint8Array;
}

/** RSA with PKCS #1 v1.5 and ECDSA, with SHA-2 (RFC 5754, RFC 5758); nothing weaker is taken. */
const ALGORITHMS: Readonly<Record<string, { readonly hash: string; readonly keyType: 'rsa' | 'ec' }>> = {
  '1.2.840.113549.1.1.11': { hash: 'sha256', keyType: 'rsa' },
  '1.2.840.113549.1.1.12': { hash: 'sha384', keyType: 'rsa' },
  '1.2.840.113549.1.1.13': { hash: 'sha512', keyType: 'rsa' },
  '1.2.840.10045.4.3.2': { hash: 'sha256', keyType: 'ec' },
  '1.2.840.10045.4.3.3': { hash: 'sha384', keyType: 'ec' },
  '1.2.840.10045.4.3.4': { hash: 'sha512', keyType: 'ec' },
};

const SMALLEST_RSA_KEY = 2048;

/** Whether the owner of the key signed it. An algorithm or key that is too weak counts as no signature. */
export function isSignedBy(signed: SignedStructure, publicKey: KeyObject): boolean {
  const algorithm = ALGORITHMS[signed.algorithm];
  if (algorithm === undefined || algorithm.keyType !== publicKey.asymmetricKeyType) return false;
  if (!isStrong(publicKey)) return false;
  try {
    return verify(algorithm.hash, signed.tbs, publicKey, signed.signature);
  } catch {
    return false;
  }
}

function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= SMALLEST_RSA_KEY;
}

/** A key in the form in which certificates hold it (SubjectPublicKeyInfo, DER). */
export const publicKeyOf = (spki: ArrayBuffer): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
