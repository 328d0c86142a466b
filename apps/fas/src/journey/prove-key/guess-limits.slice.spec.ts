import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProveOutcome } from '#libs/digital-keys';
import { minutes } from '#libs/kernel';
import { BlindIndex, MasterKey, Throttle } from '#libs/security';
import { testDatabase } from '#libs/testing';
import { FAILED_PROOFS_PER_ADDRESS, GuessLimits } from './guess-limits.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let time = Date.parse('2026-03-02T10:00:00Z');
const clock = { now: () => new Date(time) };
let limits: GuessLimits;
let throttle: Throttle;
beforeAll(async () => {
  database = await testDatabase();
  throttle = new Throttle(
    database.database,
    new BlindIndex(MasterKey.fromSecret(Buffer.alloc(32, 3))),
    clock,
  );
  limits = new GuessLimits(throttle, clock);
});
afterAll(() => database.drop());

const wrong = (reason: string) => async (): Promise<ProveOutcome> => ({
  kind: 'wrong',
  reason,
  page: () => {
    throw new Error('no page is shown here');
  },
});
const right = async (): Promise<ProveOutcome> => ({ kind: 'unavailable', reason: 'judged' });

describe('XS-3 XS-4 failed proofs of any key', () => {
  it('are held back by address after many, and only from there', async () => {
    const { freeAttempts } = FAILED_PROOFS_PER_ADDRESS;
    for (let done = 0; done < freeAttempts; done += 20) {
      const guesses = Array.from({ length: 20 }, () => limits.within('192.0.2.1', wrong('code-wrong')));
      expect((await Promise.all(guesses)).every(({ kind }) => kind === 'wrong')).toBe(true);
    }
    expect(await limits.within('192.0.2.1', right)).toMatchObject({ kind: 'locked', reason: 'address' });
    expect(await limits.within('192.0.2.2', right)).toMatchObject({ kind: 'unavailable' });
    time += minutes(16);
    expect(await limits.within('192.0.2.1', right)).toMatchObject({ kind: 'unavailable' });
  });

  it('of IPv6 are held back by network: each of its addresses is the same caller', async () => {
    const { freeAttempts } = FAILED_PROOFS_PER_ADDRESS;
    const guesses = Array.from({ length: freeAttempts }, (_, at) =>
      limits.within(`2001:db8:0:1::${at.toString(16)}`, wrong('code-wrong')),
    );
    await Promise.all(guesses);
    expect(await limits.within('2001:db8:0:1:ffff::1', right)).toMatchObject({ kind: 'locked' });
    expect(await limits.within('2001:db8:0:2::1', right)).toMatchObject({ kind: 'unavailable' });
  });

  it('XS-5 are as many as the limit, and none more, when they all come at the same moment', async () => {
    const { freeAttempts } = FAILED_PROOFS_PER_ADDRESS;
    const outcomes = await Promise.all(
      Array.from({ length: freeAttempts + 50 }, () => limits.within('192.0.2.4', wrong('code-wrong'))),
    );
    const kinds = outcomes.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(freeAttempts);
    expect(kinds.filter((kind) => kind === 'locked')).toHaveLength(50);
  });

  it('are no guesses when nothing was typed, no card was there or the person went back, nor when they were right', async () => {
    for (const reason of ['incomplete', 'no-card', 'cancelled', 'refused:access_denied', 'timed-out:code']) {
      await limits.within('192.0.2.3', wrong(reason));
      await limits.within('192.0.2.3', right);
    }
    expect(await throttle.check(FAILED_PROOFS_PER_ADDRESS, '192.0.2.3')).toEqual({
      kind: 'open',
      free: FAILED_PROOFS_PER_ADDRESS.freeAttempts,
    });
  });
});
