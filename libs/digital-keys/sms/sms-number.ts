/** Belgian mobile numbers. What is charged extra (070, 090x), fixed lines and short numbers lie outside. */
const BELGIAN_MOBILE = /^\+324\d{8}$/;
const BELGIAN_PREFIX = '+32';
/** ITU-T E.164: fifteen digits at most; fewer than eight are no telephone of a person. */
const NUMBER = /^\+[1-9]\d{7,14}$/;

/** The group of numbers that a code may go to; undefined when none may. */
export function admittedPrefix(number: string, otherPrefixes: readonly string[]): string | undefined {
  if (number.startsWith(BELGIAN_PREFIX)) return BELGIAN_MOBILE.test(number) ? BELGIAN_PREFIX : undefined;
  if (!NUMBER.test(number)) return undefined;
  return otherPrefixes
    .filter((prefix) => number.startsWith(prefix))
    .toSorted((one, other) => other.length - one.length)[0];
}

const DOT = '•';

/** `+32 4•• •• •• 01`: the owner knows the last two digits. */
export function maskNumber(number: string): string {
  const end = number.slice(-2);
  return number.startsWith(BELGIAN_PREFIX)
    ? `+32 4${DOT}${DOT} ${DOT}${DOT} ${DOT}${DOT} ${end}`
    : `${number.slice(0, 3)} ${DOT.repeat(Math.max(0, number.length - 5))}${end}`;
}

/** Looks as a Belgian number does; always the same for one person. */
export const maskOfNoNumber = (shade: number): string =>
  maskNumber(`+324${String(shade % 100).padStart(8, '0')}`);
