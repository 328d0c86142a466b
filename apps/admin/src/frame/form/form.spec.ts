import { describe, expect, it } from 'vitest';
import { readReason } from './reason.js';
import { Problems, Typed } from './typed.js';

describe('what was typed', () => {
  it('is text without space around it; anything else is nothing', () => {
    const typed = Typed.from({ name: '  Jose\u0301 ', list: ['a'], 'keys.eid': 'on', 'keys.sms': 'yes' });
    expect(typed.text('name')).toBe('José');
    expect(typed.text('list')).toBe('');
    expect(typed.chosen('keys', ['eid', 'sms'])).toEqual(['eid']);
    expect(Typed.from(null).text('name')).toBe('');
    expect(typed.oneOf('name', ['x'])).toBeUndefined();
  });

  it('has its problems at the field and at the top', () => {
    const problems = new Problems({ name: 'missing', other: undefined });
    expect(problems.any).toBe(true);
    expect(problems.at('name')).toBe('missing');
    expect(problems.all((message) => message.toUpperCase())).toEqual([{ field: 'name', message: 'MISSING' }]);
  });
});

describe('a reason', () => {
  const today = new Date('2026-06-01T12:00:00Z');
  it.each([
    ['', 'reasonMissing'],
    ['   x   ', 'reasonMissing'],
    ['a'.repeat(301), 'reasonLong'],
    ['asked by 74.02.10-996.78', 'reasonIdentity'],
    ['asked by astrid@people.example', 'reasonIdentity'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readReason(text, today)).toEqual({ kind: 'invalid', problem });
  });

  it('in a few words is taken', () => {
    expect(readReason(' The certificate leaked ', today)).toEqual({
      kind: 'valid',
      reason: 'The certificate leaked',
    });
  });
});
