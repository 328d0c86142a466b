import { expect, it } from 'vitest';
import { mayBeginIn, reachedStages, readCents, readMessages } from './sms-cap.js';

it.each([
  [0, 100, []],
  [79, 100, []],
  [80, 100, [80]],
  [99, 100, [80]],
  [100, 100, [80, 100]],
  [250, 100, [80, 100]],
  [1, 1, [80, 100]],
])('of %i messages with a cap of %i the stages %j are reached', (used, messages, stages) => {
  expect(reachedStages({ used, messages })).toEqual(stages);
});

it.each([
  ['1', 1],
  ['10000000', 10_000_000],
  ['10000001', undefined],
  ['0', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['', undefined],
])('%j messages is %s', (text, messages) => {
  expect(readMessages(text)).toBe(messages);
});

it.each([
  ['4,35', 4.35],
  ['4.3512', 4.3512],
  ['0', 0],
  ['4,35123', undefined],
  ['1.000,00', undefined],
  ['-1', undefined],
  ['', undefined],
])('%j cents is %s', (text, cents) => {
  expect(readCents(text)).toBe(cents);
});

it('a price never begins in a month that is over, save for the first one', () => {
  expect(mayBeginIn('2026-02', '2026-03', [])).toBe(true);
  expect(mayBeginIn('2026-02', '2026-03', [{}])).toBe(false);
  expect(mayBeginIn('2026-03', '2026-03', [{}])).toBe(true);
});
