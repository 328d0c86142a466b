import { describe, expect, it } from 'vitest';
import { keyLabel } from './own-keys.js';

describe('the name of a key', () => {
  it.each([
    ['  My   phone ', 'My phone'],
    ['Tele\u0000fon\u202e', 'Tele fon'],
    ['Cafe\u0301', 'Café'],
    ['   ', undefined],
    ['\u200b', undefined],
    ['x'.repeat(100), 'x'.repeat(60)],
    ['📱'.repeat(61), '📱'.repeat(60)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(keyLabel(typed)).toBe(kept);
  });
});
