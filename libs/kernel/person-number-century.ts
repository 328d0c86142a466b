import { mod97Complement } from './check-digits.js';

export type Century = 1900 | 2000;

/**
 * The two check digits that follow the first nine. People born from 2000 on have a `2` put before the nine
 * digits, which is the only trace of the century in the number.
 */
export function personNumberCheckDigits(firstNine: string, century: Century): string {
  const prefixed = century === 2000 ? 2_000_000_000 : 0;
  return String(mod97Complement(prefixed + Number(firstNine))).padStart(2, '0');
}

/**
 * The century whose check digits fit, or `undefined` when neither does. Both can never fit: 2,000,000,000 is
 * no multiple of 97.
 */
export function birthCentury(digits: string): Century | undefined {
  const firstNine = digits.slice(0, 9);
  const check = digits.slice(9);
  if (check === personNumberCheckDigits(firstNine, 1900)) return 1900;
  return check === personNumberCheckDigits(firstNine, 2000) ? 2000 : undefined;
}
