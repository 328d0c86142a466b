import type { Brand } from './brand.js';
import { bareDigits } from './check-digits.js';
import { birthCentury } from './person-number-century.js';
import { birthDateIn, isFuture, type NumberDate } from './person-number-date.js';
import { bandOf, type MonthBand } from './person-number-band.js';

/** Number of the National Register: eleven digits, `YYMMDD SSS CC`. */
export type NationalNumber = Brand<string, 'NationalNumber'>;
/** Number of the BIS register, for people who are not in the National Register: the month raised by 20 or 40. */
export type BisNumber = Brand<string, 'BisNumber'>;
export type PersonNumber = NationalNumber | BisNumber;
export type PersonRegister = 'national' | 'bis';
export type Sex = 'male' | 'female';

export type PersonNumberProblem =
  'not-eleven-digits' | 'check-digits' | 'month' | 'day' | 'serial' | 'future' | 'specimen';

interface Read {
  readonly kind: 'valid';
  /** `YYYY-MM-DD`; absent when the number does not tell it (unknown date, exhausted counter). */
  readonly birthDate?: string;
  /** Absent when the register did not know it at issue. */
  readonly sex?: Sex;
}

export type PersonNumberOutcome =
  | (Read & { readonly register: 'national'; readonly number: NationalNumber })
  | (Read & { readonly register: 'bis'; readonly number: BisNumber })
  | { readonly kind: 'invalid'; readonly reason: PersonNumberProblem };

export interface PersonNumberOptions {
  readonly today: Date;
  /** Lets the number of the official specimen cards through; never in production. */
  readonly allowSpecimen?: boolean;
}

/** On every specimen identity card: right check digits, month 71. */
export const SPECIMEN_NUMBER = '71715100070';

const invalid = (reason: PersonNumberProblem): PersonNumberOutcome => ({ kind: 'invalid', reason });

/**
 * Reads a national or BIS number as typed (`85.07.30-033.28`) or bare (`85073003328`).
 * Birth date and sex are given only where the number really tells them.
 */
export function parsePersonNumber(text: string, options: PersonNumberOptions): PersonNumberOutcome {
  const digits = bareDigits(text, 11);
  if (digits === undefined) return invalid('not-eleven-digits');
  return digits === SPECIMEN_NUMBER ? specimen(digits, options) : readDigits(digits, options.today);
}

function readDigits(digits: string, today: Date): PersonNumberOutcome {
  const century = birthCentury(digits);
  if (century === undefined) return invalid('check-digits');
  const band = bandOf(Number(digits.slice(2, 4)));
  if (band === undefined) return invalid('month');
  const date = birthDateIn(digits, century, band);
  const serial = Number(digits.slice(6, 9));
  const problem = dateProblem(date, today) ?? serialProblem(serial);
  if (problem !== undefined) return invalid(problem);
  return {
    kind: 'valid',
    ...numberIn(band, digits),
    ...(date.kind === 'known' && { birthDate: date.date }),
    ...(band.sexKnown && { sex: sexOf(serial) }),
  };
}

function dateProblem(date: NumberDate, today: Date): PersonNumberProblem | undefined {
  if (date.kind === 'impossible') return 'day';
  return isFuture(date, today) ? 'future' : undefined;
}

/** The serials of a day run from 001 to 998. */
const serialProblem = (serial: number): PersonNumberProblem | undefined =>
  serial < 1 || serial > 998 ? 'serial' : undefined;

/** Men get odd serials, women even ones. */
const sexOf = (serial: number): Sex => (serial % 2 === 1 ? 'male' : 'female');

function specimen(digits: string, options: PersonNumberOptions): PersonNumberOutcome {
  if (options.allowSpecimen !== true) return invalid('specimen');
  return { kind: 'valid', register: 'national', number: digits as NationalNumber };
}

function numberIn(band: MonthBand, digits: string) {
  return band.register === 'bis'
    ? ({ register: 'bis', number: digits as BisNumber } as const)
    : ({ register: 'national', number: digits as NationalNumber } as const);
}

/** Which register issued a checked number. */
export function registerOf(number: PersonNumber): PersonRegister {
  return bandOf(Number(number.slice(2, 4)))?.register ?? 'national';
}
