import { describe, expect, it } from 'vitest';
import { checkPasswordRules, MasterKey, OverloadedError, PasswordHasher } from './index.js';

const masterKey = MasterKey.fromSecret(Buffer.alloc(32, 7));
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const hasher = new PasswordHasher({ masterKey, cost: cheap, concurrency: 2 });

describe('password hasher', () => {
  it('matches the password and no other', async () => {
    const stored = await hasher.hash('een heel lang wachtwoord');
    expect(await hasher.verify(stored, 'een heel lang wachtwoord')).toEqual({ kind: 'match', rehash: false });
    expect(await hasher.verify(stored, 'een heel lang wachtwoorD')).toEqual({ kind: 'mismatch' });
  });

  it('LN-4 hashes equal passwords differently, with cost and key in the stored form', async () => {
    const [one, other] = [await hasher.hash('zelfde zelfde'), await hasher.hash('zelfde zelfde')];
    expect(one).not.toBe(other);
    expect(one).toMatch(new RegExp(String.raw`^${masterKey.id}:\$argon2id\$v=19\$m=64,t=1,p=1\$`));
  });

  it('by default costs 19 MiB, two passes, one lane', async () => {
    const stored = await new PasswordHasher({ masterKey }).hash('een heel lang wachtwoord');
    expect(stored).toContain('$m=19456,t=2,p=1$');
  });

  it('matches composed and decomposed letters alike', async () => {
    const stored = await hasher.hash('crème brûlée'.normalize('NFD'));
    expect(await hasher.verify(stored, 'crème brûlée'.normalize('NFC'))).toMatchObject({ kind: 'match' });
  });

  it('LN-2 tells apart passwords that differ at byte 73', async () => {
    const stored = await hasher.hash(`${'x'.repeat(72)}a`);
    expect(await hasher.verify(stored, `${'x'.repeat(72)}b`)).toEqual({ kind: 'mismatch' });
  });

  it('an absent user takes as long as a present one and never matches', async () => {
    const real = new PasswordHasher({ masterKey });
    const stored = await real.hash('een heel lang wachtwoord');
    const fastest = { present: Number.POSITIVE_INFINITY, absent: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 12; round += 1) {
      for (const [who, hash] of [
        ['present', stored],
        ['absent', undefined],
      ] as const) {
        const start = performance.now();
        expect(await real.verify(hash, 'wrong')).toEqual({ kind: 'mismatch' });
        fastest[who] = Math.min(fastest[who], performance.now() - start);
      }
    }
    expect(fastest.absent / fastest.present).toBeGreaterThan(0.6);
    expect(fastest.absent / fastest.present).toBeLessThan(1.6);
  });

  it('LN-4 asks for a new hash when the cost or the key changed', async () => {
    const stored = await hasher.hash('een heel lang wachtwoord');
    const costlier = new PasswordHasher({ masterKey, cost: { ...cheap, timeCost: 2 } });
    expect(await costlier.verify(stored, 'een heel lang wachtwoord')).toEqual({
      kind: 'match',
      rehash: true,
    });
    const rotated = new PasswordHasher({
      masterKey: MasterKey.fromSecret(Buffer.alloc(32, 9)),
      olderMasterKeys: [masterKey],
      cost: cheap,
    });
    expect(await rotated.verify(stored, 'een heel lang wachtwoord')).toEqual({ kind: 'match', rehash: true });
  });

  it('a storm is answered with busy instead of a growing line', async () => {
    const small = new PasswordHasher({ masterKey, cost: cheap, concurrency: 1, waiting: 3 });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => small.verify(undefined, 'x')));
    expect(outcomes.filter(({ kind }) => kind === 'busy')).toHaveLength(16);
    expect(await small.verify(undefined, 'x')).toEqual({ kind: 'mismatch' });
    const hashes = await Promise.allSettled(Array.from({ length: 6 }, () => small.hash('x')));
    const refused = hashes.find((result) => result.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(OverloadedError);
  });

  it('a giant input is refused without matching anything', async () => {
    const giant = 'x'.repeat(200_000);
    const stored = await hasher.hash('x'.repeat(2_048));
    expect(await hasher.verify(stored, giant)).toEqual({ kind: 'mismatch' });
  });
});

describe('password rules', () => {
  const alone = { secondFactor: false };
  const withFactor = { secondFactor: true };
  const distinct = 'vqjzkxwpfyghcmbrdtlnsuioea'.repeat(10);

  it.each([
    [distinct.slice(0, 14), alone, 'too-short'],
    [distinct.slice(0, 15), alone, undefined],
    [distinct.slice(0, 7), withFactor, 'too-short'],
    [distinct.slice(0, 8), withFactor, undefined],
    [distinct.slice(0, 64), alone, undefined],
    [distinct.slice(0, 256), alone, undefined],
    [distinct.slice(0, 257), alone, 'too-long'],
    ['🔑🗝🚪🏠🧭🌍🌧🐌', withFactor, undefined],
    ['correct cheval batterie agrafe', alone, undefined],
    ['Password1234567!', alone, 'common'],
    ['Wachtwoord2026!!!', alone, 'common'],
    ['azertyuiop', withFactor, 'common'],
    ['csambelgium2026!!', alone, 'context'],
    ['CSAM-2026-CSAM-2026', alone, 'context'],
    ['aaaaaaaaaaaaaaaa', alone, 'repetitive'],
    ['12345678', withFactor, 'repetitive'],
    ['123456789012345', alone, 'repetitive'],
  ])('%s (%o): %s', (password, context, reason) => {
    const outcome = checkPasswordRules(password, context);
    expect(outcome.kind === 'refused' ? outcome.reason : undefined).toBe(reason);
  });

  it('refuses the name of the person', () => {
    const context = {
      secondFactor: true,
      contextWords: ['Lotte', 'van der Verzonnen', 'lotte.verzonnen@example.be'],
    };
    expect(checkPasswordRules('lotteverzonnen1', context)).toMatchObject({ reason: 'context' });
    expect(checkPasswordRules('lotte houdt van regen', context)).toEqual({ kind: 'acceptable' });
  });

  it('counts a composed letter as one, however it was typed', () => {
    expect(checkPasswordRules('éèêëàâç'.normalize('NFD'), withFactor)).toMatchObject({ reason: 'too-short' });
  });
});
