import { createHmac } from 'node:crypto';

/** Short, plain words that are hard to mistype; 64, so that one word is six bits. */
const WORDS = (
  'amber anchor apple autumn basket beaver blanket bottle bridge butter candle canal carpet castle cherry clover ' +
  'copper cotton dragon eagle engine feather forest garden ginger glacier hammer harbour honey island jacket jungle ' +
  'kettle ladder lantern lemon magnet maple meadow mirror mountain needle ocean orchard parrot pebble pepper pillow ' +
  'planet pocket rabbit ribbon river rocket saddle silver summer teapot thunder ticket tulip violin walnut window'
).split(' ');

/** Alphabets without characters that look alike. */
const LETTERS = 'ABCDEFGHJKMNPRSTUVWXYZ';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Makes every secret of the demo from one seed: the same seed, the same world. */
export class Derivation {
  readonly #seed: Buffer;

  constructor(seedHex: string) {
    if (!/^[0-9a-f]{64}$/u.test(seedHex)) throw new RangeError('the seed of the demo world is 64 hex digits');
    this.#seed = Buffer.from(seedHex, 'hex');
  }

  /** At most 64 bytes that depend on the seed and the purpose only. */
  bytes(purpose: string, count = 32): Buffer {
    return createHmac('sha512', this.#seed).update(purpose, 'utf8').digest().subarray(0, count);
  }

  /** Four words and a number, like `amber-river-teapot-magnet-42`; always 15 characters or more. */
  passPhrase(purpose: string): string {
    const bytes = this.bytes(purpose, 5);
    const words = [...bytes.subarray(0, 4)].map((byte) => WORDS[byte % WORDS.length]);
    return [...words, 10 + (bytes.readUInt8(4) % 90)].join('-');
  }

  letters(purpose: string, count: number): string {
    return [...this.bytes(purpose, count)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  }

  /** Base32 (RFC 4648) without padding, `count` characters of five bits. */
  base32(purpose: string, count = 32): string {
    return [...this.bytes(purpose, count)].map((byte) => BASE32.charAt(byte % 32)).join('');
  }
}
