// The X.509 library registers its parts by decorator metadata, which must exist before it is loaded.
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  webcrypto,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';

export type SigningAlgorithm = 'RS256' | 'PS256' | 'ES256';

/** Keys that sign, and those to which others encrypt for us (RFC 7518 section 4.3). */
export type KeyAlgorithm = SigningAlgorithm | 'RSA-OAEP-256';

export interface KeyMaterial {
  readonly kid: string;
  /** PKCS#8, PEM. */
  readonly privateKey: string;
  readonly publicJwk: JsonWebKey;
}

const generate = promisify(generateKeyPair);

const RSA_BITS = 2048;

export async function generateKeyMaterial(algorithm: KeyAlgorithm): Promise<KeyMaterial> {
  const { privateKey, publicKey } =
    algorithm === 'ES256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: RSA_BITS });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = thumbprint(jwk);
  return {
    kid,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicJwk: { ...jwk, kid, alg: algorithm, use: algorithm === 'RSA-OAEP-256' ? 'enc' : 'sig' },
  };
}

/** RFC 7638: SHA-256 over the required members in alphabetical order. */
function thumbprint({ kty, crv, x, y, n, e }: JsonWebKey): string {
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

export function readPrivateKey(pem: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const privateKey = createPrivateKey(pem);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** What node:crypto `sign` and `verify` take to sign as this JWA algorithm (RFC 7518 section 3). */
export function signatureParameters(algorithm: KeyAlgorithm, key: KeyObject) {
  switch (algorithm) {
    case 'RSA-OAEP-256':
      throw new RangeError('others encrypt to this key; it signs nothing');
    case 'RS256':
      return { key };
    case 'PS256':
      return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    case 'ES256':
      return { key, dsaEncoding: 'ieee-p1363' as const };
  }
}

const WEBCRYPTO_NAMES = {
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const;

/** A self-signed certificate around the key: SAML metadata carries keys as certificates and trusts the key alone. */
export async function selfSignedCertificate(
  material: KeyMaterial,
  algorithm: SigningAlgorithm,
  { commonName, from, until }: { commonName: string; from: Date; until: Date },
): Promise<string> {
  const signingAlgorithm = WEBCRYPTO_NAMES[algorithm];
  const { privateKey, publicKey } = readPrivateKey(material.privateKey);
  const { subtle } = webcrypto;
  const keys = {
    privateKey: await subtle.importKey(
      'pkcs8',
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      signingAlgorithm,
      true,
      ['sign'],
    ),
    publicKey: await subtle.importKey(
      'spki',
      publicKey.export({ type: 'spki', format: 'der' }),
      signingAlgorithm,
      true,
      ['verify'],
    ),
  };
  const certificate = await X509CertificateGenerator.createSelfSigned(
    { name: `CN=${commonName}`, notBefore: from, notAfter: until, keys, signingAlgorithm },
    webcrypto as Crypto,
  );
  return certificate.toString('pem');
}
