import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hours, seconds, type EnterpriseNumber } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { exampleAddresses } from '../prove.examples.js';
import type { ProveSituation } from '../prove.js';
import { MOST_FAILURES_OF_STRANGERS } from '../guess-count.js';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';
import { PasswordKey } from './password.prove.js';

const PASSWORD = 'meadow-lantern-kettle-17';

let world: KeyWorld;
beforeAll(async () => {
  world = await keyWorld();
});
afterAll(() => world.close());

const verify = (username: string, password: string, address = world.address()) =>
  world.passwords.verify({ username, password, address });

/** Five guesses are free, so that the sixth is the first that waits. */
async function guessWrongly(username: string, times: number): Promise<void> {
  for (let guess = 0; guess < times; guess += 1) await verify(username, 'not this one');
}

/** People who may not come in, by why. */
async function turnedAway(): Promise<void> {
  await world.password('somebody', PASSWORD);
  const blocked = await world.password('blocked', PASSWORD);
  await world.people.setState(blocked.fedId, 'blocked');
  const suspended = await world.password('suspended', PASSWORD);
  await world.keys.setState(suspended.keyId, 'suspended');
  const revoked = await world.password('revoked', PASSWORD);
  await world.keys.setState(revoked.keyId, 'revoked');
}

const situation = (form: ProveSituation['form']): ProveSituation => ({
  form,
  address: world.address(),
  now: world.clock.now(),
  alreadySignedIn: false,
  journeyId: 'journey-1',
  language: 'en',
  application: {
    id: 'permits',
    agency: '0671516647' as EnterpriseNumber,
    name: { nl: 'Loket', fr: 'Guichet', de: 'Schalter', en: 'Counter' },
  },
});

describe('a username and password', () => {
  it('that are right name the person, the key and the enrolment', async () => {
    const { fedId, keyId } = await world.password('an', PASSWORD);
    expect(await verify('an', PASSWORD)).toEqual({ kind: 'right', fedId, keyId, enrolment: 'eid' });
  });

  it('that are wrong are refused', async () => {
    await world.password('bram', PASSWORD);
    expect(await verify('bram', `${PASSWORD}!`)).toMatchObject({ kind: 'wrong' });
    expect(await verify('bram', '')).toMatchObject({ kind: 'wrong' });
  });

  it('count in any spelling of the username: case, space around it, Unicode form', async () => {
    const { fedId } = await world.password('Zoë.Ångström', PASSWORD);
    for (const spelling of [
      'zoë.ångström',
      '  ZOË.ÅNGSTRÖM ',
      'Zoë.Ångström'.normalize('NFD'),
      'ｚoë.ångström',
    ])
      expect(await verify(spelling, PASSWORD)).toMatchObject({ kind: 'right', fedId });
  });

  it('count in either Unicode form of the password', async () => {
    await world.password('chantal', 'été-sur-la-plage');
    expect((await verify('chantal', 'été-sur-la-plage'.normalize('NFD'))).kind).toBe('right');
    expect((await verify('chantal', 'ete-sur-la-plage')).kind).toBe('wrong');
  });

  it('XS-1 unknown, blocked, suspended and revoked look and cost the same as a wrong password', async () => {
    await turnedAway();
    const compare = vi.spyOn(world.hasher, 'verify');
    const page = new PasswordKey(world.passwords);
    const seen: unknown[] = [];
    const names = ['somebody', 'nobody', 'blocked', 'suspended', 'revoked'];
    for (const username of names) {
      compare.mockClear();
      const form = { username, password: username === 'somebody' ? 'not this one' : PASSWORD };
      const outcome = await page.prove(situation(form));
      if (outcome.kind !== 'wrong') throw new Error(`${username}: ${outcome.kind}`);
      const html = renderPage(outcome.page(exampleAddresses('en', 'password')));
      seen.push([outcome.reason, html.replaceAll(username, '-'), compare.mock.calls.length]);
      // Without a hash the hasher compares with a hash of nothing, at the same cost.
      expect([username, typeof compare.mock.calls[0]?.[0]]).toEqual([
        username,
        username === 'somebody' ? 'string' : 'undefined',
      ]);
    }
    expect(seen).toEqual(names.map(() => seen[0]));
    compare.mockRestore();
  });

  it('that are longer than ours are refused at the same cost, and do not fail', async () => {
    const long = 'x'.repeat(128);
    await world.password(long, PASSWORD);
    const compare = vi.spyOn(world.hasher, 'verify');
    expect(await verify(`${long}y`, PASSWORD)).toEqual({ kind: 'wrong' });
    expect(await verify('u'.repeat(1_000_000), PASSWORD)).toEqual({ kind: 'wrong' });
    expect((await verify(long, 'p'.repeat(1_000_000))).kind).toBe('wrong');
    expect(compare.mock.calls.map(([stored]) => stored)).toEqual([undefined, undefined, undefined]);
    compare.mockRestore();
    expect((await verify(long, PASSWORD)).kind).toBe('right');
  });
});

