import type { PersonNumber } from './person-number.js';

/** The official notation: `85.07.30-033.28`. */
export function formatPersonNumber(number: PersonNumber): string {
  return `${birthPart(number)}-${number.slice(6, 9)}.${number.slice(9)}`;
}

/** For pages that let a person recognise the number without showing it: `85.07.30-***.**`. */
export function maskPersonNumber(number: PersonNumber): string {
  return `${birthPart(number)}-***.**`;
}

const birthPart = (number: PersonNumber) =>
  `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}`;
