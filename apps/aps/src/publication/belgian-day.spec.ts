import { expect, it } from 'vitest';
import { belgianDay } from './belgian-day.js';

it.each([
  ['2026-06-15T10:00:00Z', '2026-06-15'],
  ['2026-06-15T22:30:00Z', '2026-06-16'],
  ['2026-12-31T22:59:59Z', '2026-12-31'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('at %s it is %s in Belgium', (moment, day) => {
  expect(belgianDay(new Date(moment))).toBe(day);
});
