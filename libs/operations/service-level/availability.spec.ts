import { describe, expect, it } from 'vitest';
import { hours, minutes } from '#libs/kernel';
import {
  availabilityOf,
  ceilingOf,
  jointAvailabilityOf,
  shareOf,
  type Interval,
  type ProbedHour,
} from './availability.js';
import { intervalOf, monthOf, monthsOf } from './periods.js';

const at = (text: string) => new Date(`${text}${text.length === 16 ? ':00' : ''}Z`);
const between = (from: string, to: string): Interval => ({ from: at(from), to: at(to) });
const ALL = (1n << 60n) - 1n;

/** Two places that probe every minute of a stretch of time and see what the function says. */
function probing(
  period: Interval,
  failed: (vantage: string, hour: number) => bigint = () => 0n,
): ProbedHour[] {
  const rows: ProbedHour[] = [];
  for (let hour = period.from.getTime(); hour < period.to.getTime(); hour += hours(1)) {
    for (const vantage of ['a', 'b'])
      rows.push({ hour: new Date(hour), vantage, seen: ALL, failed: failed(vantage, hour) });
  }
  return rows;
}

const day = between('2026-03-02T00:00', '2026-03-03T00:00');

describe('a day', () => {
  const of = (more: Partial<Parameters<typeof availabilityOf>[0]>) =>
    availabilityOf({ ...day, probed: probing(day), outages: [], agreed: [], ...more });

  it('without trouble is wholly available', () => {
    expect(of({})).toEqual({ minutes: 1_440, agreed: 0, counted: 1_440, down: 0, unknown: 0 });
  });

  it('counts every minute that an incident touches, once', () => {
    const outages = [
      between('2026-03-02T10:00:59', '2026-03-02T10:02:01'),
      between('2026-03-02T10:01', '2026-03-02T10:04'),
    ];
    expect(of({ outages }).down).toBe(4);
  });

  it('counts a minute as down only when no place saw it work', () => {
    const only = (which: string) =>
      probing(day, (vantage, hour) => (vantage === which && hour === +at('2026-03-02T05:00') ? 0b111n : 0n));
    expect(of({ probed: only('a') }).down).toBe(0);
    const both = probing(day, (vantage, hour) =>
      hour === +at('2026-03-02T05:00') ? (vantage === 'a' ? 0b110n : 0b011n) : 0n,
    );
    expect(of({ probed: both }).down).toBe(1);
  });

  it('leaves out agreed minutes, and trouble in them', () => {
    const agreed = [between('2026-03-02T02:00', '2026-03-02T03:30')];
    const outages = [between('2026-03-02T02:30', '2026-03-02T03:40')];
    expect(of({ agreed, outages })).toEqual({
      minutes: 1_440,
      agreed: 90,
      counted: 1_350,
      down: 10,
      unknown: 0,
    });
  });

  it('says what nobody knows, and an incident makes it known', () => {
    const probed = probing(between('2026-03-02T00:00', '2026-03-02T12:00'));
    expect(of({ probed })).toMatchObject({ counted: 720, unknown: 720, down: 0 });
    const outages = [between('2026-03-02T12:00', '2026-03-02T18:00')];
    expect(of({ probed, outages })).toMatchObject({ counted: 1_080, unknown: 360, down: 360 });
    expect(shareOf(of({ probed: [] }))).toBeUndefined();
  });
});

describe('a simulated year', () => {
  const year = intervalOf('2027') ?? day;
  const probed = probing(year);
  /** Outages of the given minutes, spread over the year, one at night on the last of each month. */
  const outagesOf = (total: number): Interval[] =>
    monthsOf(2027).map((month, index) => {
      const from = (intervalOf(month)?.to.getTime() ?? 0) - minutes(600);
      const share = Math.floor(total / 12) + (index < total % 12 ? 1 : 0);
      return { from: new Date(from), to: new Date(from + minutes(share)) };
    });

  // The figures of the service sheet, as minutes of a year of 525,600.
  it.each([
    ['2017', 368, '99.93'],
    ['2016', 1_840, '99.65'],
    ['2015', 1_156, '99.78'],
    ['the objective', 525, '99.90'],
  ])('with the trouble of %s comes to its figure', (_name, down, percent) => {
    const result = availabilityOf({ ...year, probed, outages: outagesOf(down), agreed: [] });
    expect(result).toEqual({ minutes: 525_600, agreed: 0, counted: 525_600, down, unknown: 0 });
    expect(((shareOf(result) ?? 0) * 100).toFixed(2)).toBe(percent);
  });

  it('is the sum of its months, over both changes of the clock', () => {
    const outages = outagesOf(1_000);
    const months = monthsOf(2027).map((month) => {
      const interval = intervalOf(month) ?? day;
      return availabilityOf({ ...interval, probed, outages, agreed: [] });
    });
    expect(months.reduce((sum, month) => sum + month.minutes, 0)).toBe(525_600);
    expect(months.reduce((sum, month) => sum + month.down, 0)).toBe(1_000);
    expect(months[2]?.minutes).toBe(31 * 1_440 - 60);
    expect(months[9]?.minutes).toBe(31 * 1_440 + 60);
  });
});

it('nothing is better than its weakest party', () => {
  expect(ceilingOf([0.9999, undefined, 0.998])).toBe(0.998);
  expect(ceilingOf([undefined])).toBeUndefined();
});

it('a month is one of Belgium', () => {
  expect(monthOf(at('2026-03-31T22:30:00'))).toBe('2026-04');
  expect(intervalOf('2026-04')).toEqual(between('2026-03-31T22:00', '2026-04-30T22:00'));
  expect(intervalOf('2026-13')).toBeUndefined();
});

describe('a service of two components', () => {
  const half = (1n << 30n) - 1n;
  const one = {
    probed: probing(day),
    outages: [between('2026-03-02T10:00', '2026-03-02T10:30')],
    agreed: [between('2026-03-02T02:00', '2026-03-02T03:00')],
  };
  const other = {
    probed: probing(day, (_vantage, hour) => (hour === day.from.getTime() + hours(20) ? half : 0n)),
    outages: [between('2026-03-02T10:20', '2026-03-02T10:50')],
    agreed: [between('2026-03-02T02:30', '2026-03-02T03:30')],
  };

  it('is down while either is, and agreed to be away only while both are', () => {
    expect(jointAvailabilityOf(day, [one, other])).toEqual({
      minutes: 1_440,
      agreed: 30,
      counted: 1_410,
      down: 80,
      unknown: 0,
    });
  });

  it('is unknown while one is, save where the other is down', () => {
    const silent = { probed: [], outages: [], agreed: [] };
    expect(jointAvailabilityOf(day, [one, silent])).toMatchObject({ counted: 30, down: 30, unknown: 1_410 });
  });
});
