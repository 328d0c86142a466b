import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { randomToken } from '#libs/security';
import type { AuthenticationResult } from './authentication-result.js';
import { JOURNEY_TABLE, nextState, type JourneyEvent, type JourneyState } from './journey-table.js';
import { journeyWorld, type JourneyWorld } from './test-support/journey-world.js';

let world: JourneyWorld;
let application: Application;
beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add();
});
afterAll(() => world.close());

const STATES: JourneyState[] = ['choosing', 'confirming', 'finished', 'refused', 'answered'];
const EVENTS = [...new Set(JOURNEY_TABLE.map(({ event }) => event))];

async function open(change: { state?: JourneyState; browser?: string; minutes?: number } = {}) {
  const id = randomToken(16);
  const { state, browser, minutes = 30 } = change;
  const request = world.request(application);
  const protocolState = { requestId: 'r1', relayState: 'here&there' };
  await world.journeys.open({
    id,
    request,
    protocolState,
    now: new Date(),
    minutes,
    ...(browser && { browser }),
  });
  if (state) await world.owner.query('update fas.journey set state = $2 where id = $1', [id, state]);
  return id;
}

const stateOf = async (id: string) => (await world.journey(id)).state;
const refused: AuthenticationResult = { kind: 'refused', reason: 'cancelled' };

describe('a journey in each state', () => {
  const pairs = STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const));

  it.each(pairs)('%s: %s is accepted as the table says, or changes nothing', async (state, event) => {
    const id = await open({ state });
    const to = nextState(state, event);
    expect(await world.journeys.apply(id, event)).toBe(to !== undefined);
    expect(await stateOf(id)).toBe(to ?? state);
  });

  it('refuses everything once it has expired', async () => {
    for (const event of EVENTS) {
      const id = await open();
      await world.owner.query(
        `update fas.journey set expires_at = now() - interval '1 second' where id = $1`,
        [id],
      );
      expect(await world.journeys.apply(id, event)).toBe(false);
    }
  });

  it('WA-10 gets its time anew ten times at least, and not without end', async () => {
    const id = await open();
    const at = async (created: number, expires: number) => {
      await world.owner.query(
        `update fas.journey set created_at = now() - make_interval(mins => $2),
                                expires_at = now() + make_interval(mins => $3) where id = $1`,
        [id, created, expires],
      );
      const end = await world.journeys.prolong(id, 30);
      return end && Math.round((end.getTime() - Date.now()) / 60_000);
    };
    expect(await at(29, 1)).toBe(30);
    expect(await at(10 * 29, 1)).toBe(30);
    expect(await at(358, 2)).toBe(2);
    expect(await at(20, -1)).toBeUndefined();
  });

  it('that nobody opened refuses everything', async () => {
    expect(await world.journeys.apply('unknown', 'Cancelled')).toBe(false);
    expect(await world.journeys.read('unknown')).toBeUndefined();
    expect(await world.journeys.find('unknown', 'browser')).toEqual({ kind: 'unknown' });
  });
});

describe('two at the same moment', () => {
  it('of fifty who end a journey one does, and its result stays', async () => {
    const id = await open();
    const events: JourneyEvent[] = ['RequirementMet', 'Cancelled', 'SignInImpossible'];
    const reasons = ['cancelled', 'other-person', 'level-impossible'] as const;
    const applied = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        world.journeys.apply(id, events[n % 3] ?? 'Cancelled', {
          kind: 'refused',
          reason: reasons[n % 3] ?? 'cancelled',
        }),
      ),
    );
    expect(applied.filter(Boolean)).toHaveLength(1);
    const winner = applied.indexOf(true);
    expect((await world.journey(id)).result).toEqual({ kind: 'refused', reason: reasons[winner % 3] });
  });

  it('a finished journey is answered once', async () => {
    const id = await open({ state: 'finished' });
    const answered = await Promise.all(
      Array.from({ length: 50 }, () => world.journeys.apply(id, 'Answered')),
    );
    expect(answered.filter(Boolean)).toHaveLength(1);
  });
});

