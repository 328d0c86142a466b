import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactEncrypt, createLocalJWKSet, SignJWT, UnsecuredJWT, type JWTHeaderParameters } from 'jose';
import { describe, expect, it } from 'vitest';
import { readIdToken, type IdTokenExpectations } from './id-token.js';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const service = pair();
const ours = pair();
const retired = pair();
const stranger = pair();

const now = new Date('2026-03-02T10:00:00Z');
const at = Math.floor(now.getTime() / 1000);
const issuer = 'https://idp.example/v2';
const clientId = 'csam';
const good = { iss: issuer, aud: clientId, sub: 'reference', nonce: 'nonce', iat: at, exp: at + 300 };

const expected: IdTokenExpectations = {
  issuer,
  clientId,
  nonce: 'nonce',
  signatures: ['RS256'],
  encryptions: ['A128CBC-HS256'],
  now,
  decryptionKey: async (kid) => ({ ours: ours.privateKey, retired: retired.privateKey })[kid ?? ''],
  signatureKey: createLocalJWKSet({
    keys: [{ ...service.publicKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'service', use: 'sig' }],
  }),
};

const sign = (
  claims: object,
  header: Partial<JWTHeaderParameters> = {},
  key: KeyObject = service.privateKey,
) => new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'service', ...header }).sign(key);

const encrypt = (jws: string, header: object = {}, key: KeyObject = ours.publicKey) =>
  new CompactEncrypt(new TextEncoder().encode(jws))
    .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A128CBC-HS256', cty: 'JWT', kid: 'ours', ...header })
    .encrypt(key);

const reasonOf = async (token: string): Promise<string> => {
  const outcome = await readIdToken(token, expected);
  return outcome.kind === 'refused' ? outcome.reason : 'valid';
};

describe('an ID token of a recognised service', () => {
  it('is taken when it was made for this login', async () => {
    const outcome = await readIdToken(await encrypt(await sign(good)), expected);
    expect(outcome).toMatchObject({ kind: 'valid', claims: { sub: 'reference' } });
  });

  it('is opened with a key that retired lately', async () => {
    expect(await reasonOf(await encrypt(await sign(good), { kid: 'retired' }, retired.publicKey))).toBe(
      'valid',
    );
  });

  it('may name several addressees when we are the one authorised', async () => {
    const shared = { ...good, aud: [clientId, 'other'] };
    expect(await reasonOf(await encrypt(await sign({ ...shared, azp: clientId })))).toBe('valid');
    expect(await reasonOf(await encrypt(await sign(shared)))).toBe('azp');
    expect(await reasonOf(await encrypt(await sign({ ...good, azp: 'other' })))).toBe('azp');
  });

  it.each([
    ['another issuer', { iss: 'https://idp.example/v2/' }, 'signature-claim-iss'],
    ['another addressee', { aud: 'other' }, 'signature-claim-aud'],
    ['an expired one', { exp: at - 60 }, 'signature-ERR_JWT_EXPIRED'],
    ['one from the future', { iat: at + 120 }, 'signature-claim-iat'],
    ['one that was made long ago', { iat: at - 3_600 }, 'signature-ERR_JWT_EXPIRED'],
    ['no end', { exp: undefined }, 'signature-claim-exp'],
    ['another nonce', { nonce: 'other' }, 'nonce'],
    ['no nonce', { nonce: undefined }, 'signature-claim-nonce'],
    ['nobody', { sub: undefined }, 'signature-claim-sub'],
    ['a name that is empty', { sub: '' }, 'sub'],
  ])('XS-16 is refused with %s', async (_, change, reason) => {
    expect(await reasonOf(await encrypt(await sign({ ...good, ...change })))).toBe(reason);
  });

  it.each(['jku', 'jwk', 'x5u', 'x5c', 'crit'])('OS-16 is refused with the header %s', async (name) => {
    const parts = (await sign(good)).split('.');
    const header = { alg: 'RS256', kid: 'service', [name]: ['x'] };
    const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
    const jws = [encoded, parts[1], parts[2]].join('.');
    expect(await reasonOf(await encrypt(jws))).toBe('header-of-signature');
  });

  it('OS-16 is refused unsigned, signed with our knowledge of the key, or by a stranger', async () => {
    expect(await reasonOf(await encrypt(new UnsecuredJWT(good).encode()))).toBe(
      'signature-ERR_JOSE_ALG_NOT_ALLOWED',
    );
    const secret = new TextEncoder().encode(
      service.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    const confused = await new SignJWT(good)
      .setProtectedHeader({ alg: 'HS256', kid: 'service' })
      .sign(secret);
    expect(await reasonOf(await encrypt(confused))).toBe('signature-ERR_JOSE_ALG_NOT_ALLOWED');
    expect(await reasonOf(await encrypt(await sign(good, {}, stranger.privateKey)))).toBe(
      'signature-ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    );
    expect(await reasonOf(await encrypt(await sign(good, { kid: '../../x' })))).toBe(
      'signature-ERR_JWKS_NO_MATCHING_KEY',
    );
  });

  it('is refused when it is not encrypted to us as agreed', async () => {
    expect(await reasonOf(await sign(good))).toBe('not-encrypted');
    expect(await reasonOf(await encrypt(await sign(good), { kid: 'unknown' }))).toBe(
      'decryption-ERR_JWE_INVALID',
    );
    expect(await reasonOf(await encrypt(await sign(good), { alg: 'RSA-OAEP' }))).toBe(
      'decryption-ERR_JOSE_ALG_NOT_ALLOWED',
    );
    expect(await reasonOf(await encrypt(await sign(good), { enc: 'A256GCM' }))).toBe(
      'decryption-ERR_JOSE_ALG_NOT_ALLOWED',
    );
    expect(await reasonOf(await encrypt(await sign(good), {}, stranger.publicKey))).toBe(
      'decryption-ERR_JWE_DECRYPTION_FAILED',
    );
    expect(await reasonOf('a.b.c.d.e')).toMatch(/^decryption-/);
    expect(await reasonOf(await encrypt('no token'))).toMatch(/^signature-/);
  });
});
