import { expect, it } from 'vitest';
import { formatPersonNumber, maskPersonNumber, parsePersonNumber } from './index.js';

const parsed = parsePersonNumber('85073003328', { today: new Date('2026-01-01') });
if (parsed.kind !== 'valid') throw new Error('the example is valid');

it('a person number is shown in the official notation', () => {
  expect(formatPersonNumber(parsed.number)).toBe('85.07.30-033.28');
});

it('a masked person number keeps serial and check digits to itself', () => {
  expect(maskPersonNumber(parsed.number)).toBe('85.07.30-***.**');
});
