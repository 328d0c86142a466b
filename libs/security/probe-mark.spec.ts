import { expect, it } from 'vitest';
import { MasterKey, ProbeMark } from './index.js';

const NOW = new Date('2026-03-02T12:00:00Z');
const markAt = (now: Date, key = 1) =>
  new ProbeMark(MasterKey.fromSecret(Buffer.alloc(32, key)), { now: () => now });
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const made = markAt(NOW).make();

it.each([
  ['at once', markAt(NOW), made, true],
  ['two minutes later', markAt(later(120)), made, true],
  ['on a clock that is behind', markAt(later(-90)), made, true],
  ['after that', markAt(later(121)), made, false],
  ['with another master key', markAt(NOW, 2), made, false],
  ['with a later moment', markAt(later(200)), made.replace(/^\d+/, String(later(200).getTime())), false],
  ['without a moment', markAt(NOW), made.replace(/^\d+/, ''), false],
  ['as anything', markAt(NOW), 'probe', false],
])('a mark of probes %s', (_, mark, value, holds) => {
  expect(mark.holds(value)).toBe(holds);
});
