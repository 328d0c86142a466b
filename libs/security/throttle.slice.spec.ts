import { testDatabase, type TestDatabase } from '#libs/testing';
import { minutes, seconds } from '#libs/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BlindIndex, MasterKey, Throttle, type ThrottlePolicy } from './index.js';

const policy: ThrottlePolicy = {
  purpose: 'spec-password',
  freeAttempts: 5,
  firstWait: seconds(30),
  maximumWait: minutes(60),
  window: minutes(120),
  absoluteLimit: 100,
};

describe('throttle', () => {
  let db: TestDatabase;
  let now = new Date('2026-03-01T12:00:00Z');
  let throttle: Throttle;
  const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

  beforeAll(async () => {
    db = await testDatabase({ role: 'csam_fas' });
    const index = new BlindIndex(MasterKey.fromSecret(Buffer.alloc(32, 1)));
    throttle = new Throttle(db.database, index, { now: () => now });
  });
  afterAll(() => db.drop());

  it('lets five wrong guesses pass, then waits 30 s, doubling up to an hour', async () => {
    for (let guess = 1; guess <= 5; guess += 1) {
      expect(await throttle.attempt(policy, 'ladder')).toEqual({ kind: 'open', free: 5 - guess });
    }
    const waits: number[] = [];
    for (let guess = 6; guess <= 14; guess += 1) {
      const outcome = await throttle.attempt(policy, 'ladder');
      if (outcome.kind !== 'wait') throw new Error(`guess ${guess} was not held back`);
      waits.push((outcome.until.getTime() - now.getTime()) / 1_000);
      later(outcome.until.getTime() - now.getTime());
      expect(await throttle.attempt(policy, 'ladder')).toEqual({ kind: 'open', free: 0 });
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  });

  it('of fifty guesses at the same moment exactly the free ones are let through', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => throttle.attempt(policy, 'parallel')),
    );
    expect(outcomes.filter(({ kind }) => kind === 'open')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'wait')).toHaveLength(45);
  });

  it('a success starts the count anew', async () => {
    for (let guess = 0; guess < 4; guess += 1) await throttle.attempt(policy, 'success');
    await throttle.succeed(policy, 'success');
    expect(await throttle.check(policy, 'success')).toEqual({ kind: 'open', free: 5 });
  });

  it('a quiet window ends the waiting but not the count towards the lock', async () => {
    const short = { ...policy, purpose: 'spec-short', freeAttempts: 2, absoluteLimit: 4 };
    await throttle.attempt(short, 'lock');
    await throttle.attempt(short, 'lock');
    later(minutes(200));
    expect(await throttle.check(short, 'lock')).toEqual({ kind: 'open', free: 2 });
    await throttle.attempt(short, 'lock');
    await throttle.attempt(short, 'lock');
    later(minutes(200));
    expect(await throttle.attempt(short, 'lock')).toEqual({ kind: 'locked' });
    expect(await throttle.check(short, 'lock')).toEqual({ kind: 'locked' });
  });

  it('the hundred and first guess is refused, however long one waits', async () => {
    const patient = { ...policy, purpose: 'spec-patient' };
    for (let guess = 1; guess <= 100; guess += 1) {
      expect((await throttle.attempt(patient, 'victim')).kind).toBe('open');
      later(minutes(121));
    }
    expect(await throttle.attempt(patient, 'victim')).toEqual({ kind: 'locked' });
  });

  it('a guess that was not made is given back', async () => {
    for (let guess = 0; guess < 5; guess += 1) await throttle.attempt(policy, 'release');
    await throttle.release(policy, 'release');
    expect(await throttle.attempt(policy, 'release')).toEqual({ kind: 'open', free: 0 });
    expect(await throttle.attempt(policy, 'release')).toMatchObject({ kind: 'wait' });
  });

  it('failures reported afterwards count the same', async () => {
    for (let guess = 0; guess < 4; guess += 1) await throttle.fail(policy, 'fail');
    expect(await throttle.fail(policy, 'fail')).toMatchObject({ kind: 'wait' });
  });

  describe('one guess that is counted at several', () => {
    const at = (target: string, change: Partial<ThrottlePolicy> = {}) => ({
      policy: { ...policy, ...change },
      target,
    });
    const kind = async (...counts: Parameters<Throttle['attemptAll']>[0]) =>
      (await throttle.attemptAll(counts)).outcome.kind;

    it('is open as often as the strictest lets it, and tells which one that was', async () => {
      const [strict, loose] = [at('strict', { purpose: 'spec-strict', freeAttempts: 2 }), at('loose')];
      expect(await throttle.attemptAll([loose, strict])).toEqual({ outcome: { kind: 'open', free: 1 } });
      expect(await throttle.attemptAll([strict, loose])).toEqual({ outcome: { kind: 'open', free: 0 } });
      const refused = await throttle.attemptAll([loose, strict]);
      expect(refused).toMatchObject({ closed: strict, outcome: { kind: 'wait' } });
    });

    it('counts at none of them when one is closed', async () => {
      const [shut, open] = [at('shut', { purpose: 'spec-shut', freeAttempts: 1 }), at('left open')];
      await throttle.attempt(shut.policy, shut.target);
      for (let guess = 0; guess < 10; guess += 1) expect(await kind(open, shut)).toBe('wait');
      expect(await throttle.check(open.policy, open.target)).toEqual({ kind: 'open', free: 5 });
    });

    it('of fifty at the same moment, in whatever order they are named, lets exactly the free ones through', async () => {
      const [one, other] = [at('crowd'), at('crowd', { purpose: 'spec-crowd', freeAttempts: 20 })];
      const kinds = await Promise.all(
        Array.from({ length: 50 }, (_, guess) => (guess % 2 === 0 ? kind(one, other) : kind(other, one))),
      );
      expect(kinds.filter((outcome) => outcome === 'open')).toHaveLength(5);
      expect(await throttle.check(other.policy, other.target)).toEqual({ kind: 'open', free: 15 });
      await Promise.all(kinds.map(() => throttle.settle({ anew: [one], back: [other] })));
      expect(await throttle.check(one.policy, one.target)).toEqual({ kind: 'open', free: 5 });
      expect(await throttle.check(other.policy, other.target)).toEqual({ kind: 'open', free: 20 });
    });

    it('has fewer free failures as long as an alarm waits', async () => {
      const bell = at('bell', { purpose: 'spec-bell', freeAttempts: 1, firstWait: minutes(10) });
      const watched = { ...at('watched'), alarm: { ...bell, freeAttempts: 2 } };
      expect(await kind(watched)).toBe('open');
      await throttle.fail(bell.policy, bell.target);
      expect(await kind(watched)).toBe('open');
      expect(await kind(watched)).toBe('wait');
      later(minutes(11));
      expect(await kind(watched)).toBe('open');
      expect(await kind(watched)).toBe('open');
    });
  });

  it('keeps neither account nor address readable', async () => {
    await throttle.fail(policy, 'lotte.verzonnen');
    const rows = await db.database.query<{ target: string }>('select target from security.throttle');
    expect(rows.every(({ target }) => /^[0-9a-f]{64}$/.test(target))).toBe(true);
  });

  it('quiet addresses are forgotten, locks are not', async () => {
    const address = { ...policy, purpose: 'spec-address', absoluteLimit: undefined };
    await throttle.attempt(address, '192.0.2.0/24');
    later(minutes(300));
    await throttle.prune(address);
    await throttle.prune(policy);
    const rows = await db.database.query<{ purpose: string }>(
      'select distinct purpose from security.throttle',
    );
    const purposes = rows.map(({ purpose }) => purpose);
    expect(purposes).not.toContain('spec-address');
    expect(purposes).toContain('spec-password');
  });
});
