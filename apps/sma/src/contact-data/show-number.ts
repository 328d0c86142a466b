const NO_BREAK = '\u00A0';

/** Belgian mobile numbers as people write them; others as they were given. */
export function showNumber(number: string): string {
  const [, operator, ...pairs] = /^\+32(\d{3})(\d{2})(\d{2})(\d{2})$/.exec(number) ?? [];
  return operator === undefined ? number : ['+32', operator, ...pairs].join(NO_BREAK);
}
