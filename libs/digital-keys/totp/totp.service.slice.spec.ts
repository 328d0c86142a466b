import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, minutes, seconds, type FedId } from '#libs/kernel';
import { totpCode } from '#libs/testing';
import { MOST_FAILURES_OF_STRANGERS } from '../guess-count.js';
import { keyWorld, type KeyWorld } from '../test-support/key-world.js';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const SECOND_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const STEP = seconds(30);

let world: KeyWorld;
beforeAll(async () => {
  world = await keyWorld();
});
afterAll(() => world.close());
// No test meets the codes of another.
beforeEach(() => world.later(minutes(10)));

const codeOf = (secret: string, steps = 0) =>
  totpCode(secret, new Date(world.clock.now().getTime() + steps * STEP));

/** Six digits that are right at no step that counts now. */
function wrongCode(): string {
  const right = new Set([-1, 0, 1].flatMap((step) => [codeOf(SECRET, step), codeOf(SECOND_SECRET, step)]));
  return (
    ['111111', '222222', '333333', '444444', '555555', '666666', '777777'].find((code) => !right.has(code)) ??
    ''
  );
}

const verify = (fedId: FedId, code: string, server: Pick<KeyWorld, 'totp'> = world) =>
  server.totp.verify(fedId, code, world.clock.now());

describe('a code from an app', () => {
  it('KY-3 names the app that made it', async () => {
    const { fedId, keyId } = await world.app(SECRET);
    expect(await verify(fedId, codeOf(SECRET))).toEqual({ kind: 'right', keyId, enrolment: 'eid' });
  });

  it.each([-1, 1])('LN-10 is taken %i step off', async (steps) => {
    const { fedId } = await world.app(SECRET);
    expect((await verify(fedId, codeOf(SECRET, steps))).kind).toBe('right');
  });

  it.each([-2, 2])('LN-10 is refused %i steps off', async (steps) => {
    const { fedId } = await world.app(SECRET);
    expect((await verify(fedId, codeOf(SECRET, steps))).kind).toBe('wrong');
  });

  it('KY-3 is taken once, and so is none that is older than the last one taken', async () => {
    const { fedId } = await world.app(SECRET);
    const [before, code, next] = [codeOf(SECRET, -1), codeOf(SECRET), codeOf(SECRET, 1)];
    expect((await verify(fedId, code)).kind).toBe('right');
    expect((await verify(fedId, code)).kind).toBe('reused');
    expect((await verify(fedId, `${code.slice(0, 3)} ${code.slice(3)}`, world.elsewhere)).kind).toBe(
      'reused',
    );
    expect((await verify(fedId, before)).kind).toBe('reused');
    expect((await verify(fedId, next)).kind).toBe('right');
  });

  it('LN-10 RF-21 of fifty takers at the same moment, on two servers, exactly one gets it', async () => {
    const { keyId } = await world.app(SECRET);
    const step = Math.floor(world.clock.now().getTime() / STEP);
    const servers = [world.totpStore, world.elsewhere.totpStore];
    const taken = await Promise.all(
      Array.from({ length: 50 }, (_, taker) => servers[taker % 2]?.takeStep(keyId, step)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('LN-10 RF-21 sent fifty times at once to two servers signs in once, round after round', async () => {
    const { fedId } = await world.app(SECRET);
    for (let round = 0; round < 5; round += 1) {
      world.later(hours(1));
      const code = codeOf(SECRET);
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, sent) =>
          verify(fedId, code, sent % 2 === 0 ? world : world.elsewhere),
        ),
      );
      const kinds = outcomes.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'right')).toHaveLength(1);
      expect(kinds.every((kind) => ['right', 'reused', 'locked'].includes(kind))).toBe(true);
    }
  });

  it('may come from any of several apps, and each keeps its own last code', async () => {
    const { fedId, keyId } = await world.app(SECRET);
    const second = await world.app(SECOND_SECRET, fedId);
    expect(await verify(fedId, codeOf(SECOND_SECRET))).toMatchObject({ kind: 'right', keyId: second.keyId });
    expect(await verify(fedId, codeOf(SECRET))).toMatchObject({ kind: 'right', keyId });
    expect((await verify(fedId, codeOf(SECOND_SECRET))).kind).toBe('reused');
  });

  it('of somebody else is wrong', async () => {
    const [mine] = [await world.app(SECRET), await world.app(SECOND_SECRET)];
    expect((await verify(mine.fedId, codeOf(SECOND_SECRET))).kind).toBe('wrong');
  });
});

