import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours } from '#libs/kernel';
import { PasswordHasher, type ThrottlePolicy } from '#libs/security';
import { keyWorld, LIGHT_COST, type KeyWorld } from '../test-support/key-world.js';
import { GUESSES_PER_ADDRESS, GUESSES_PER_USERNAME, PasswordService } from './password.service.js';

const PASSWORD = 'meadow-lantern-kettle-17';

let world: KeyWorld;
beforeAll(async () => {
  world = await keyWorld();
});
afterAll(() => world.close());

const verify = (username: string, password: string, address: string) =>
  world.passwords.verify({ username, password, address });

/** Guesses once at each of so many usernames, from one address. */
const spray = (address: string, times: number) =>
  Promise.all(
    Array.from({ length: times }, (_, user) => verify(`${address}-${user}`, 'Spring2026', address)),
  );

describe('guessing from one address', () => {
  it('XS-3 many usernames once each are held back after a hundred, from elsewhere nobody is', async () => {
    const address = world.address();
    await world.password('dieter', PASSWORD);
    for (let part = 0; part < 2; part += 1) await spray(`${address}`, 50);
    expect((await verify('dieter', PASSWORD, address)).kind).toBe('locked');
    expect((await verify('dieter', PASSWORD, world.address())).kind).toBe('right');
  });

  it('XS-3 a guess that was held back does not count against its victim', async () => {
    const address = world.address();
    await world.password('eline', PASSWORD);
    for (let part = 0; part < 2; part += 1) await spray(address, 50);
    for (let guess = 0; guess < 20; guess += 1) await verify('eline', 'not this one', address);
    expect(await world.throttle.check(GUESSES_PER_USERNAME, 'eline')).toEqual({ kind: 'open', free: 5 });
  });

  it('XS-3 does not start anew when the guesser signs in with an own account', async () => {
    const address = world.address();
    await world.password('guesser', PASSWORD);
    await spray(address, 50);
    expect((await verify('guesser', PASSWORD, address)).kind).toBe('right');
    expect(await world.throttle.check(GUESSES_PER_ADDRESS, address)).toEqual({ kind: 'open', free: 50 });
  });

  it('a whole office that types its passwords right is never held back', async () => {
    const address = world.address();
    await world.password('office', PASSWORD);
    for (let day = 0; day < 120; day += 1)
      expect((await verify('office', PASSWORD, address)).kind).toBe('right');
  });

  it('is free again after a quiet hour', async () => {
    const address = world.address();
    await world.password('fabrice', PASSWORD);
    for (let part = 0; part < 2; part += 1) await spray(address, 50);
    world.later(hours(2));
    expect((await verify('fabrice', PASSWORD, address)).kind).toBe('right');
  });
});

describe('guesses that are counted with the failed proofs of every key', () => {
  const EVERY_KEY = { ...GUESSES_PER_ADDRESS, purpose: 'spec-every-key', freeAttempts: 3 };
  const guess = (username: string, password: string, address: string) =>
    world.passwords.verify({
      username,
      password,
      address,
      failedProofs: { policy: EVERY_KEY, target: address },
    });
  const free = (policy: ThrottlePolicy, target: string) => world.throttle.check(policy, target);

  it('stay counted when they were wrong, and are given back when they were right', async () => {
    const address = world.address();
    await world.password('gerda', PASSWORD);
    expect((await guess('gerda', 'not this one', address)).kind).toBe('wrong');
    expect((await guess('gerda', PASSWORD, address)).kind).toBe('right');
    expect(await free(EVERY_KEY, address)).toEqual({ kind: 'open', free: 2 });
    expect(await free(GUESSES_PER_ADDRESS, address)).toEqual({ kind: 'open', free: 99 });
    expect(await free(GUESSES_PER_USERNAME, 'gerda')).toEqual({ kind: 'open', free: 5 });
  });

  it('are held back by what failed with other keys, and then count against nobody', async () => {
    const address = world.address();
    await world.password('hilde', PASSWORD);
    for (let other = 0; other < 3; other += 1) await world.throttle.fail(EVERY_KEY, address);
    expect(await guess('hilde', PASSWORD, address)).toMatchObject({ kind: 'locked', everyKey: true });
    expect(await free(GUESSES_PER_USERNAME, 'hilde')).toEqual({ kind: 'open', free: 5 });
    expect(await free(GUESSES_PER_ADDRESS, address)).toEqual({ kind: 'open', free: 100 });
  });

  it('say that it is this name when it is this name', async () => {
    const address = world.address();
    await world.password('ilse', PASSWORD);
    for (let wrong = 0; wrong < 5; wrong += 1) await verify('ilse', 'not this one', world.address());
    const outcome = await guess('ilse', PASSWORD, address);
    expect(outcome.kind).toBe('locked');
    expect(outcome).not.toHaveProperty('everyKey');
    expect(await free(EVERY_KEY, address)).toEqual({ kind: 'open', free: 3 });
  });
});

describe('a password', () => {
  const hashOf = async (keyId: string) =>
    (
      await world.owner.query<{ password_hash: string }>(
        'select password_hash from digital_keys.password where key_id = $1',
        [keyId],
      )
    )[0]?.password_hash;

  it('is hashed anew at the next sign-in when hashes cost more than before, and only then', async () => {
    const { keyId } = await world.password('rehash', PASSWORD);
    const before = await hashOf(keyId);
    await verify('rehash', PASSWORD, world.address());
    expect(await hashOf(keyId)).toBe(before);

    const dearer = new PasswordHasher({ masterKey: world.master, cost: { ...LIGHT_COST, timeCost: 2 } });
    const service = new PasswordService(world.passwordStore, dearer, world.throttle, world.clock);
    const address = world.address();
    expect((await service.verify({ username: 'rehash', password: 'wrong one', address })).kind).toBe('wrong');
    expect(await hashOf(keyId)).toBe(before);
    expect((await service.verify({ username: 'rehash', password: PASSWORD, address })).kind).toBe('right');
    const after = await hashOf(keyId);
    expect(after).toMatch(/m=256,t=2,p=1/);
    expect((await service.verify({ username: 'rehash', password: PASSWORD, address })).kind).toBe('right');
    expect(await hashOf(keyId)).toBe(after);
  });

  it('that could not be compared for want of room does not count as a guess', async () => {
    await world.password('busy', PASSWORD);
    const narrow = new PasswordHasher({
      masterKey: world.master,
      cost: { memoryCost: 131_072, timeCost: 4, parallelism: 1 },
      concurrency: 1,
      waiting: 0,
    });
    const service = new PasswordService(world.passwordStore, narrow, world.throttle, world.clock);
    const occupied = narrow.hash('something that takes long');
    const address = world.address();
    for (let guess = 0; guess < 3; guess += 1)
      expect(await service.verify({ username: 'busy', password: PASSWORD, address })).toEqual({
        kind: 'busy',
      });
    await occupied;
    expect(await world.throttle.check(GUESSES_PER_USERNAME, 'busy')).toEqual({ kind: 'open', free: 5 });
    expect(await world.throttle.check(GUESSES_PER_ADDRESS, address)).toEqual({ kind: 'open', free: 100 });
  });

  it('and its username stand in no column in clear', async () => {
    await world.password('geheimzinnig', 'orchard-parrot-violin-88');
    const rows = await world.owner.query<{ row: string }>(
      'select p::text as row from digital_keys.password p',
    );
    const text = rows.map(({ row }) => row).join('\n');
    expect(text).not.toContain('geheimzinnig');
    expect(text).not.toContain('orchard-parrot');
  });
});
