import { expect, it } from 'vitest';
import { priceIn, statementCsv, statementOf } from './sms-cost.js';

const prices = [
  { validFrom: '2026-01', cents: 4.35 },
  { validFrom: '2026-07', cents: 5.1275 },
];

it('a price holds from its month until the next one', () => {
  expect(priceIn(prices, '2025-12')).toBeUndefined();
  expect(priceIn(prices, '2026-06')?.cents).toBe(4.35);
  expect(priceIn(prices, '2026-07')?.cents).toBe(5.1275);
  expect(priceIn(prices, '2030-01')?.cents).toBe(5.1275);
});

it.each([
  [0, 4.35, 0],
  [3, 4.35, 13],
  [10, 4.35, 44],
  [1_000_000, 5.1275, 5_127_500],
  [1, 0.5, 1],
  [1, 0.4999, 0],
])('%i parts at %d cents are %i cents', (segments, cents, amount) => {
  const use = { agency: '0671516647', messages: segments, segments };
  expect(statementOf(use, '2026-03', { validFrom: '2026-01', cents }).amountCents).toBe(amount);
});

it('is exported for invoicing', () => {
  const statement = statementOf(
    { agency: '0671516647', messages: 8, segments: 10 },
    '2026-03',
    prices[0] ?? { validFrom: '', cents: 0 },
  );
  expect(statementCsv([statement])).toBe(
    'period,agency,messages,segments,price_per_segment_eur,amount_eur\r\n2026-03,0671516647,8,10,0.043500,0.44\r\n',
  );
});
