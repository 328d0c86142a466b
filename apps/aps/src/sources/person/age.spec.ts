import { describe, expect, it } from 'vitest';
import { hasReached } from './age.js';

describe('an age', () => {
  it.each([
    ['2008-06-15', 18, true],
    ['2008-06-16', 18, false],
    ['2008-02-29', 18, true],
    ['2005-06-15', 21, true],
    ['2014-06-16', 12, false],
    ['2008', 18, undefined],
    ['2007', 18, true],
    ['2009', 18, false],
    ['2008-06', 18, undefined],
    ['2008-05', 18, true],
    ['2008-07', 18, false],
  ])('born %s, %d years on 15 June 2026: %s', (birthDate, age, expected) => {
    expect(hasReached(age, birthDate, '2026-06-15')).toBe(expected);
  });

  it('is reached on the birthday, and by who was born on 29 February a day later', () => {
    expect(hasReached(18, '2008-02-29', '2026-02-28')).toBe(false);
    expect(hasReached(18, '2008-02-29', '2026-03-01')).toBe(true);
  });
});
