import { describe, expect, it } from 'vitest';
import { ConstantValues } from './constant-values.js';

describe('OS-12 a value that a client sends again and again', () => {
  it('is told at the tenth time in a row, and at the twentieth', () => {
    const values = new ConstantValues();
    const told = Array.from({ length: 20 }, () => values.note('a', 'nonce', 'same'));
    expect(told.flatMap((now, at) => (now ? [at + 1] : []))).toEqual([10, 20]);
  });

  it('is not told when another comes in between, of another client, or as another parameter', () => {
    const values = new ConstantValues();
    for (let time = 1; time < 10; time += 1) values.note('a', 'nonce', 'same');
    expect(values.note('b', 'nonce', 'same')).toBe(false);
    expect(values.note('a', 'code_challenge', 'same')).toBe(false);
    expect(values.note('a', 'nonce', 'other')).toBe(false);
    expect(values.note('a', 'nonce', 'same')).toBe(false);
  });
});