describe('the browser', () => {
  it('that began a journey finds it; another one does not', async () => {
    const [browser, other] = [randomToken(24), randomToken(24)];
    const id = await open({ browser });
    expect((await world.journeys.find(id, browser)).kind).toBe('found');
    expect((await world.journeys.find(id, other)).kind).toBe('other-browser');
    expect((await world.journeys.find(id, '')).kind).toBe('other-browser');
  });

  it('that opens an unbound journey first keeps it', async () => {
    const [browser, other] = [randomToken(24), randomToken(24)];
    const id = await open();
    expect((await world.journeys.find(id, browser)).kind).toBe('found');
    expect((await world.journeys.find(id, other)).kind).toBe('other-browser');
    expect((await world.journeys.find(id, browser)).kind).toBe('found');
  });

  it('of twenty that open an unbound journey at the same moment one gets it', async () => {
    const id = await open();
    const browsers = Array.from({ length: 20 }, () => randomToken(24));
    const found = await Promise.all(browsers.map((browser) => world.journeys.find(id, browser)));
    expect(found.filter(({ kind }) => kind === 'found')).toHaveLength(1);
    expect(found.filter(({ kind }) => kind === 'other-browser')).toHaveLength(19);
  });

  it('that opens an unbound journey twice at the same moment is no other browser', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [id, browser] = [await open(), randomToken(24)];
      const found = await Promise.all(Array.from({ length: 5 }, () => world.journeys.find(id, browser)));
      expect(found.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'found'));
    }
  });

  it('is told that its journey expired', async () => {
    const browser = randomToken(24);
    const id = await open({ browser, minutes: 0 });
    expect((await world.journeys.find(id, browser)).kind).toBe('expired');
  });
});

describe('what is kept', () => {
  const result: AuthenticationResult = {
    kind: 'authenticated',
    fedId: 'ab'.repeat(20) as never,
    sessionUid: 'session-1',
    context: 'citizen',
    key: 'totp',
    level: 400,
    classReference: 'urn:be:fedict:iam:fas:Level400',
    amr: ['totp', 'urn:be:fedict:iam:fas:Level400'],
    authenticatedAt: '2026-06-15T10:00:00.000Z',
    attributes: [
      {
        name: 'egovNRN',
        status: 'given',
        value: '90021499801',
        source: 'identity',
        trust: 'established',
        retrievedAt: '2026-06-15T10:00:00.000Z',
      },
    ],
    unavailable: ['surname'],
  };

  it('comes back as it was given: request, what the front door needs, first factor, result', async () => {
    const id = await open();
    const password = { fedId: 'ab'.repeat(20) as never, keyId: 'key-1', at: '2026-06-15T10:00:00.000Z' };
    await world.journeys.notePassword(id, password);
    await world.journeys.apply(id, 'RequirementMet', result);
    expect(await world.journey(id)).toMatchObject({
      version: 1,
      state: 'finished',
      request: world.request(application),
      protocolState: { requestId: 'r1', relayState: 'here&there' },
      password,
      result,
    });
    await world.journeys.notePassword(id, undefined);
    expect((await world.journey(id)).password).toBeUndefined();
  });

  it('an event without a result leaves the one that is there', async () => {
    const id = await open();
    await world.journeys.apply(id, 'ReleaseToConfirm', result);
    await world.journeys.apply(id, 'ReleaseConfirmed');
    expect((await world.journey(id)).result).toEqual(result);
    await world.journeys.apply(id, 'ProofWithdrawn', refused);
    expect((await world.journey(id)).result).toEqual(refused);
  });

  it('is encrypted at rest: no value of an attribute, no memory of a key, no browser stands there in clear', async () => {
    const browser = randomToken(24);
    const id = await open({ browser });
    await world.journeys.noteElsewhere(id, { key: 'eid', memory: { verifier: 'the-secret-verifier' } });
    await world.journeys.apply(id, 'RequirementMet', result);
    const [row] = await world.owner.query<{ row: string }>(
      'select j::text as row from fas.journey j where id = $1',
      [id],
    );
    for (const clear of ['90021499801', 'egovNRN', 'the-secret-verifier', browser])
      expect(row?.row).not.toContain(clear);
    expect((await world.journey(id)).elsewhere).toEqual({
      key: 'eid',
      memory: { verifier: 'the-secret-verifier' },
    });
  });
});
