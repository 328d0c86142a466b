import { describe, expect, it } from 'vitest';
import { hedged } from './hedged.js';

type Result = 'good' | 'bad';
const isBad = (result: Result) => result === 'bad';

function attempts(...results: (() => Promise<Result>)[]) {
  let calls = 0;
  const attempt = () => results[calls++]?.() ?? Promise.reject(new Error('asked too often'));
  return { attempt, calls: () => calls };
}

const never = () => new Promise<Result>(() => undefined);
const good = async (): Promise<Result> => 'good';
const bad = async (): Promise<Result> => 'bad';

describe('a hedged question', () => {
  it('is asked once when the answer is good', async () => {
    const { attempt, calls } = attempts(good);
    expect(await hedged(attempt, isBad, 1_000)).toBe('good');
    expect(calls()).toBe(1);
  });

  it('is asked once more at once after a failure, and not a third time', async () => {
    const twice = attempts(bad, good);
    expect(await hedged(twice.attempt, isBad, 60_000)).toBe('good');
    const failing = attempts(bad, bad);
    expect(await hedged(failing.attempt, isBad, 60_000)).toBe('bad');
    expect(failing.calls()).toBe(2);
  });

  it('is asked once more after silence', async () => {
    const { attempt, calls } = attempts(never, good);
    expect(await hedged(attempt, isBad, 1)).toBe('good');
    expect(calls()).toBe(2);
  });

  it('is never repeated where asking twice does harm', async () => {
    const { attempt, calls } = attempts(bad);
    expect(await hedged(attempt, isBad, undefined)).toBe('bad');
    expect(calls()).toBe(1);
  });
});
