import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { parseFedId } from '#libs/kernel';
import { DemoWorld, ensureDemoSeed, ensureNationalRegisterKeys, totpCode } from './index.js';

const data = mkdtempSync(join(tmpdir(), 'demo-world-'));
afterAll(() => rmSync(data, { recursive: true }));

const world = DemoWorld.fromSeed('ab'.repeat(32));

describe('the demo world', () => {
  it('is the same for the same seed and another for another seed', () => {
    const again = DemoWorld.fromSeed('ab'.repeat(32));
    const other = DemoWorld.fromSeed('cd'.repeat(32));
    expect(again.people).toEqual(world.people);
    expect(other.person('an-appelmoes').password).not.toBe(world.person('an-appelmoes').password);
    expect(other.clientSecret('demo-oidc')).not.toBe(world.clientSecret('demo-oidc'));
  });

  it('gives a secret exactly to those who have the key', () => {
    for (const person of world.people) {
      expect(person.password !== undefined).toBe(person.keys.includes('password'));
      expect(person.totpSecret !== undefined).toBe(person.keys.includes('totp'));
      expect(person.token !== undefined).toBe(person.keys.includes('token'));
      expect(parseFedId(person.fedId).kind).toBe('valid');
    }
  });

  it('makes pass phrases of 15 characters or more, and cards of 24 codes of 6 letters', () => {
    for (const { password } of world.people)
      if (password !== undefined) expect(password).toMatch(/^[a-z-]{12,}-\d\d$/u);
    const codes = world.person('dieter-dosenbrot').token?.codes ?? [];
    expect(codes).toHaveLength(24);
    expect(codes.every((code) => /^[A-Z]{6}$/u.test(code))).toBe(true);
  });

  it('shows the codes of an authenticator app (RFC 6238 appendix B, last six digits)', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(totpCode(secret, new Date(59_000))).toBe('287082');
    expect(totpCode(secret, new Date(1_111_111_109_000))).toBe('081804');
  });

  it('keeps the seed it made', () => {
    const seed = ensureDemoSeed(data);
    expect(seed).toMatch(/^[0-9a-f]{64}$/u);
    expect(ensureDemoSeed(data)).toBe(seed);
  });

  it('makes the key pairs of the Rijksregister once, also when two start at the same time', async () => {
    const [first, second] = await Promise.all([
      ensureNationalRegisterKeys(data),
      ensureNationalRegisterKeys(data),
    ]);
    expect(second).toEqual(first);
    for (const { keyFile, certificateFile } of [first.consumer, first.server]) {
      const certificate = new X509Certificate(readFileSync(certificateFile));
      expect(certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile)))).toBe(true);
    }
  });
});
