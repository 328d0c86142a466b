import { randomBytes, randomInt } from 'node:crypto';

const COUNTER_BITS = 12;
let last = { milliseconds: 0, counter: 0 };

/**
 * RFC 9562 section 5.7: 48 bits of Unix milliseconds, then a counter and randomness. Those made in one process sort in
 * the order in which they were made, within a millisecond too (section 6.2, method 1), as long as the clock does not
 * go back.
 */
export function uuidV7(at: Date): string {
  last = next(at.getTime());
  const bytes = Buffer.concat([Buffer.alloc(6), randomBytes(10)]);
  bytes.writeUIntBE(last.milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.counter, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function next(milliseconds: number): typeof last {
  // Half of the range is left for those that follow in the same millisecond.
  if (milliseconds !== last.milliseconds)
    return { milliseconds, counter: randomInt(2 ** (COUNTER_BITS - 1)) };
  return { milliseconds, counter: Math.min(last.counter + 1, 2 ** COUNTER_BITS - 1) };
}
