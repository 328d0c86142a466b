import { expect, it } from 'vitest';
import { frenchSpaces, typeset } from './index.js';

it.each([
  ['Attention : fini', 'Attention\u00A0: fini'],
  ['Vraiment ?', 'Vraiment\u202F?'],
  ['Un ; deux !', 'Un\u202F; deux\u202F!'],
  ['Le mot « clé », ici', 'Le mot «\u00A0clé\u00A0», ici'],
  ['https://csam.example/?a=1, à 8:30', 'https://csam.example/?a=1, à 8:30'],
])('no line breaks before the sign of “%s”', (written, set) => {
  expect(frenchSpaces(written)).toBe(set);
});

it('other languages stand as they were written', () => {
  const text = { nl: 'a : b', fr: 'a : b', de: 'a : b', en: 'a : b' };
  expect(typeset(text)).toEqual({ ...text, fr: 'a\u00A0: b' });
});
