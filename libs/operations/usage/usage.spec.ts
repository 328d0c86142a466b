import { expect, it } from 'vitest';
import { daysOf, failureName, largest, seriesBy, totalOf, type UsageCount } from './usage.js';

const count = (at: string, key: string, number: number, more: Partial<UsageCount> = {}): UsageCount => ({
  at,
  what: 'signed-in',
  key,
  level: 400,
  reason: '',
  count: number,
  ...more,
});

it('a month has its days', () => {
  expect(daysOf('2026-02')).toHaveLength(28);
  expect(daysOf('2028-02').at(-1)).toBe('29');
  expect(daysOf('2026-12')[0]).toBe('01');
});

it('there is one series for each name, the largest first, with a value for each label', () => {
  const counts = [count('01', 'sms', 2), count('02', 'eid', 5), count('02', 'sms', 1), count('02', 'sms', 3)];
  expect(seriesBy(counts, ['01', '02', '03'], ({ key }) => key)).toEqual([
    { name: 'sms', values: [2, 4, 0], total: 6 },
    { name: 'eid', values: [0, 5, 0], total: 5 },
  ]);
  expect(totalOf(counts)).toBe(11);
});

it('what is too much for a picture is one series, and nothing is lost', () => {
  const series = ['a', 'b', 'c', 'd'].map((name, at) => ({ name, values: [at + 1], total: at + 1 }));
  expect(largest(series, 4, 'others')).toEqual(series);
  expect(largest(series, 3, 'others')).toEqual([
    series[0],
    series[1],
    { name: 'others', values: [7], total: 7 },
  ]);
});

it('a failure is named by its kind and the word of the record', () => {
  expect(failureName(count('01', '', 1, { what: 'refused', reason: 'cancelled' }))).toBe('refused:cancelled');
  expect(failureName(count('01', '', 1, { what: 'rejected' }))).toBe('rejected');
});
