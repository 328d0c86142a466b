/** `97 - n mod 97`: the check of the national and enterprise registers, so 01..97 and never 00. */
export function mod97Complement(value: number): number {
  return 97 - (value % 97);
}

const digitsOnly = (count: number) => new RegExp(`^\\d{${count}}$`, 'u');

/**
 * The `count` digits people mean when they type a number with the separators of the official notation
 * (space, dot, hyphen), or `undefined` when anything else is in the text.
 */
export function bareDigits(text: string, count: number): string | undefined {
  // Longer text is never a number with separators; the bound keeps hostile input cheap.
  if (text.length > count * 3) return undefined;
  const bare = text.replaceAll(/[\s.-]/gu, '');
  return digitsOnly(count).test(bare) ? bare : undefined;
}
