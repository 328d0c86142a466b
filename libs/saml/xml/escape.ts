import { withoutForbiddenCharacters } from './xml-characters.js';

const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const IN_ATTRIBUTE: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/** Character data in canonical form (Canonical XML 1.0 section 2.3), of a text that holds legal characters only. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (character) => IN_TEXT[character] ?? character)
    : text;
}

/** An attribute's value in canonical form (Canonical XML 1.0 section 2.3). */
export function escapeAttribute(text: string): string {
  if (!/[&<"\t\n\r]/.test(text)) return text;
  return text.replace(/[&<"\t\n\r]/g, (character) => IN_ATTRIBUTE[character] ?? character);
}

/** Text of our own for a message: what XML 1.0 forbids is left out, the rest is escaped. */
export function writeText(text: string): string {
  return escapeText(withoutForbiddenCharacters(text));
}

/** An attribute value of our own for a message, by the same rule. */
export function writeAttribute(text: string): string {
  return escapeAttribute(withoutForbiddenCharacters(text));
}
