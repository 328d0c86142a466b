import { describe, expect, it } from 'vitest';
import { formatDateTime, formatDuration, formatList, formatRegion, labelled } from './index.js';

describe('formats', () => {
  it.each([
    [1, 'nl', '1 seconde'],
    [45_000, 'nl', '45 seconden'],
    [60_000, 'fr', '1 minute'],
    [61_000, 'de', '2 Minuten'],
    [3_600_000, 'en', '60 minutes'],
    [7_300_000, 'nl', '3 uur'],
  ] as const)('%i ms in %s is %s', (milliseconds, language, words) => {
    expect(formatDuration(milliseconds, language)).toBe(words);
  });

  it('shows Belgian time, whatever the zone of the machine', () => {
    const summer = formatDateTime(new Date('2026-07-01T12:00:00Z'), 'nl');
    expect(summer).toContain('1 juli 2026');
    expect(summer).toContain('14:00');
  });

  it('names a country', () => {
    expect(formatRegion('BE', 'fr')).toBe('Belgique');
  });

  it.each([
    ['nl', 'Sinds: 3 mei'],
    ['fr', 'Sinds\u00A0: 3 mei'],
  ] as const)('puts a label before a value in %s', (language, words) => {
    expect(labelled('Sinds', '3 mei', language)).toBe(words);
  });

  it('joins a list in words', () => {
    expect(formatList(['a', 'b', 'c'], 'nl')).toBe('a, b en c');
  });
});
