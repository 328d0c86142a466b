import { randomInt, randomUUID } from 'node:crypto';

const COUNTER_BITS = 12;
let last = { milliseconds: 0, counter: 0 };

/**
 * RFC 9562 section 5.7: 48 bits of Unix milliseconds, then a counter and randomness. Those made in one process sort in
 * the order in which they were made, within a millisecond too (section 6.2, method 1), as long as the clock does not
 * go back.
 */
export function uuidV7(at: Date): string {
  last = next(at.getTime());
  const time = last.milliseconds.toString(16).padStart(12, '0');
  const counter = last.counter.toString(16).padStart(3, '0');
  // The last 64 bits of version 4 are variant and randomness, as here.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${randomUUID().slice(19)}`;
}

function next(milliseconds: number): typeof last {
  // Half of the range is left for those that follow in the same millisecond.
  if (milliseconds !== last.milliseconds)
    return { milliseconds, counter: randomInt(2 ** (COUNTER_BITS - 1)) };
  return { milliseconds, counter: Math.min(last.counter + 1, 2 ** COUNTER_BITS - 1) };
}
