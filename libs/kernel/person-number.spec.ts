import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePersonNumber, personNumberCheckDigits, registerOf, type Century } from './index.js';

const today = new Date('2026-03-01T12:00:00Z');
const parse = (text: string) => parsePersonNumber(text, { today });
const withCheck = (firstNine: string, century: Century = 1900) =>
  firstNine + personNumberCheckDigits(firstNine, century);

describe('a national number', () => {
  it.each([
    ['85073003328', '1985-07-30', 'male'],
    ['85.07.30-033.28', '1985-07-30', 'male'],
    [' 85 07 30 033 28 ', '1985-07-30', 'male'],
    ['17073003384', '2017-07-30', 'male'],
    [withCheck('640229002'), '1964-02-29', 'female'],
    [withCheck('000229998', 2000), '2000-02-29', 'female'],
    [withCheck('260301001', 2000), '2026-03-01', 'male'],
  ])('%s tells the birth date %s and %s', (text, birthDate, sex) => {
    expect(parse(text)).toMatchObject({ kind: 'valid', register: 'national', birthDate, sex });
  });

  it.each([
    ['the month unknown or the counter exhausted', withCheck('400001001')],
    ['the counter exhausted and the last date digits raised', withCheck('400099001')],
    ['the day unknown', withCheck('400500001')],
    ['the wholly unknown date 00 00 01', withCheck('000001001')],
    ['the same, registered in the other century', withCheck('000001001', 2000)],
  ])('does not tell a birth date with %s', (_, text) => {
    const outcome = parse(text);
    expect(outcome).toMatchObject({ kind: 'valid', register: 'national', sex: 'male' });
    expect(outcome).not.toHaveProperty('birthDate');
  });

  it.each([
    ['8507300332', 'not-eleven-digits'],
    ['850730033281', 'not-eleven-digits'],
    ['85/07/30-033.28', 'not-eleven-digits'],
    ['8507300332A', 'not-eleven-digits'],
    ['٨٥٠٧٣٠٠٣٣٢٨', 'not-eleven-digits'],
    ['', 'not-eleven-digits'],
    ['85073003329', 'check-digits'],
    ['00000000000', 'check-digits'],
    [withCheck('851330033'), 'month'],
    [withCheck('853330033'), 'month'],
    [withCheck('855330033'), 'month'],
    [withCheck('850230033'), 'day'],
    [withCheck('850732033'), 'day'],
    [withCheck('190229001', 1900), 'day'],
    [withCheck('850730000'), 'serial'],
    [withCheck('850730999'), 'serial'],
    [withCheck('260303001', 2000), 'future'],
    [withCheck('850730033', 2000), 'future'],
    [withCheck('270001001', 2000), 'future'],
    ['71715100070', 'specimen'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parse(text)).toEqual({ kind: 'invalid', reason });
  });

  it('of a child born today in Brussels is not in the future while UTC still has yesterday', () => {
    const justAfterMidnight = new Date('2026-06-30T22:30:00Z');
    const born = withCheck('260701001', 2000);
    expect(parsePersonNumber(born, { today: justAfterMidnight })).toMatchObject({ birthDate: '2026-07-01' });
  });

  it('of the specimen cards passes only where it is allowed, without date or sex', () => {
    expect(parsePersonNumber('71.71.51-000.70', { today, allowSpecimen: true })).toEqual({
      kind: 'valid',
      register: 'national',
      number: '71715100070',
    });
  });
});

describe('a BIS number', () => {
  it.each([
    ['98472899765', '1998-07-28', 'male'],
    ['01490700185', '2001-09-07', 'male'],
    [withCheck('854730002'), '1985-07-30', 'female'],
  ])('%s with month + 40 tells %s and %s', (text, birthDate, sex) => {
    expect(parse(text)).toMatchObject({ kind: 'valid', register: 'bis', birthDate, sex });
  });

  it('with month + 20 tells no sex', () => {
    const outcome = parse(withCheck('852730033'));
    expect(outcome).toMatchObject({ kind: 'valid', register: 'bis', birthDate: '1985-07-30' });
    expect(outcome).not.toHaveProperty('sex');
  });

  it.each(['002001001', '004001001', '852000033', '854000033'])('%s… tells no birth date', (firstNine) => {
    const outcome = parse(withCheck(firstNine));
    expect(outcome).toMatchObject({ kind: 'valid', register: 'bis' });
    expect(outcome).not.toHaveProperty('birthDate');
  });
});

const anyNumber = fc
  .record({
    date: fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2025-12-31'),
      noInvalidDate: true,
    }),
    serial: fc.integer({ min: 1, max: 998 }),
    raisedBy: fc.constantFrom(0, 20, 40),
  })
  .map(({ date, serial, raisedBy }) => {
    const iso = date.toISOString().slice(0, 10);
    const month = String(Number(iso.slice(5, 7)) + raisedBy).padStart(2, '0');
    const firstNine = `${iso.slice(2, 4)}${month}${iso.slice(8, 10)}${String(serial).padStart(3, '0')}`;
    return { iso, raisedBy, serial, text: withCheck(firstNine, iso < '2000' ? 1900 : 2000) };
  });

describe('every number', () => {
  it('gives back the date, register and sex it was made of', () => {
    fc.assert(
      fc.property(anyNumber, ({ iso, raisedBy, serial, text }) => {
        const outcome = parse(text);
        expect(outcome).toMatchObject({ kind: 'valid', number: text, birthDate: iso });
        if (outcome.kind !== 'valid') return;
        expect(outcome.register).toBe(raisedBy === 0 ? 'national' : 'bis');
        expect(registerOf(outcome.number)).toBe(outcome.register);
        expect(outcome.sex).toBe(raisedBy === 20 ? undefined : serial % 2 === 1 ? 'male' : 'female');
      }),
    );
  });

  it('is never read out of a text that differs in one digit', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(10), fc.integer({ min: 1, max: 9 }), ({ text }, place, add) => {
        const digits = [...text];
        digits[place] = String((Number(digits[place]) + add) % 10);
        expect(parse(digits.join(''))).not.toMatchObject({ kind: 'valid', number: text });
      }),
    );
  });

  it('never makes the parser throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['valid', 'invalid']).toContain(parse(text).kind);
      }),
    );
  });
});
