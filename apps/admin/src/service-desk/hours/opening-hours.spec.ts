import { describe, expect, it } from 'vitest';
import { deskState, federalHolidays, isWorkingDay } from './opening-hours.js';

const at = (moment: string) => deskState(new Date(moment));

describe('the service desk', () => {
  it('answers from half past eight to five, Belgian time, summer and winter', () => {
    expect(at('2026-01-12T07:29:00Z')).toEqual({ kind: 'closed', opensOn: '2026-01-12' });
    expect(at('2026-01-12T07:30:00Z')).toEqual({ kind: 'open', minutes: 510 });
    expect(at('2026-01-12T15:59:00Z')).toEqual({ kind: 'open', minutes: 1 });
    expect(at('2026-01-12T16:00:00Z')).toEqual({ kind: 'closed', opensOn: '2026-01-13' });
    expect(at('2026-07-13T06:30:00Z')).toMatchObject({ kind: 'open' });
    expect(at('2026-07-13T15:00:00Z')).toMatchObject({ kind: 'closed' });
  });

  it('opens after the weekend and after holidays', () => {
    expect(at('2026-01-16T16:00:00Z')).toEqual({ kind: 'closed', opensOn: '2026-01-19' });
    // Good Friday is none, Easter Monday is.
    expect(isWorkingDay('2026-04-03')).toBe(true);
    expect(at('2026-04-03T16:00:00Z')).toEqual({ kind: 'closed', opensOn: '2026-04-07' });
    expect(at('2026-12-24T17:00:00Z')).toEqual({ kind: 'closed', opensOn: '2026-12-28' });
  });

  it.each([
    [2025, ['2025-04-21', '2025-05-29', '2025-06-09']],
    [2026, ['2026-04-06', '2026-05-14', '2026-05-25']],
    [2038, ['2038-04-26', '2038-06-03', '2038-06-14']],
  ])('knows the days that move with Easter in %i', (year, moving) => {
    for (const day of moving) expect(federalHolidays(year)).toContain(day);
  });
});
