import { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { X509Certificate } from '@peculiar/x509';
import type { Issued } from './issue.js';

const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3';
const ITERATIONS = 10_000;

const encryption = (password: ArrayBuffer) => ({
  password,
  // The library makes an initialisation vector of its own; the type only wants one.
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: ITERATIONS,
});

/** A file for browsers and key chains (PKCS #12, RFC 7292): the key, its certificate, the authorities above it. */
export async function pkcs12(
  { certificate, privateKey }: Issued,
  authorities: readonly X509Certificate[],
  options: { readonly password: string; readonly name: string },
): Promise<Buffer> {
  const password = new Uint8Array(Buffer.from(options.password, 'utf8')).buffer;
  const attributes = keyAttributes(options.name);
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey);
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(pkcs8) });
  await shrouded.makeInternalValues(encryption(password));
  const keys = new pkijs.SafeContents({
    safeBags: [new pkijs.SafeBag({ bagId: SHROUDED_KEY, bagValue: shrouded, bagAttributes: attributes })],
  });
  const certificates = new pkijs.SafeContents({
    safeBags: [
      certificateBag(certificate, attributes),
      ...authorities.map((authority) => certificateBag(authority)),
    ],
  });
  const pfx = new pkijs.PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new pkijs.AuthenticatedSafe({
        parsedValue: {
          safeContents: [
            { privacyMode: 0, value: keys },
            { privacyMode: 1, value: certificates },
          ],
        },
      }),
    },
  });
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({
    safeContents: [{}, encryption(password)],
  });
  await pfx.makeInternalValues({
    password,
    iterations: ITERATIONS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(pfx.toSchema().toBER(false));
}

/** The key and its certificate find each other by a common identifier. */
const keyAttributes = (name: string) => [
  new pkijs.Attribute({
    type: LOCAL_KEY_ID,
    values: [new asn1js.OctetString({ valueHex: new Uint8Array([1]).buffer })],
  }),
  new pkijs.Attribute({ type: FRIENDLY_NAME, values: [new asn1js.BmpString({ value: name })] }),
];

const certificateBag = (certificate: X509Certificate, bagAttributes?: pkijs.Attribute[]) =>
  new pkijs.SafeBag({
    bagId: CERTIFICATE,
    bagValue: new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(certificate.rawData) }),
    ...(bagAttributes && { bagAttributes }),
  });
