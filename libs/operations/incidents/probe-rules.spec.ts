import { expect, it } from 'vitest';
import { judgeProbes, type VantageView } from './probe-rules.js';

const rules = { failures: 3, successes: 2, vantagePoints: 2 };
const now = new Date('2026-03-02T12:10:00Z');
const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const view = (vantage: string, row: Partial<VantageView>): VantageView => ({
  vantage,
  failures: 0,
  successes: 0,
  since: at('12:07:00'),
  lastAt: at('12:09:50'),
  ...row,
});

it('one place that sees trouble opens nothing, two do', () => {
  const one = view('a', { failures: 9, since: at('12:01:00') });
  expect(judgeProbes([one, view('b', { successes: 9 })], false, now, rules).kind).toBe('stays');
  expect(judgeProbes([one, view('b', { failures: 2 })], false, now, rules).kind).toBe('stays');
  expect(judgeProbes([one, view('b', { failures: 3 })], false, now, rules)).toEqual({
    kind: 'opens',
    since: at('12:07:00'),
  });
});

it('a place that has been silent for minutes counts neither for nor against', () => {
  const silent = view('b', { failures: 9, lastAt: at('12:04:59') });
  expect(judgeProbes([view('a', { failures: 3 }), silent], false, now, rules).kind).toBe('stays');
  const good = view('a', { successes: 2, since: at('12:08:00') });
  expect(judgeProbes([good, silent], true, now, rules)).toEqual({ kind: 'closes', since: at('12:08:00') });
});

it('ends only when every place sees enough successes, at the moment at which the last one began to', () => {
  const good = view('a', { successes: 5, since: at('12:05:00') });
  expect(judgeProbes([good, view('b', { successes: 1 })], true, now, rules).kind).toBe('stays');
  expect(judgeProbes([good, view('b', { successes: 2 })], true, now, rules)).toEqual({
    kind: 'closes',
    since: at('12:07:00'),
  });
});

it('when nobody looks, nothing changes', () => {
  expect(judgeProbes([], true, now, rules).kind).toBe('stays');
  expect(judgeProbes([], false, now, rules).kind).toBe('stays');
});
