import { constants, createCipheriv, publicEncrypt, randomBytes, type CipherGCM } from 'node:crypto';
import { NAMESPACE } from '../saml-names.js';
import { element } from '../xml/write-element.js';
import type { DataCipher, EncryptionRecipient, KeyCipher } from './encryption-recipient.js';

const DIGESTS = { sha1: `${NAMESPACE.signature}sha1`, sha256: `${NAMESPACE.encryption}sha256` } as const;

/**
 * An `<EncryptedAssertion>` (Core 2.3.4; XML Encryption 1.1) in canonical form: the assertion under a fresh key, that key
 * under RSA-OAEP for the relying party.
 */
export function encryptAssertion(assertion: string, { key, data, wrap }: EncryptionRecipient): string {
  const contentKey = randomBytes(data.keyOctets);
  const oaep = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: wrap.hash };
  const wrappedKey = publicEncrypt(oaep, contentKey).toString('base64');
  const encrypted = element(
    'xenc:EncryptedData',
    { 'xmlns:xenc': NAMESPACE.encryption, Type: `${NAMESPACE.encryption}Element` },
    element('xenc:EncryptionMethod', { Algorithm: data.uri }),
    element(
      'ds:KeyInfo',
      { 'xmlns:ds': NAMESPACE.signature },
      element('xenc:EncryptedKey', {}, keyMethod(wrap), cipherData(wrappedKey)),
    ),
    cipherData(sealed(assertion, contentKey, data)),
  );
  return element('saml:EncryptedAssertion', { 'xmlns:saml': NAMESPACE.assertion }, encrypted);
}

function keyMethod({ uri, hash }: KeyCipher): string {
  const digest = element('ds:DigestMethod', { Algorithm: DIGESTS[hash] });
  // The older of the two is SHA-1 in its mask by definition, the newer says it (XML Encryption 1.1 section 5.5.2).
  const mask =
    hash === 'sha1'
      ? ''
      : element('xenc11:MGF', {
          'xmlns:xenc11': NAMESPACE.encryption11,
          Algorithm: `${NAMESPACE.encryption11}mgf1${hash}`,
        });
  return element('xenc:EncryptionMethod', { Algorithm: uri }, digest, mask);
}

/**
 * XML Encryption 1.1 section 5.2: the IV in front; with GCM a 128-bit tag behind, with CBC padding whose last octet is
 * its length, as PKCS#7 has it.
 */
function sealed(text: string, key: Buffer, { cipher: name, ivOctets }: DataCipher): string {
  const iv = randomBytes(ivOctets);
  const cipher = createCipheriv(name, key, iv);
  const parts = [iv, cipher.update(text, 'utf8'), cipher.final()];
  const tag = name.endsWith('gcm') ? [(cipher as CipherGCM).getAuthTag()] : [];
  return Buffer.concat([...parts, ...tag]).toString('base64');
}

function cipherData(value: string): string {
  return element('xenc:CipherData', {}, element('xenc:CipherValue', {}, value));
}
