import type { Brand } from './brand.js';
import { bareDigits } from './check-digits.js';
import { enterpriseCheckDigits } from './enterprise-number.js';

/** Number of one establishment unit of an enterprise in the KBO: ten digits, the first 2 to 8. */
export type EstablishmentNumber = Brand<string, 'EstablishmentNumber'>;

export type EstablishmentNumberOutcome =
  | { readonly kind: 'valid'; readonly number: EstablishmentNumber }
  | { readonly kind: 'invalid'; readonly reason: 'not-ten-digits' | 'first-digit' | 'check-digits' };

/** Reads `2.123.456.789` and `2123456789`. */
export function parseEstablishmentNumber(text: string): EstablishmentNumberOutcome {
  const digits = bareDigits(text, 10);
  if (digits === undefined) return { kind: 'invalid', reason: 'not-ten-digits' };
  if (!/^[2-8]/u.test(digits)) return { kind: 'invalid', reason: 'first-digit' };
  if (digits.slice(8) !== enterpriseCheckDigits(digits.slice(0, 8))) {
    return { kind: 'invalid', reason: 'check-digits' };
  }
  return { kind: 'valid', number: digits as EstablishmentNumber };
}

/** `2.123.456.789` */
export function formatEstablishmentNumber(number: EstablishmentNumber): string {
  return `${number.slice(0, 1)}.${number.slice(1, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
}
