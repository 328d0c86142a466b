import { testDatabase, type TestDatabase } from '#libs/testing';
import { days } from '#libs/kernel';
import { sign, verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FieldCipher, MasterKey, signatureParameters, SigningKeyRing } from './index.js';

const cipher = new FieldCipher(MasterKey.fromSecret(Buffer.alloc(32, 1)));

describe('signing key ring', () => {
  let db: TestDatabase;
  let now = new Date();
  const clock = { now: () => now };
  const rings: SigningKeyRing[] = [];
  const ring = () => {
    const made = new SigningKeyRing({ database: db.database, cipher, clock, publishRetiredFor: days(10) });
    rings.push(made);
    return made;
  };

  beforeAll(async () => {
    db = await testDatabase({ role: 'csam_fas' });
  });
  afterAll(async () => {
    await Promise.all(rings.map((one) => one.stop()));
    await db.drop();
  });

  it('several processes that start at once make one active and one next key', async () => {
    await Promise.all([ring(), ring(), ring()].map((one) => one.ensure('oidc')));
    const states = (await ring().list()).map(({ use, state }) => `${use} ${state}`);
    expect(states.toSorted()).toEqual(['oidc active', 'oidc next']);
  });

  it.each(['RS256', 'PS256', 'ES256'] as const)(
    'signs with %s and publishes the public half only',
    async (algorithm) => {
      const one = ring();
      await one.ensure('oidc', algorithm);
      const key = await one.active('oidc', algorithm);
      const data = Buffer.from('message');
      const signature = sign('sha256', data, signatureParameters(algorithm, key.privateKey));
      expect(verify('sha256', data, signatureParameters(algorithm, key.publicKey), signature)).toBe(true);
      const { keys } = await one.published('oidc');
      expect(keys.find(({ kid }) => kid === key.kid)).toMatchObject({ alg: algorithm, use: 'sig' });
      expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
    },
  );

  it('keeps no private key readable', async () => {
    const rows = await db.database.query<{ private_key: string }>(
      'select private_key from security.signing_key',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ private_key: stored }) => stored.startsWith('v1.'))).toBe(true);
  });

  it('a key for SAML comes with a certificate of its own key', async () => {
    const one = ring();
    await one.ensure('saml');
    const key = await one.active('saml');
    const certificate = new X509Certificate(key.certificate ?? '');
    expect(certificate.checkPrivateKey(key.privateKey)).toBe(true);
    expect(certificate.verify(key.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=CSAM');
  });

  it('RF-15 after a rotation the announced key signs, the old one stays published, and others hear of it', async () => {
    const [one, other] = [ring(), ring()];
    await other.start();
    await one.ensure('saml');
    const before = await other.publishedKeys('saml');
    const announced = before.find(({ state }) => state === 'next');
    const retired = await other.active('saml');
    const signer = await one.rotate('saml');
    expect(signer.kid).toBe(announced?.kid);
    await expect.poll(async () => (await other.active('saml')).kid).toBe(signer.kid);
    const published = (await other.publishedKeys('saml')).map(({ kid, state }) => `${state} ${kid}`);
    expect(published).toHaveLength(3);
    expect(published[0]).toBe(`active ${signer.kid}`);
    expect(published[2]).toBe(`retired ${retired.kid}`);
  });

  it('a retired key is published no longer than its signatures live', async () => {
    const one = ring();
    await one.start();
    now = new Date(now.getTime() + days(11));
    expect((await one.publishedKeys('saml')).map(({ state }) => state)).toEqual(['active', 'next']);
  });

  it('a use without keys is an error that says so', async () => {
    const one = ring();
    await expect(one.active('saml', 'PS256')).rejects.toThrow('no active PS256 key for saml');
  });
});
