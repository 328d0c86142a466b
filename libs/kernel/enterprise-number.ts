import type { Brand } from './brand.js';
import { bareDigits, mod97Complement } from './check-digits.js';

/** Number of an enterprise in the KBO: ten digits, the first 0 or 1. */
export type EnterpriseNumber = Brand<string, 'EnterpriseNumber'>;

export type EnterpriseNumberOutcome =
  | { readonly kind: 'valid'; readonly number: EnterpriseNumber }
  | { readonly kind: 'invalid'; readonly reason: 'not-ten-digits' | 'first-digit' | 'check-digits' };

/** The two check digits after the first eight; the same rule serves establishment units. */
export function enterpriseCheckDigits(firstEight: string): string {
  return String(mod97Complement(Number(firstEight))).padStart(2, '0');
}

/**
 * Reads `0671.516.647`, `0671516647`, the VAT notation `BE 0671.516.647` and the old VAT form of nine digits,
 * which lacks the leading zero.
 */
export function parseEnterpriseNumber(text: string): EnterpriseNumberOutcome {
  const withoutCountry = text.trim().replace(/^BE/iu, '');
  const nine = bareDigits(withoutCountry, 9);
  const digits = nine === undefined ? bareDigits(withoutCountry, 10) : `0${nine}`;
  if (digits === undefined) return { kind: 'invalid', reason: 'not-ten-digits' };
  if (!/^[01]/u.test(digits)) return { kind: 'invalid', reason: 'first-digit' };
  if (digits.slice(8) !== enterpriseCheckDigits(digits.slice(0, 8))) {
    return { kind: 'invalid', reason: 'check-digits' };
  }
  return { kind: 'valid', number: digits as EnterpriseNumber };
}

/** `0671.516.647` */
export function formatEnterpriseNumber(number: EnterpriseNumber): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}

/** `BE0671516647`, the notation of the VAT. */
export function formatVatNumber(number: EnterpriseNumber): string {
  return `BE${number}`;
}
