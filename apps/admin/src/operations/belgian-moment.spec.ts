import { expect, it } from 'vitest';
import { belgianMoment, writtenMoment } from './belgian-moment.js';

it.each([
  ['2026-03-12 02:00', '2026-03-12T01:00:00.000Z'],
  ['2026-07-12T02:00', '2026-07-12T00:00:00.000Z'],
  ['2026-03-29 01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29 03:00', '2026-03-29T01:00:00.000Z'],
])('%s in Belgium is %s', (text, moment) => {
  expect(belgianMoment(text)?.toISOString()).toBe(moment);
});

it.each(['2026-03-29 02:30', '2026-02-30 10:00', '12/03/2026 02:00', ''])('%j is no moment', (text) => {
  expect(belgianMoment(text)).toBeUndefined();
});

it('is written as it is read', () => {
  expect(writtenMoment(new Date('2026-03-12T01:00:00Z'))).toBe('2026-03-12 02:00');
});
