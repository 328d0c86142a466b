import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from './index.js';

function setUp() {
  let now = 0;
  const breaker = new CircuitBreaker({
    failures: 3,
    window: 6,
    cooldown: 1_000,
    clock: { now: () => new Date(now) },
  });
  return {
    breaker,
    pass: (milliseconds: number) => (now += milliseconds),
    call: (works: boolean) =>
      breaker.run(
        async () => works,
        (result) => !result,
      ),
  };
}

describe('a circuit breaker', () => {
  it('opens after failures and then keeps callers away', async () => {
    const { breaker, call } = setUp();
    for (let i = 0; i < 3; i++) await call(false);
    expect(breaker.state).toBe('open');
    expect(await call(true)).toEqual({ kind: 'open' });
  });

  it('opens too when only every second call fails', async () => {
    const { breaker, call } = setUp();
    for (let i = 0; i < 5; i++) await call(i % 2 === 1);
    expect(breaker.state).toBe('open');
  });

  it('stays closed while failures are rare', async () => {
    const { breaker, call } = setUp();
    for (let i = 0; i < 40; i++) await call(i % 4 !== 0);
    expect(breaker.state).toBe('closed');
  });

  it('lets one call probe after the cooldown, and closes when it works', async () => {
    const { breaker, call, pass } = setUp();
    for (let i = 0; i < 3; i++) await call(false);
    pass(1_000);
    expect(breaker.state).toBe('half-open');
    let finish: (works: boolean) => void = () => undefined;
    const probe = breaker.run(
      () => new Promise<boolean>((resolve) => (finish = resolve)),
      (works) => !works,
    );
    expect(await call(true)).toEqual({ kind: 'open' });
    finish(true);
    await probe;
    expect(breaker.state).toBe('closed');
    expect(await call(true)).toEqual({ kind: 'ran', result: true });
  });

  it('waits another cooldown when the probe fails', async () => {
    const { breaker, call, pass } = setUp();
    for (let i = 0; i < 3; i++) await call(false);
    pass(1_000);
    await call(false);
    expect(breaker.state).toBe('open');
    pass(999);
    expect(await call(true)).toEqual({ kind: 'open' });
  });

  it('counts a thrown error as a failure and throws it on', async () => {
    const { breaker } = setUp();
    const broken = () =>
      breaker.run(
        () => Promise.reject(new Error('reset')),
        () => false,
      );
    for (let i = 0; i < 3; i++) await expect(broken()).rejects.toThrow('reset');
    expect(breaker.state).toBe('open');
  });

  it('RF-25 of a party that comes and goes each second for five minutes asks seldom, and changes no oftener than it rests', async () => {
    const { breaker, call, pass } = setUp();
    let [inVain, changes, before] = [0, 0, breaker.state];
    for (let tenth = 0; tenth < 3_000; tenth += 1) {
      const works = Math.floor(tenth / 10) % 2 === 0;
      if ((await call(works)).kind === 'ran' && !works) inVain += 1;
      if (breaker.state !== before) changes += 1;
      before = breaker.state;
      pass(100);
    }
    // A thousand milliseconds of rest each: closed, open and half-open once in every two seconds at most.
    expect(changes).toBeLessThanOrEqual(3 * 150);
    // Of 1,500 callers who would have waited in vain most are kept away.
    expect(inVain).toBeLessThanOrEqual(4 * 150);
    for (let second = 0; second < 3; second += 1) {
      pass(1_000);
      await call(true);
    }
    expect(breaker.state).toBe('closed');
  });
});
