// XML 1.0 section 2.2: everything below space save tab, line feed and carriage return; half surrogate pairs; the two
// non-characters at the end of the first plane.
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/u;
const ALL_FORBIDDEN = new RegExp(FORBIDDEN.source, 'gu');

export function hasForbiddenCharacter(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** Takes out what XML 1.0 cannot carry in any form, not even as a character reference. */
export function withoutForbiddenCharacters(text: string): string {
  return FORBIDDEN.test(text) ? text.replace(ALL_FORBIDDEN, '') : text;
}

const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/;
const NUMERIC_REFERENCE = /&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));/g;

/** Whether every reference in the text is one of the five built-in entities or a character XML allows. */
export function hasOnlyPlainReferences(text: string): boolean {
  if (!text.includes('&')) return true;
  if (STRAY_AMPERSAND.test(text)) return false;
  for (const [, hexadecimal, decimal] of text.matchAll(NUMERIC_REFERENCE)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (code > 0x10ffff || hasForbiddenCharacter(String.fromCodePoint(code))) return false;
  }
  return true;
}
