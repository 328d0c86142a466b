import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseUsername, readPasswordForm } from './password.js';

describe('a username', () => {
  it('keeps its form when it is brought into it twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (username) => {
        const once = normaliseUsername(username);
        expect(normaliseUsername(once)).toBe(once);
      }),
      { numRuns: 300, examples: [['\u00A8an'], ['\u1E9E'], ['\u0130stanbul'], ['\u03D3']] },
    );
  });

  it('is the same in upper and lower case and in every Unicode form', () => {
    const spellings = ['zoë.ångström', 'ZOË.ÅNGSTRÖM', ' Zoë.Ångström\n', 'zoë.ångström'.normalize('NFKD')];
    expect(new Set(spellings.map(normaliseUsername)).size).toBe(1);
    expect(normaliseUsername('zoe.angstrom')).not.toBe(normaliseUsername('zoë.ångström'));
  });
});

describe('the form', () => {
  it.each([
    [{}, ['username', 'password']],
    [{ username: '   ', password: 'x' }, ['username']],
    [{ username: 'an' }, ['password']],
  ])('%j lacks %j', (form, missing) => {
    expect(readPasswordForm(form)).toEqual({ kind: 'incomplete', missing });
  });

  it('takes the password as it was typed, spaces too', () => {
    expect(readPasswordForm({ username: ' an ', password: ' x ' })).toEqual({
      kind: 'complete',
      username: 'an',
      password: ' x ',
    });
  });
});
