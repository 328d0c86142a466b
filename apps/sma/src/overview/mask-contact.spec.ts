import { expect, it } from 'vitest';
import { maskContact } from './mask-contact.js';

it.each([
  ['mail', 'an.appelmoes@example.be', 'a•••@example.be'],
  ['mail', 'x@example.be', 'x•••@example.be'],
  ['mail', 'broken', '•••'],
  ['phone', '+32470123456', '+32 ••• 56'],
  ['phone', '0470 12 34 56', '••• 56'],
  ['phone', '112', '•••'],
] as const)('a %s is recognisable to its owner only: %s', (kind, value, masked) => {
  expect(maskContact({ kind, value })).toBe(masked);
});
