import { constants, createDecipheriv, privateDecrypt, type KeyObject } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { decodeXmlBase64 } from '../binding/strict-base64.js';
import { NAMESPACE } from '../saml-names.js';
import { parseXml } from '../xml/parse-xml.js';
import { attributeOf, childrenNamed, isNamed, trimmedTextOf, withDescendants } from '../xml/read-element.js';
import type { LogoutSubject } from './logout-message.js';
import { readNameId } from './read-logout-request.js';

const XENC11 = 'http://www.w3.org/2009/xmlenc11#';

/** Authenticated encryption only: CBC tells a sender by our answers what is inside. */
const KEY_LENGTHS: Readonly<Record<string, 16 | 32>> = {
  [`${XENC11}aes128-gcm`]: 16,
  [`${XENC11}aes256-gcm`]: 32,
};
const RSA_OAEP = `${NAMESPACE.encryption}rsa-oaep-mgf1p`;
const IV = 12;
const TAG = 16;

/**
 * Decrypts an `<EncryptedID>` (Core 2.2.4) with whichever of our keys opens it (IIP-IDP19). Only for a message whose
 * signature was verified: then there is nobody to learn from our answers.
 *
 * @returns the name, or undefined when no key opens it or what is inside is no NameID
 */
export function decryptNameId(encryptedId: Element, keys: readonly KeyObject[]): LogoutSubject | undefined {
  const sealed = sealedIn(encryptedId);
  if (sealed === undefined) return undefined;
  const pairs = wrappedKeys(encryptedId).flatMap((wrapped) => keys.map((key) => ({ wrapped, key })));
  for (const { wrapped, key } of pairs) {
    const text = opened(sealed.octets, unwrapped(wrapped, key, sealed.keyLength));
    if (text !== undefined) return nameIn(text);
  }
  return undefined;
}

function sealedIn(encryptedId: Element): { octets: Buffer; keyLength: number } | undefined {
  const [data] = childrenNamed(encryptedId, NAMESPACE.encryption, 'EncryptedData');
  if (data === undefined) return undefined;
  const octets = cipherValue(data);
  const keyLength = KEY_LENGTHS[methodOf(data) ?? ''];
  if (octets === undefined || keyLength === undefined) return undefined;
  return octets.length > IV + TAG ? { octets, keyLength } : undefined;
}

/** Inside the data's KeyInfo, or beside the data; both are found in the wild. */
function wrappedKeys(encryptedId: Element): Buffer[] {
  return withDescendants(encryptedId)
    .filter((element) => isNamed(element, NAMESPACE.encryption, 'EncryptedKey'))
    .filter((element) => methodOf(element) === RSA_OAEP)
    .flatMap((element) => cipherValue(element) ?? []);
}

function methodOf(element: Element): string | undefined {
  const [method] = childrenNamed(element, NAMESPACE.encryption, 'EncryptionMethod');
  return method && attributeOf(method, 'Algorithm');
}

function cipherValue(element: Element): Buffer | undefined {
  const [data] = childrenNamed(element, NAMESPACE.encryption, 'CipherData');
  const [value] = data ? childrenNamed(data, NAMESPACE.encryption, 'CipherValue') : [];
  return value && decodeXmlBase64(trimmedTextOf(value) ?? '');
}

function unwrapped(wrapped: Buffer, key: KeyObject, length: number): Buffer | undefined {
  if (key.asymmetricKeyType !== 'rsa') return undefined;
  try {
    const secret = privateDecrypt(
      { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      wrapped,
    );
    return secret.length === length ? secret : undefined;
  } catch {
    return undefined;
  }
}

function opened(sealed: Buffer, secret: Buffer | undefined): string | undefined {
  if (secret === undefined) return undefined;
  const decipher = createDecipheriv(
    secret.length === 16 ? 'aes-128-gcm' : 'aes-256-gcm',
    secret,
    sealed.subarray(0, IV),
    { authTagLength: TAG },
  );
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function nameIn(xml: string): LogoutSubject | undefined {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused' || !isNamed(parsed.root, NAMESPACE.assertion, 'NameID')) return undefined;
  return readNameId(parsed.root);
}
