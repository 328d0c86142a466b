import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSmsSegments, segmentSms } from './segments.js';

describe('the parts of an SMS', () => {
  it.each([
    ['', 'gsm-7', 1],
    ['a'.repeat(160), 'gsm-7', 1],
    ['a'.repeat(161), 'gsm-7', 2],
    ['a'.repeat(306), 'gsm-7', 2],
    ['a'.repeat(307), 'gsm-7', 3],
    ['é'.repeat(160), 'gsm-7', 1],
    ['€'.repeat(80), 'gsm-7', 1],
    ['€'.repeat(81), 'gsm-7', 2],
    [`${'€'.repeat(76)}a€${'a'.repeat(150)}`, 'gsm-7', 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm-7', 3],
    ['ê', 'ucs-2', 1],
    ['ê'.repeat(70), 'ucs-2', 1],
    ['ê'.repeat(71), 'ucs-2', 2],
    ['😀'.repeat(35), 'ucs-2', 1],
    ['😀'.repeat(36), 'ucs-2', 2],
    ['😀'.repeat(67), 'ucs-2', 3],
  ] as const)('of %j: %s, %i', (text, encoding, parts) => {
    expect(segmentSms(text).encoding).toBe(encoding);
    expect(countSmsSegments(text)).toBe(parts);
  });

  it('put together are the text, and none is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const { encoding, segments } = segmentSms(text);
        expect(segments.join('')).toBe(text);
        if (encoding === 'ucs-2' && segments.length > 1) {
          expect(Math.max(...segments.map(({ length }) => length))).toBeLessThanOrEqual(67);
        }
      }),
    );
  });
});
