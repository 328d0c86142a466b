/** Alphabet of a message (3GPP TS 23.038): the default one, seven bits a character, or UCS-2. */
export type SmsEncoding = 'gsm-7' | 'ucs-2';

export interface SegmentedSms {
  readonly encoding: SmsEncoding;
  /** What each part carries; their number is what the message costs. */
  readonly segments: readonly string[];
}

/** 3GPP TS 23.038 section 6.2.1, without the escape character. */
const DEFAULT_ALPHABET = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** 3GPP TS 23.038 section 6.2.1.1: sent as two septets. */
const EXTENSION = new Set('^{}\\[~]|€\f');

/** Units in a message of its own, and in a part of a longer one, whose header takes six octets (TS 23.040 9.2.3.24.1). */
const ROOM = { 'gsm-7': { alone: 160, part: 153 }, 'ucs-2': { alone: 70, part: 67 } } as const;

/** Splits a text into the parts that go over the air; no character is cut in two. */
export function segmentSms(text: string): SegmentedSms {
  const characters = [...text];
  const encoding: SmsEncoding = characters.every((each) => DEFAULT_ALPHABET.has(each) || EXTENSION.has(each))
    ? 'gsm-7'
    : 'ucs-2';
  const units = encoding === 'gsm-7' ? septets : codeUnits;
  const total = characters.reduce((sum, each) => sum + units(each), 0);
  if (total <= ROOM[encoding].alone) return { encoding, segments: [text] };
  return { encoding, segments: split(characters, units, ROOM[encoding].part) };
}

/** Number of parts that the text takes, and is charged for. */
export const countSmsSegments = (text: string): number => segmentSms(text).segments.length;

const septets = (character: string) => (EXTENSION.has(character) ? 2 : 1);
const codeUnits = (character: string) => character.length;

function split(characters: readonly string[], units: (character: string) => number, room: number): string[] {
  const segments: string[] = [];
  let segment = '';
  let used = 0;
  for (const character of characters) {
    const size = units(character);
    if (used + size > room) {
      segments.push(segment);
      segment = '';
      used = 0;
    }
    segment += character;
    used += size;
  }
  return [...segments, segment];
}
