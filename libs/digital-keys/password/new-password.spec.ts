import { describe, expect, it } from 'vitest';
import { newPasswordProblem, usernameProblem } from './new-password.js';

describe('a username that is chosen', () => {
  it.each([
    ['lotte', undefined],
    ['  Lotte.Peeters@mail.example ', undefined],
    ['', 'missing-username'],
    ['   ', 'missing-username'],
    ['abc', 'username-form'],
    ['lotte peeters', 'username-form'],
    ['.lotte', 'username-form'],
    ['x'.repeat(129), 'username-form'],
  ])('%j: %s', (username, problem) => {
    expect(usernameProblem(username)).toBe(problem);
  });
});

describe('a password that is chosen', () => {
  it.each([
    ['', 'missing-password'],
    ['kort maar fijn', 'too-short'],
    // LN-1: a code point counts as one, whatever it takes to store.
    ['🦊'.repeat(3) + 'abcdefghijkl', undefined],
    // LN-2: no rule about which signs there must be.
    ['viermuizenopeenfiets', undefined],
    ['aaaaaaaaaaaaaaaaaa', 'repetitive'],
    // LN-3: what everybody would try.
    ['wachtwoord123456', 'common'],
    ['csambelgium2026!!', 'context'],
    ['lottelotte123456', 'context'],
  ])('LN-1, LN-2, LN-3 %j: %s', (password, problem) => {
    expect(newPasswordProblem(password, ['lotte'])).toBe(problem);
  });

  it('LN-1: is accepted up to 256 signs', () => {
    const long = 'zebra fiets 7 '.repeat(20);
    expect(newPasswordProblem(long.slice(0, 256), [])).toBeUndefined();
    expect(newPasswordProblem(long.slice(0, 257), [])).toBe('too-long');
  });
});
