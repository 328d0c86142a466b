import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours, type FedId } from '#libs/kernel';
import { totpCode } from '#libs/testing';
import { MOST_FAILURES_IN_FAMILIAR_BROWSERS, MOST_FAILURES_OF_STRANGERS } from './guess-count.js';
import { keyWorld, type KeyWorld } from './test-support/key-world.js';

const PASSWORD = 'meadow-lantern-kettle-17';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

let world: KeyWorld;
beforeAll(async () => {
  world = await keyWorld();
});
afterAll(() => world.close());

/** In a browser in which only this person signed in before. */
const atHome = (username: string, password: string, whose: FedId) =>
  world.passwords.verify({
    username,
    password,
    address: world.address(),
    familiarTo: (fedId) => Promise.resolve(fedId === whose),
  });
const elsewhere = (username: string, password: string) =>
  world.passwords.verify({ username, password, address: world.address() });

async function guessedAt(username: string, guesses: number): Promise<void> {
  for (let guess = 0; guess < guesses; guess += 1) {
    await elsewhere(username, 'not this one');
    world.later(hours(1));
  }
}

describe('XS-3 strangers who guess at a password', () => {
  it('make everybody wait but the person in a browser of their own', async () => {
    const { fedId } = await world.password('an', PASSWORD);
    for (let guess = 0; guess < 7; guess += 1) await elsewhere('an', 'not this one');
    expect((await elsewhere('an', PASSWORD)).kind).toBe('locked');
    expect((await atHome('an', PASSWORD, fedId)).kind).toBe('right');
  });

  it('gain nothing when the person signs in meanwhile', async () => {
    const { fedId } = await world.password('bea', PASSWORD);
    for (let guess = 0; guess < 5; guess += 1) await elsewhere('bea', 'not this one');
    expect((await atHome('bea', PASSWORD, fedId)).kind).toBe('right');
    expect((await elsewhere('bea', 'another guess')).kind).toBe('locked');
  });

  it('have nothing of a browser that is familiar to somebody else', async () => {
    const { fedId: own } = await world.password('cas', PASSWORD);
    await world.password('dirk', PASSWORD);
    for (let guess = 0; guess < 5; guess += 1) await atHome('dirk', 'not this one', own);
    expect((await elsewhere('dirk', PASSWORD)).kind).toBe('locked');
  });

  it('LN-6 stop the password everywhere else for good, and never at home', async () => {
    const { fedId } = await world.password('els', PASSWORD);
    await guessedAt('els', MOST_FAILURES_OF_STRANGERS);
    world.later(hours(48));
    expect(await elsewhere('els', PASSWORD)).toEqual({ kind: 'locked', waitMs: Infinity });
    expect((await atHome('els', PASSWORD, fedId)).kind).toBe('right');
  });
});

describe('LN-6 a key that was guessed at too often', () => {
  it('takes a hundred wrong guesses in a row at most, over all browsers', async () => {
    const { fedId } = await world.password('fien', PASSWORD);
    await guessedAt('fien', MOST_FAILURES_OF_STRANGERS);
    const outcomes: string[] = [];
    for (let guess = 0; guess < 30; guess += 1) {
      outcomes.push((await atHome('fien', 'not this one', fedId)).kind);
      world.later(hours(1));
    }
    expect(outcomes.filter((kind) => kind === 'wrong')).toHaveLength(MOST_FAILURES_IN_FAMILIAR_BROWSERS);
    expect(MOST_FAILURES_OF_STRANGERS + MOST_FAILURES_IN_FAMILIAR_BROWSERS).toBe(100);
    expect(await atHome('fien', PASSWORD, fedId)).toEqual({ kind: 'locked', waitMs: Infinity });
  });

  it('works again once it was made anew', async () => {
    await world.password('gust', PASSWORD);
    await guessedAt('gust', MOST_FAILURES_OF_STRANGERS);
    await world.passwords.startAnew(' GUST', world.database);
    expect((await elsewhere('gust', PASSWORD)).kind).toBe('right');
  });
});

describe('XS-4 whoever knows the password and guesses at the code', () => {
  it('makes the person wait nowhere but there', async () => {
    const { fedId } = await world.app(SECRET);
    const now = () => world.clock.now();
    for (let guess = 0; guess < 6; guess += 1) await world.totp.verify(fedId, '12345', now());
    const code = totpCode(SECRET, now());
    expect((await world.totp.verify(fedId, code, now())).kind).toBe('locked');
    expect((await world.totp.verify(fedId, code, now(), true)).kind).toBe('right');
  });
});
