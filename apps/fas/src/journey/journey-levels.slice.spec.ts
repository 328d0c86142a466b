import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { minutes } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import type { AuthenticationRequest } from './authentication-request.js';
import type { Journey } from './journey.js';
import { journeyWorld, visitor, type JourneyWorld, type Person } from './test-support/journey-world.js';

let world: JourneyWorld;
/** Asks level 200 and no attribute. */
let application: Application;
beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add({ attributes: [] });
});
afterAll(() => world.close());

const begin = (request: AuthenticationRequest, session?: SignInSession) =>
  world.service.begin(request, application, session, visitor());
const advance = async ({ id }: Journey, session?: SignInSession) =>
  world.service.advance(await world.journey(id), application, session, visitor());
const ask = (change: Parameters<JourneyWorld['request']>[1] = {}) => world.request(application, change);

/** Proves the key in this journey, as the prove page does. */
async function prove(journey: Journey, { fedId, keyIds }: Person, key: KeyKind, session?: SignInSession) {
  const proof = { kind: 'proven', fedId, keyId: keyIds[key] ?? '', enrolment: 'eid' } as const;
  const stored = session && { oidc: {}, expiresAt: session.createdAt, ...session };
  const scene = { journey, application, session: stored, visitor: visitor() };
  const outcome = await world.proofs.proven(key, proof, scene);
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
  return outcome.session;
}

const authenticated = { kind: 'authenticated' } as const;

describe('without a session', () => {
  it('the person chooses a key, proves it, and is signed in', async () => {
    const request = ask();
    expect(await begin(request)).toEqual({ kind: 'person-needed' });
    const journey = await world.open(application, request);
    const person = await world.person('password');
    expect(await advance(journey)).toMatchObject({
      kind: 'choose',
      evaluation: { decision: { kind: 'choose', reason: 'no-session' } },
    });
    const session = await prove(journey, person, 'password');
    expect(await advance(journey, session)).toEqual({ kind: 'finish', concluded: true });
    expect(await world.journey(journey.id)).toMatchObject({
      state: 'finished',
      result: { ...authenticated, fedId: person.fedId, sessionUid: session.uid, key: 'password', level: 200 },
    });
  });

  it('and without a page the answer is that nobody is signed in', async () => {
    const refused = { kind: 'finished', result: { kind: 'refused', reason: 'sign-in-needed' } };
    expect(await begin(ask({ passive: true }))).toEqual(refused);
  });
});

