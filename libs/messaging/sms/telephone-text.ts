import { segmentSms } from './segments.js';

/** What typesetters use and the alphabet of telephones lacks. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
  œ: 'oe',
  Œ: 'OE',
};

const fits = (text: string): boolean => segmentSms(text).encoding === 'gsm-7';

/**
 * The text in the default alphabet of telephones (3GPP TS 23.038): one letter outside it would halve the room of a
 * message, and double what the agency pays. A letter keeps its accent where the alphabet has it.
 */
export function telephoneText(text: string): string {
  return [...text.normalize('NFC')].map(inAlphabet).join('');
}

function inAlphabet(character: string): string {
  if (fits(character)) return character;
  const plain = PLAIN[character] ?? character.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return fits(plain) ? plain : '?';
}
