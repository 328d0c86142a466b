import { expect, it } from 'vitest';
import { days, hours, minutes, seconds, systemClock } from './index.js';

it('durations are milliseconds', () => {
  expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});

it('the system clock tells the time of this machine', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(seconds(1));
});