describe('guessing at one username', () => {
  it('LN-7 is free five times, then waits ever longer, for unknown usernames too', async () => {
    await world.password('ladder', PASSWORD);
    const ladderOf = async (username: string) => {
      const waits: (number | string)[] = [];
      for (let guess = 0; guess < 15; guess += 1) {
        const outcome = await verify(username, 'not this one');
        waits.push(outcome.kind === 'locked' ? outcome.waitMs / 1_000 : outcome.kind);
        if (outcome.kind === 'locked') world.later(outcome.waitMs);
      }
      return waits;
    };
    const known = await ladderOf('ladder');
    const wrong = Array.from({ length: 5 }, () => 'wrong');
    expect(known).toEqual([...wrong, 30, 'wrong', 60, 'wrong', 120, 'wrong', 240, 'wrong', 480, 'wrong']);
    expect(await ladderOf('ladder-of-nobody')).toEqual(known);
  });

  it('LN-7 while waiting the right password is refused too, afterwards it is taken', async () => {
    await world.password('waiting', PASSWORD);
    await guessWrongly('waiting', 5);
    expect(await verify('waiting', PASSWORD)).toEqual({ kind: 'locked', waitMs: seconds(30) });
    world.later(seconds(29));
    expect(await verify('waiting', PASSWORD)).toEqual({ kind: 'locked', waitMs: seconds(1) });
    world.later(seconds(1));
    expect((await verify('waiting', PASSWORD)).kind).toBe('right');
  });

  it('LN-7 starts anew after a success', async () => {
    await world.password('again', PASSWORD);
    await guessWrongly('again', 4);
    expect((await verify('again', PASSWORD)).kind).toBe('right');
    await guessWrongly('again', 4);
    expect((await verify('again', PASSWORD)).kind).toBe('right');
  });

  it('is counted under any spelling of the username', async () => {
    await world.password('spelling', PASSWORD);
    for (const username of ['spelling', 'SPELLING', ' spelling', 'Spelling ', 'ｓpelling'])
      await verify(username, 'not this one');
    expect((await verify('spelling', PASSWORD)).kind).toBe('locked');
  });

  it('XS-5 of fifty guesses at the same moment, on two servers, only the free ones are compared', async () => {
    await world.password('parallel', PASSWORD);
    const servers = [world.passwords, world.elsewhere.passwords];
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, guess) =>
        servers[guess % 2]?.verify({
          username: 'parallel',
          password: `guess ${guess}`,
          address: world.address(),
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome?.kind === 'wrong')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome?.kind === 'locked')).toHaveLength(45);
    expect((await verify('parallel', PASSWORD)).kind).toBe('locked');
  });

  it('LN-6 ends after eighty in a row: the right password is refused for good, on every server', async () => {
    await world.password('eighty', PASSWORD);
    for (let guess = 0; guess < MOST_FAILURES_OF_STRANGERS; guess += 1) {
      expect((await verify('eighty', 'not this one')).kind).toBe('wrong');
      world.later(hours(1));
    }
    world.later(hours(48));
    expect((await verify('eighty', PASSWORD)).kind).toBe('locked');
    const there = await world.elsewhere.passwords.verify({
      username: 'eighty',
      password: PASSWORD,
      address: world.address(),
    });
    expect(there.kind).toBe('locked');
  });
});
