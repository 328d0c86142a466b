import { describe, expect, it } from 'vitest';
import { totpCode } from '#libs/testing';
import { checkTotp } from './totp.js';

/** The secret of RFC 6238 appendix B in base32; the codes are the last six digits of those there. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const STEP = 30_000;

describe('a code from an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is right %i seconds after 1970 as in RFC 6238: %s', (at, code) => {
    expect(checkTotp(SECRET, code, at * 1_000)).toEqual({ kind: 'right', timeStep: Math.floor(at / 30) });
  });

  it.each([
    [-2, 'wrong'],
    [-1, 'right'],
    [0, 'right'],
    [1, 'right'],
    [2, 'wrong'],
  ])('LN-10 KY-3 that is %i steps off is %s, at every moment of the step', (steps, kind) => {
    for (const into of [0, 1, 14_000, 29_999]) {
      const now = 56_666_666 * STEP + into;
      const code = totpCode(SECRET, new Date(56_666_666 * STEP + steps * STEP));
      expect([into, checkTotp(SECRET, code, now).kind]).toEqual([into, kind]);
    }
  });

  it('names the step that it belongs to, not the one in which it was typed', () => {
    const now = 56_666_666 * STEP + 5_000;
    const early = totpCode(SECRET, new Date(now - STEP));
    expect(checkTotp(SECRET, early, now)).toEqual({ kind: 'right', timeStep: 56_666_665 });
  });

  it('may be typed with spaces and dashes, as apps show it', () => {
    for (const typed of ['287082', '287 082', ' 287082 ', '287-082', '28 70 82', '287\u00A0082'])
      expect([typed, checkTotp(SECRET, typed, 59_000).kind]).toEqual([typed, 'right']);
  });

  it('of another form is wrong, and does not fail', () => {
    for (const typed of ['', '28708', '2870820', '２８７０８２', 'abcdef', '-287082e0', '2'.repeat(100_000)])
      expect(checkTotp(SECRET, typed, 59_000)).toEqual({ kind: 'wrong' });
  });

  it('of another secret is wrong', () => {
    expect(checkTotp('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', '287082', 59_000)).toEqual({ kind: 'wrong' });
  });
});
