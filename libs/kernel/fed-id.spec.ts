import { expect, it } from 'vitest';
import { fedIdFromBytes, parseFedId } from './index.js';

const example = '00ff'.repeat(10);

it('a FedID is forty lower-case hex digits and nothing else', () => {
  expect(parseFedId(example)).toEqual({ kind: 'valid', fedId: example });
  for (const text of [
    example.toUpperCase(),
    example.slice(1),
    `${example}0`,
    ` ${example}`,
    'g'.repeat(40),
  ]) {
    expect(parseFedId(text)).toEqual({ kind: 'invalid', reason: 'format' });
  }
});

it('a FedID is made of twenty bytes', () => {
  expect(fedIdFromBytes(Uint8Array.from({ length: 20 }, (_, index) => (index % 2) * 255))).toBe(example);
  expect(() => fedIdFromBytes(new Uint8Array(19))).toThrow(RangeError);
});
