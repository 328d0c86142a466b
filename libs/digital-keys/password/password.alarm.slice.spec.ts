import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#libs/kernel';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';
import { PASSWORD_LIMITS, PasswordService, type GuessPolicies } from './password.service.js';

const PASSWORD = 'meadow-lantern-kettle-17';

/** The same service with an alarm that a test can reach. */
class Nervous extends PasswordService {
  protected override readonly limits: GuessPolicies = {
    ...PASSWORD_LIMITS,
    altogether: { ...PASSWORD_LIMITS.altogether, freeAttempts: 10 },
  };
}

let world: KeyWorld;
let passwords: Nervous;
beforeAll(async () => {
  world = await keyWorld();
  passwords = new Nervous(world.passwordStore, world.hasher, world.throttle, world.clock);
});
afterAll(() => world.close());

describe('XS-3 one password tried on many names from many addresses', () => {
  it('is slowed down where it fails; who guesses right notices nothing, and it passes', async () => {
    await world.password('lea', PASSWORD);
    const verify = (username: string, password: string, address: string) =>
      passwords.verify({ username, password, address });
    for (let name = 0; name < 10; name += 1) {
      expect((await verify(`nobody-${name}`, 'Spring2026', world.address())).kind).toBe('wrong');
    }
    const office = world.address();
    for (let name = 0; name < 3; name += 1) {
      expect((await verify(`other-${name}`, 'Spring2026', office)).kind).toBe('wrong');
    }
    expect((await verify('other-3', 'Spring2026', office)).kind).toBe('locked');
    expect((await verify('lea', PASSWORD, world.address())).kind).toBe('right');
    world.later(minutes(25));
    for (let name = 0; name < 4; name += 1) {
      expect((await verify(`later-${name}`, 'Spring2026', office)).kind).toBe('wrong');
    }
  });
});
