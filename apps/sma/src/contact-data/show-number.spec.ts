import { expect, it } from 'vitest';
import { showNumber } from './show-number.js';

it.each([
  ['+32460000933', '+32\u00A0460\u00A000\u00A009\u00A033'],
  ['+31612345678', '+31612345678'],
  ['+3227401234', '+3227401234'],
  ['somebody@example.be', 'somebody@example.be'],
])('%s is shown as %s', (number, shown) => {
  expect(showNumber(number)).toBe(shown);
});
