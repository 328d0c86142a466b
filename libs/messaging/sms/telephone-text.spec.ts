import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSms } from './segments.js';
import { telephoneText } from './telephone-text.js';

describe('a text for telephones', () => {
  it.each([
    ['Bibliothèque d’Exempleville', "Bibliothèque d'Exempleville"],
    ['Forêt – cœur', 'Foret - coeur'],
    ['Straße mit Größe', 'Straße mit Größe'],
    ['Δ 5 €', 'Δ 5 €'],
    ['図書館 😀', '??? ?'],
  ])('of %s is %s', (text, plain) => {
    expect(telephoneText(text)).toBe(plain);
  });

  it('never needs the larger alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(segmentSms(telephoneText(text)).encoding).toBe('gsm-7');
      }),
    );
  });
});
