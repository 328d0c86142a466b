import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours, seconds } from '#libs/kernel';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';
import { ServiceStarts, STARTS_PER_LOGIN, STARTS_PER_NETWORK } from './service-starts.js';

let world: KeyWorld;
let starts: ServiceStarts;
beforeAll(async () => {
  world = await keyWorld();
  starts = new ServiceStarts(world.throttle, world.clock);
});
afterAll(() => world.close());

const many = (times: number, login: (at: number) => { journeyId: string; address: string }) =>
  Promise.all(Array.from({ length: times }, (_, at) => starts.start(login(at))));
const started = (outcomes: readonly (number | undefined)[]) =>
  outcomes.filter((wait) => wait === undefined).length;

describe('XS-4 LN-15 asking a recognised service', () => {
  it('is done a few times in one login, also when all come at the same moment, and waits then', async () => {
    const address = world.address();
    const login = () => ({ journeyId: 'one-login', address });
    expect(started(await many(20, login))).toBe(STARTS_PER_LOGIN.freeAttempts);
    expect(await starts.start(login())).toBe(seconds(30));
    world.later(seconds(30));
    expect(await starts.start(login())).toBeUndefined();
  });

  it('is held back by network when many logins ask, and only there', async () => {
    const network = '2001:db8:7:7';
    const login = (at: number) => ({ journeyId: `login-${at}`, address: `${network}::${at}` });
    const { freeAttempts } = STARTS_PER_NETWORK;
    expect(started(await many(freeAttempts + 20, login))).toBe(freeAttempts);
    expect(await starts.start({ journeyId: 'next', address: `${network}::ffff` })).toBeGreaterThan(0);
    expect(await starts.start({ journeyId: 'other', address: world.address() })).toBeUndefined();
    world.later(hours(2));
    expect(await starts.start({ journeyId: 'later', address: `${network}::ffff` })).toBeUndefined();
  });

  it('costs a whole office nothing as long as its people confirm', async () => {
    const address = world.address();
    for (let at = 0; at < STARTS_PER_NETWORK.freeAttempts * 2; at += 1) {
      expect(await starts.start({ journeyId: `office-${at}`, address })).toBeUndefined();
      await starts.forgive({ address });
    }
  });
});
