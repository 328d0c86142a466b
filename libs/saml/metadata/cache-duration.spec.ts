import { describe, expect, it } from 'vitest';
import { durationOf } from './cache-duration.js';

describe('a cacheDuration', () => {
  it.each([
    ['PT1H', 3_600_000],
    ['PT90M', 5_400_000],
    ['P1DT30M0.5S', 86_400_000 + 1_800_500],
    ['P1Y2M', (365 + 60) * 86_400_000],
    ['PT0S', 0],
  ])('%s is read', (text, milliseconds) => {
    expect(durationOf(text)).toBe(milliseconds);
  });

  it.each(['', 'P', 'PT', 'P1DT', '1H', '-PT1H', 'PT1H ', 'P1H', 'PT1D', 'PT999999999H'])(
    '"%s" is none',
    (text) => {
      expect(durationOf(text)).toBeUndefined();
    },
  );
});
