// The X.509 library registers its parts by decorator metadata, which must exist before it is loaded.
import 'reflect-metadata';
import { X509CertificateGenerator } from '@peculiar/x509';
import { KeyObject, webcrypto } from 'node:crypto';
import { days } from '#libs/kernel';
import type { ServiceProviderKey } from './service-provider-key.js';

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Metadata carries keys as certificates and trusts the key alone, so the dates of the certificate decide nothing. */
const VALIDITY = days(10 * 365);

/** A new RSA key with a certificate around it. */
export async function newKeyPair(commonName: string): Promise<ServiceProviderKey> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const now = Date.now();
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${commonName}`,
      notBefore: new Date(now - days(1)),
      notAfter: new Date(now + VALIDITY),
      signingAlgorithm: ALGORITHM,
      keys,
    },
    webcrypto as Crypto,
  );
  const privateKey = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return { privateKey: privateKey.toString(), certificate: certificate.toString('pem') };
}