describe('with a session', () => {
  it('that is strong enough nothing is asked, with or without pages', async () => {
    const session = await world.session(await world.person('totp'), 'totp');
    for (const passive of [false, true])
      expect(await begin(ask({ level: 400, passive }), session)).toMatchObject({
        kind: 'finished',
        result: {
          ...authenticated,
          level: 400,
          key: 'totp',
          classReference: 'urn:be:fedict:iam:fas:Level400',
        },
      });
  });

  it('at level 200 only the step to the level that is asked is left', async () => {
    const person = await world.person('password', 'totp');
    const session = await world.session(person, 'password');
    const request = ask({ level: 400 });
    expect(await begin(request, session)).toEqual({ kind: 'person-needed' });
    const journey = await world.open(application, request);
    expect(await advance(journey, session)).toMatchObject({
      kind: 'choose',
      evaluation: { decision: { kind: 'step-up', from: 200, to: 400, passwordProven: true } },
    });
    const stronger = await prove(journey, person, 'totp', session);
    expect(stronger.uid).toBe(session.uid);
    expect(await advance(journey, stronger)).toEqual({ kind: 'finish', concluded: true });
    expect((await world.journey(journey.id)).result).toMatchObject({
      ...authenticated,
      level: 400,
      key: 'totp',
    });
    const passive = await begin(ask({ level: 400, passive: true }), session);
    expect(passive).toEqual({ kind: 'finished', result: { kind: 'refused', reason: 'level-not-met' } });
  });

  it('a forced sign-in asks again, and only what was proven since counts', async () => {
    const person = await world.person('totp');
    const session = await world.session(person, 'totp', minutes(1));
    const request = ask({ force: true });
    expect(await begin(request, session)).toEqual({ kind: 'person-needed' });
    expect(await begin({ ...request, passive: true }, session)).toEqual({
      kind: 'finished',
      result: { kind: 'refused', reason: 'sign-in-needed' },
    });
    const journey = await world.open(application, request);
    expect(await advance(journey, session)).toMatchObject({
      kind: 'choose',
      evaluation: { decision: { reason: 'fresh-sign-in-asked' } },
    });
    expect(await advance(journey, await prove(journey, person, 'totp', session))).toEqual({
      kind: 'finish',
      concluded: true,
    });
  });

  it('a proof older than the service takes is asked again, a younger one is not', async () => {
    const person = await world.person('totp');
    const session = await world.session(person, 'totp', minutes(10));
    const request = ask({ maxAgeSeconds: 599 });
    expect((await begin(ask({ maxAgeSeconds: 660 }), session)).kind).toBe('finished');
    expect(await begin(request, session)).toEqual({ kind: 'person-needed' });
    expect(await begin({ ...request, passive: true }, session)).toMatchObject({
      result: { reason: 'sign-in-needed' },
    });
    const journey = await world.open(application, { ...request, maxAgeSeconds: 0 });
    const fresh = await prove(journey, person, 'totp', session);
    world.later(minutes(2));
    expect(await advance(journey, fresh)).toEqual({ kind: 'finish', concluded: true });
  });

  it('of another person than the one who is wanted the answer is that', async () => {
    const session = await world.session(await world.person('totp'), 'totp');
    const { fedId: subject } = await world.person('totp');
    expect(await begin(ask({ subject, passive: true }), session)).toEqual({
      kind: 'finished',
      result: { kind: 'refused', reason: 'other-person' },
    });
    const journey = await world.open(application, ask({ subject }));
    expect((await advance(journey, session)).kind).toBe('refused');
    expect((await world.journey(journey.id)).result).toEqual({ kind: 'refused', reason: 'other-person' });
    expect((await begin(ask({ subject: session.fedId, passive: true }), session)).kind).toBe('finished');
  });

  it('a level that no key of the service reaches is refused at once', async () => {
    const weak = await world.registered.add({ attributes: [], keys: ['password'] });
    const request = world.request(weak, { level: 400 });
    expect(await world.service.begin(request, weak, undefined, visitor())).toEqual({
      kind: 'finished',
      result: { kind: 'refused', reason: 'level-impossible' },
    });
  });
});

describe('in two tabs', () => {
  it('XS-14 a lower request that ends first takes nothing from the higher one, nor gives it anything', async () => {
    const person = await world.person('password', 'totp');
    const high = await world.open(application, ask({ level: 400 }));
    const low = await world.open(application, ask({ level: 200 }));
    const weak = await prove(low, person, 'password');
    expect(await advance(low, weak)).toEqual({ kind: 'finish', concluded: true });
    expect((await advance(high, weak)).kind).toBe('choose');
    expect((await world.journey(high.id)).state).toBe('choosing');
    const strong = await prove(high, person, 'totp', weak);
    expect(await advance(high, strong)).toEqual({ kind: 'finish', concluded: true });
    expect((await world.journey(low.id)).result).toMatchObject({ level: 200, key: 'password' });
    expect((await world.journey(high.id)).result).toMatchObject({ level: 400, key: 'totp' });
  });

  it('XS-14 what was reached is what was proven, not what the session could', async () => {
    const person = await world.person('password', 'totp');
    const journey = await world.open(application, ask({ force: true }));
    const strong = await world.session(person, 'totp', minutes(5));
    const session = await prove(journey, person, 'password', strong);
    expect(await advance(journey, session)).toEqual({ kind: 'finish', concluded: true });
    expect((await world.journey(journey.id)).result).toMatchObject({ level: 200, key: 'password' });
  });

  it('XS-15 another person’s proof is refused, and leaves the session as it was', async () => {
    const [one, other] = [await world.person('password', 'totp'), await world.person('totp')];
    const session = await world.session(one, 'password');
    const journey = await world.open(application, ask({ level: 400 }));
    await expect(prove(journey, other, 'totp', session)).rejects.toThrow('other-person');
    expect(await world.reread(session.uid)).toEqual(session);
    expect((await advance(journey, session)).kind).toBe('choose');
  });

  it('a proof in a session that another tab ended begins a session of its own', async () => {
    const person = await world.person('password', 'totp');
    const session = await world.session(person, 'password');
    const journey = await world.open(application, ask({ level: 400 }));
    await world.sessions.end(session.uid);
    const fresh = await prove(journey, person, 'totp', session);
    expect(fresh.uid).not.toBe(session.uid);
    expect(fresh.events.map(({ key }) => key)).toEqual(['totp']);
    expect((await world.reread(fresh.uid)).events).toEqual(fresh.events);
  });
});
