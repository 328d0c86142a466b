import { expect, it } from 'vitest';
import { readContact } from './contact-form.js';

it.each([
  ['mail', ' An.Appelmoes@people.example ', 'An.Appelmoes@people.example'],
  ['mail', '', 'missing'],
  ['mail', 'an@people', 'form'],
  ['mail', 'an people@people.example', 'form'],
  ['mail', `${'x'.repeat(250)}@a.be`, 'form'],
  ['phone', '0460 00 00 01', '+32460000001'],
  ['phone', '+32 460 00 00 01', '+32460000001'],
  ['phone', '0032/460.00.00.01', '+32460000001'],
  ['phone', '02 555 55 55', 'form'],
  ['phone', '0900 12 345', 'form'],
  ['phone', '+31612345678', 'form'],
  ['phone', '   ', 'missing'],
] as const)('a %s typed as %j is read as %s', (kind, typed, expected) => {
  const read = readContact(kind, typed);
  expect(read.kind === 'valid' ? read.value : read.problem).toBe(expected);
});

it('a number of another country is taken where codes may go', () => {
  expect(readContact('phone', '+31 6 1234 5678', ['+31'])).toEqual({ kind: 'valid', value: '+31612345678' });
});
