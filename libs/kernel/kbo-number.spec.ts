import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enterpriseCheckDigits,
  formatEnterpriseNumber,
  formatEstablishmentNumber,
  formatVatNumber,
  parseEnterpriseNumber,
  parseEstablishmentNumber,
} from './index.js';

const establishment = `21234567${enterpriseCheckDigits('21234567')}`;

describe('an enterprise number', () => {
  it.each([
    ['0671516647', '0671516647'],
    ['0671.516.647', '0671516647'],
    ['BE 0671.516.647', '0671516647'],
    ['be0671516647', '0671516647'],
    ['BE-0428.759.497', '0428759497'],
    ['428759497', '0428759497'],
    ['428.759.497', '0428759497'],
    ['BE428759497', '0428759497'],
  ])('%s is read as %s', (text, number) => {
    expect(parseEnterpriseNumber(text)).toEqual({ kind: 'valid', number });
  });

  it.each([
    ['0671516648', 'check-digits'],
    [establishment, 'first-digit'],
    ['9671516647', 'first-digit'],
    ['06715166471', 'not-ten-digits'],
    ['67151664', 'not-ten-digits'],
    ['NL0671516647', 'not-ten-digits'],
    ['BEBE0671516647', 'not-ten-digits'],
    ['', 'not-ten-digits'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseEnterpriseNumber(text)).toEqual({ kind: 'invalid', reason });
  });

  it('has check digits 97 when the first eight are a multiple of 97', () => {
    expect(enterpriseCheckDigits('00000097')).toBe('97');
    expect(parseEnterpriseNumber('0000009797')).toMatchObject({ kind: 'valid' });
    expect(parseEnterpriseNumber('0000009700')).toMatchObject({ kind: 'invalid' });
  });

  it('survives being shown and read again, in both notations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19_999_999 }), (first) => {
        const eight = String(first).padStart(8, '0');
        const outcome = parseEnterpriseNumber(eight + enterpriseCheckDigits(eight));
        if (outcome.kind !== 'valid') throw new Error('made valid');
        expect(parseEnterpriseNumber(formatEnterpriseNumber(outcome.number))).toEqual(outcome);
        expect(parseEnterpriseNumber(formatVatNumber(outcome.number))).toEqual(outcome);
      }),
    );
  });
});

describe('an establishment unit number', () => {
  it('is read with and without dots and shown with them', () => {
    const outcome = parseEstablishmentNumber(establishment);
    if (outcome.kind !== 'valid') throw new Error('made valid');
    expect(formatEstablishmentNumber(outcome.number)).toBe(`2.123.456.7${establishment.slice(8)}`);
    expect(parseEstablishmentNumber(formatEstablishmentNumber(outcome.number))).toEqual(outcome);
  });

  it.each([
    ['0671516647', 'first-digit'],
    [`91234567${enterpriseCheckDigits('91234567')}`, 'first-digit'],
    [`${establishment.slice(0, 8)}00`, 'check-digits'],
    ['212345678', 'not-ten-digits'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseEstablishmentNumber(text)).toEqual({ kind: 'invalid', reason });
  });
});
