import { createHash, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { NAMESPACE } from '../saml-names.js';
import { element } from '../xml/write-element.js';
import { SHA256, algorithmForKey } from './algorithms.js';

/** A key we sign with, and the certificate that carries its public half in our metadata. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** PEM or the bare base64 of the DER. */
  readonly certificate: string;
}

/** A message in exclusive canonical form, cut where its signature belongs. */
export interface UnsignedMessage {
  readonly id: string;
  /** From the root's start tag to where the signature goes: behind the issuer, or first of all in metadata. */
  readonly before: string;
  readonly after: string;
}

const signInThreadPool = promisify(sign);

/**
 * Signs a message with an enveloped signature over its root. The text is already canonical, so its digest is the digest of
 * the text; the private-key operation runs in the thread pool, off the event loop.
 */
export async function signMessage(message: UnsignedMessage, key: SigningKey): Promise<string> {
  const algorithm = algorithmForKey(key.privateKey);
  const digest = createHash(SHA256.hash).update(message.before).update(message.after).digest('base64');
  const content = signedInfoContent(message.id, algorithm.uri, digest);
  // Signed is SignedInfo as an apex of its own; inside the signature the declaration stands on the parent already.
  const apex = element('ds:SignedInfo', { 'xmlns:ds': NAMESPACE.signature }, content);
  const value = await signInThreadPool(algorithm.hash, Buffer.from(apex), {
    key: key.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${message.before}${signatureElement(content, value, key)}${message.after}`;
}

function signedInfoContent(id: string, algorithm: string, digest: string): string {
  return [
    element('ds:CanonicalizationMethod', { Algorithm: NAMESPACE.canonical }),
    element('ds:SignatureMethod', { Algorithm: algorithm }),
    element(
      'ds:Reference',
      { URI: `#${id}` },
      element(
        'ds:Transforms',
        {},
        element('ds:Transform', { Algorithm: `${NAMESPACE.signature}enveloped-signature` }),
        element('ds:Transform', { Algorithm: NAMESPACE.canonical }),
      ),
      element('ds:DigestMethod', { Algorithm: SHA256.uri }),
      element('ds:DigestValue', {}, digest),
    ),
  ].join('');
}

function signatureElement(content: string, value: Buffer, key: SigningKey): string {
  return element(
    'ds:Signature',
    { 'xmlns:ds': NAMESPACE.signature },
    element('ds:SignedInfo', {}, content),
    element('ds:SignatureValue', {}, value.toString('base64')),
    keyInfo(key.certificate),
  );
}

/** `<ds:KeyInfo>` with one certificate; the prefix must be declared by an element around it. */
export function keyInfo(certificate: string, declaration?: string): string {
  const x509 = element('ds:X509Data', {}, element('ds:X509Certificate', {}, bareCertificate(certificate)));
  return element('ds:KeyInfo', { 'xmlns:ds': declaration }, x509);
}

/** The base64 of a certificate without armour and line breaks. */
export function bareCertificate(certificate: string): string {
  return certificate.replace(/-----(?:BEGIN|END) CERTIFICATE-----|\s+/g, '');
}
