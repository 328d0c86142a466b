import { expect, it } from 'vitest';
import { begunBy, belgianDay, hasBegun, periodOf, shifted } from './period.js';

const period = (text: string) => {
  const found = periodOf(text);
  if (found === undefined) throw new Error(text);
  return found;
};

it('is a month by its days or a day by its hours', () => {
  expect(period('2026-02').labels).toHaveLength(28);
  expect(period('2026-02-28')).toMatchObject({ month: '2026-02', day: '2026-02-28' });
  expect(period('2026-02-28').labels).toHaveLength(24);
});

it.each(['', '2026', '2026-13', '2026-02-30', '2026-2', '2026-02-1', '2026-02-01T00', 'x'])(
  'is never %j',
  (text) => {
    expect(periodOf(text)).toBeUndefined();
  },
);

it('goes on and back over the ends of months and years', () => {
  expect(shifted(period('2026-01'), -1)).toBe('2025-12');
  expect(shifted(period('2026-12'), 1)).toBe('2027-01');
  expect(shifted(period('2026-03-01'), -1)).toBe('2026-02-28');
});

it('begins at midnight in Belgium', () => {
  const lateInLondon = new Date('2026-03-31T22:30:00Z');
  expect(belgianDay(lateInLondon)).toBe('2026-04-01');
  expect(hasBegun(period('2026-04'), lateInLondon)).toBe(true);
  expect(hasBegun(period('2026-04-02'), lateInLondon)).toBe(false);
  expect(hasBegun(period('2026-05'), lateInLondon)).toBe(false);
});

it.each([
  ['2026-03', ['01', '09'], 9],
  ['2026-03-09', ['00', '12'], 13],
  ['2026-02', ['01', '28'], 28],
])('of %s only what has begun is drawn', (text, ends, count) => {
  const { labels } = begunBy(period(text), new Date('2026-03-09T11:30:00Z'));
  expect([labels.at(0), labels.at(-1)]).toEqual(ends);
  expect(labels).toHaveLength(count);
});
