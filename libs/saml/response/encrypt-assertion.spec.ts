import { SAML } from '@node-saml/node-saml';
import { constants, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { NAMESPACE } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import { hasSchemas, schemaComplaints } from '../../../test/support/saml-judges.js';
import { recipientOf, testKey, trusted, type TestKey } from '../test-support/keys.js';
import { ACS, IDP, SP, posted } from '../test-support/requests.js';
import { successResponse } from '../test-support/responses.js';
import { parseXml } from '../xml/parse-xml.js';
import { buildResponse } from './build-response.js';
import { encryptionRecipient } from './encryption-recipient.js';

const AES_256_GCM = `${NAMESPACE.encryption11}aes256-gcm`;
const AES_128_GCM = `${NAMESPACE.encryption11}aes128-gcm`;
const AES_256_CBC = `${NAMESPACE.encryption}aes256-cbc`;
const AES_128_CBC = `${NAMESPACE.encryption}aes128-cbc`;
const OAEP_SHA1 = `${NAMESPACE.encryption}rsa-oaep-mgf1p`;
const OAEP_SHA256 = `${NAMESPACE.encryption11}rsa-oaep`;

let key: TestKey;
let recipient: TestKey;
beforeAll(async () => {
  [key, recipient] = [await testKey(), await testKey()];
});

function rootOf(xml: string) {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.root;
}

/** Opens what was encrypted, by the algorithms that it names. */
function opened(xml: string): string {
  const [wrapped = '', sealed = ''] = [...xml.matchAll(/<xenc:CipherValue>([^<]*)/g)].map(
    ([, value]) => value ?? '',
  );
  const oaepHash = xml.includes(OAEP_SHA256) ? 'sha256' : 'sha1';
  const unwrap = {
    key: createPrivateKey(recipient.pem),
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash,
  };
  const secret = privateDecrypt(unwrap, Buffer.from(wrapped, 'base64'));
  const octets = Buffer.from(sealed, 'base64');
  const bits = secret.length * 8 === 256 ? 256 : 128;
  if (xml.includes('-cbc')) {
    const decipher = createDecipheriv(`aes-${bits}-cbc`, secret, octets.subarray(0, 16));
    return decipher.update(octets.subarray(16), undefined, 'utf8') + decipher.final('utf8');
  }
  const decipher = createDecipheriv(`aes-${bits}-gcm`, secret, octets.subarray(0, 12));
  decipher.setAuthTag(octets.subarray(-16));
  return decipher.update(octets.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}

describe('SR-5 an encrypted assertion', () => {
  it.each<[string, readonly string[], boolean, string, string]>([
    ['says nothing', [], false, AES_256_GCM, OAEP_SHA1],
    [
      'lists all',
      [AES_128_GCM, AES_256_CBC, AES_256_GCM, OAEP_SHA256, OAEP_SHA1],
      true,
      AES_256_GCM,
      OAEP_SHA1,
    ],
    ['knows 128 bits only', [AES_128_GCM, OAEP_SHA1], false, AES_128_GCM, OAEP_SHA1],
    ['knows the newer RSA-OAEP only', [AES_256_GCM, OAEP_SHA256], false, AES_256_GCM, OAEP_SHA256],
    ['knows CBC only and may have it', [AES_256_CBC, AES_128_CBC], true, AES_256_CBC, OAEP_SHA1],
    ['knows CBC of 128 bits only and may have it', [AES_128_CBC], true, AES_128_CBC, OAEP_SHA1],
    ['knows CBC too, without the setting', [AES_256_CBC, AES_128_GCM], false, AES_128_GCM, OAEP_SHA1],
  ])('for a recipient that %s opens to the signed assertion', async (_, methods, allowCbc, data, wrap) => {
    const whom = recipientOf(recipient, methods, allowCbc);
    const { xml, assertionId = '' } = await buildResponse(successResponse(), key, whom);
    expect(xml).not.toContain('Voorbeeld');
    expect(xml.match(/EncryptionMethod Algorithm="([^"]*)"/g)).toEqual([
      `EncryptionMethod Algorithm="${data}"`,
      `EncryptionMethod Algorithm="${wrap}"`,
    ]);
    const assertion = opened(xml);
    expect(assertion).toContain(`ID="${assertionId}"`);
    expect(verifyEnvelopedSignature(rootOf(assertion), { keys: [trusted(key)] }).kind).toBe('verified');
    expect(verifyEnvelopedSignature(rootOf(xml), { keys: [trusted(key)] }).kind).toBe('verified');
    if (hasSchemas) expect(schemaComplaints(xml)).toBe('');
  });

  it('is not made by CBC without the setting, by PKCS#1 v1.5, or for a key that is not RSA', async () => {
    const metadata = (encryptionMethods: string[], certificate = recipient.certificate) => ({
      encryptionCertificates: [certificate],
      encryptionMethods,
    });
    const elliptic = await testKey('p256');
    expect(encryptionRecipient(metadata([AES_256_CBC]))).toBeUndefined();
    expect(encryptionRecipient(metadata([], elliptic.certificate))).toBeUndefined();
    expect(encryptionRecipient({ encryptionCertificates: [], encryptionMethods: [] })).toBeUndefined();
    const old = encryptionRecipient(metadata([`${NAMESPACE.encryption}rsa-1_5`]), true);
    expect(old?.wrap.uri).toBe(OAEP_SHA1);
  });

  it.each([[[AES_256_GCM]], [[AES_128_GCM]], [[AES_256_CBC]]])(
    'is accepted by node-saml: %s',
    async (methods) => {
      const { xml } = await buildResponse(successResponse(), key, recipientOf(recipient, methods, true));
      const client = new SAML({
        callbackUrl: ACS,
        entryPoint: 'https://idp.example.be/',
        issuer: SP,
        audience: SP,
        idpIssuer: IDP,
        idpCert: key.certificate,
        wantAssertionsSigned: true,
        wantAuthnResponseSigned: true,
        decryptionPvk: recipient.pem,
      });
      const { profile } = await client.validatePostResponseAsync({ SAMLResponse: posted(xml) });
      expect(profile?.nameID).toBe('AB2C3D');
    },
  );
});