describe('an app that may not serve', () => {
  it.each(['suspended', 'revoked'] as const)('because it is %s is not there', async (state) => {
    const { fedId, keyId } = await world.app(SECRET);
    await world.keys.setState(keyId, state);
    expect((await verify(fedId, codeOf(SECRET))).kind).toBe('no-app');
  });

  it('beside one that may does not answer for it', async () => {
    const { fedId, keyId } = await world.app(SECRET);
    const second = await world.app(SECOND_SECRET, fedId);
    await world.keys.setState(keyId, 'suspended');
    expect((await verify(fedId, codeOf(SECRET))).kind).toBe('wrong');
    expect(await verify(fedId, codeOf(SECOND_SECRET))).toMatchObject({ kind: 'right', keyId: second.keyId });
  });

  it.each(['blocked', 'deceased', 'erased'] as const)(
    'because its holder is %s is not there',
    async (state) => {
      const { fedId } = await world.app(SECRET);
      await world.people.setState(fedId, state);
      expect((await verify(fedId, codeOf(SECRET))).kind).toBe('no-app');
    },
  );
});

describe('guessing codes', () => {
  it('LN-7 is free five times, then even the right code waits, ever longer', async () => {
    const { fedId } = await world.app(SECRET);
    const waits: unknown[] = [];
    for (let guess = 0; guess < 5; guess += 1) expect((await verify(fedId, wrongCode())).kind).toBe('wrong');
    for (let rung = 0; rung < 4; rung += 1) {
      const outcome = await verify(fedId, codeOf(SECRET));
      if (outcome.kind !== 'locked') throw new Error(outcome.kind);
      waits.push(outcome.waitMs / 1_000);
      world.later(outcome.waitMs);
      expect((await verify(fedId, wrongCode())).kind).toBe('wrong');
    }
    expect(waits).toEqual([60, 120, 240, 480]);
    world.later(hours(1));
    expect((await verify(fedId, codeOf(SECRET))).kind).toBe('right');
    for (let guess = 0; guess < 4; guess += 1) expect((await verify(fedId, wrongCode())).kind).toBe('wrong');
  });

  it('XS-5 of fifty different codes at the same moment no more than five are compared', async () => {
    const { fedId } = await world.app(SECRET);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, guess) =>
        verify(fedId, String(guess).padStart(6, '9'), guess % 2 === 0 ? world : world.elsewhere),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(45);
  });

  it('LN-8 a new code, and another app, do not reset the count', async () => {
    const { fedId } = await world.app(SECRET);
    for (let guess = 0; guess < 4; guess += 1) await verify(fedId, wrongCode());
    world.later(STEP);
    await world.app(SECOND_SECRET, fedId);
    await verify(fedId, wrongCode());
    expect((await verify(fedId, codeOf(SECOND_SECRET))).kind).toBe('locked');
  });

  it('LN-6 ends after eighty in a row on every server, and the password of the person still works', async () => {
    const { fedId } = await world.app(SECRET);
    await world.password('rosa', 'meadow-lantern-kettle-17', fedId);
    for (let guess = 0; guess < MOST_FAILURES_OF_STRANGERS; guess += 1) {
      expect((await verify(fedId, wrongCode())).kind).toBe('wrong');
      world.later(hours(1));
    }
    world.later(hours(48));
    expect((await verify(fedId, codeOf(SECRET))).kind).toBe('locked');
    expect((await verify(fedId, codeOf(SECRET), world.elsewhere)).kind).toBe('locked');
    const credentials = { username: 'rosa', password: 'meadow-lantern-kettle-17', address: world.address() };
    expect((await world.passwords.verify(credentials)).kind).toBe('right');
  });
});

describe('the secret of an app', () => {
  it('stands in no column in clear, and cannot be read from another place', async () => {
    const { keyId } = await world.app(SECRET);
    const [row] = await world.owner.query<{ row: string; secret_encrypted: string }>(
      'select t::text as row, secret_encrypted from digital_keys.totp t where key_id = $1',
      [keyId],
    );
    expect(row?.row).not.toContain(SECRET);
    expect(row?.secret_encrypted).toMatch(/^v1\./);
  });
});
