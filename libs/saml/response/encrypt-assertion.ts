import { constants, createCipheriv, publicEncrypt, randomBytes, type KeyObject } from 'node:crypto';
import { NAMESPACE } from '../saml-names.js';
import { element } from '../xml/write-element.js';

const AES_256_GCM = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const RSA_OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';
const SHA1_FOR_OAEP = 'http://www.w3.org/2000/09/xmldsig#sha1';

/**
 * An `<EncryptedAssertion>` (Core 2.3.4; XML Encryption 1.1) in canonical form: AES-256-GCM under a fresh key, that key
 * under RSA-OAEP for the relying party. SHA-1 serves here only as OAEP's mask, where its weakness does not matter, and is
 * what every relying party understands.
 */
export function encryptAssertion(assertion: string, recipient: KeyObject): string {
  const key = randomBytes(32);
  const oaep = { key: recipient, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  const wrappedKey = publicEncrypt(oaep, key).toString('base64');
  const keyMethod = element(
    'xenc:EncryptionMethod',
    { Algorithm: RSA_OAEP },
    element('ds:DigestMethod', { Algorithm: SHA1_FOR_OAEP }),
  );
  const data = element(
    'xenc:EncryptedData',
    { 'xmlns:xenc': NAMESPACE.encryption, Type: `${NAMESPACE.encryption}Element` },
    element('xenc:EncryptionMethod', { Algorithm: AES_256_GCM }),
    element(
      'ds:KeyInfo',
      { 'xmlns:ds': NAMESPACE.signature },
      element('xenc:EncryptedKey', {}, keyMethod, cipherData(wrappedKey)),
    ),
    cipherData(sealed(assertion, key)),
  );
  return element('saml:EncryptedAssertion', { 'xmlns:saml': NAMESPACE.assertion }, data);
}

/** XML Encryption 1.1 section 5.2.4: a 96-bit IV in front, the 128-bit tag behind. */
function sealed(text: string, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  );
}

function cipherData(value: string): string {
  return element('xenc:CipherData', {}, element('xenc:CipherValue', {}, value));
}
