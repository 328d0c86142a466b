import { expect, it } from 'vitest';
import { CallCounter } from './call-counter.js';

const at = (second: number) => new Date(Date.UTC(2026, 5, 1, 12, 0, second));

it('a client that asks too often is told when to come back, and nobody else is held up', () => {
  const counter = new CallCounter({ perMinute: 2 });
  expect(counter.count('a', at(10)).kind).toBe('counted');
  expect(counter.count('a', at(20)).kind).toBe('counted');
  expect(counter.count('a', at(45))).toEqual({ kind: 'too-many', retryAfter: 15, first: true });
  expect(counter.count('a', at(50))).toMatchObject({ kind: 'too-many', first: false });
  expect(counter.count('b', at(45)).kind).toBe('counted');
  expect(counter.count('a', at(60)).kind).toBe('counted');
});
