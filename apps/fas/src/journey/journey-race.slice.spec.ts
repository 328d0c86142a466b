import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { journeyWorld, visitor, type JourneyWorld } from './test-support/journey-world.js';

let world: JourneyWorld;
let application: Application;
let curious: Application;
beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add({ attributes: [] });
  curious = await world.registered.add({ attributes: [{ name: 'surname', mandatory: false }] });
});
afterAll(() => world.close());

const many = <T>(work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 8 }, () => work()));
const namesOf = async (reference: string) =>
  (await world.audit.byReference(reference)).map(({ name }) => name).toSorted();

describe('of several requests of one login at the same moment', () => {
  it('XS-27 each finds the end, and it is recorded once', async () => {
    const [session, who] = [await world.session(await world.person('totp'), 'totp'), visitor()];
    const journey = await world.open(application, world.request(application));
    const steps = await many(() => world.service.advance(journey, application, session, who));
    expect(steps.every(({ kind }) => kind === 'finish')).toBe(true);
    expect(await namesOf(who.reference)).toEqual(['SignInCompleted']);
  });

  it('XS-27 one records what the person agreed to', async () => {
    const [session, who] = [await world.session(await world.person('totp'), 'totp'), visitor()];
    const { id } = await world.open(curious, world.request(curious, { attributes: ['surname'] }));
    await world.service.advance(await world.journey(id), curious, session, who);
    const journey = await world.journey(id);
    const went = await many(() => world.service.confirmRelease(journey, curious, session, who));
    expect(went.filter(Boolean)).toHaveLength(1);
    expect(await namesOf(who.reference)).toEqual(['ReleaseConfirmed', 'SignInCompleted']);
    expect(await world.decisions.shownBefore(session.fedId, curious.id)).toEqual(['surname']);
  });

  it('XS-27 either the end or the cancellation is recorded, not both', async () => {
    const [session, who] = [await world.session(await world.person('totp'), 'totp'), visitor()];
    const journey = await world.open(application, world.request(application));
    await Promise.all([
      world.service.advance(journey, application, session, who),
      world.service.cancel(journey, application, who),
    ]);
    const { result } = await world.journey(journey.id);
    const expected = result?.kind === 'authenticated' ? 'SignInCompleted' : 'SignInRefused';
    expect(await namesOf(who.reference)).toEqual([expected]);
  });

  it('XS-9 one gets what a key kept while the browser was away', async () => {
    const { id } = await world.open(application, world.request(application));
    await world.journeys.noteElsewhere(id, { key: 'eid', memory: { nonce: 'once' } });
    const journey = await world.journey(id);
    expect(await world.proofs.takeElsewhere(journey, 'itsme')).toBeUndefined();
    const taken = await many(() => world.proofs.takeElsewhere(journey, 'eid'));
    expect(taken.filter((memory) => memory !== undefined)).toEqual([{ nonce: 'once' }]);
  });
});

describe('LE-3 the first factor', () => {
  it.each(['suspended', 'revoked'] as const)(
    'of a password that is %s opens no second step',
    async (state) => {
      const { fedId, keyIds } = await world.person('password', 'totp');
      for (const keyId of [keyIds['password'] ?? '', keyIds['totp'] ?? '']) {
        expect(await world.proofs.standing({ fedId, keyId })).toEqual({ fedId, keyId });
      }
      await world.keys.setState(keyIds['password'] ?? '', state);
      for (const keyId of [keyIds['password'] ?? '', keyIds['totp'] ?? '']) {
        expect(await world.proofs.standing({ fedId, keyId })).toBeUndefined();
      }
    },
  );
});

describe('the last use of a key', () => {
  it('is noted when it is proven', async () => {
    const { fedId, keyIds } = await world.person('password', 'totp');
    const journey = await world.open(application, world.request(application));
    const keyId = keyIds['totp'] ?? '';
    const typed = { fedId, keyId: keyIds['password'] ?? '', at: world.clock.now().toISOString() };
    await world.proofs.proven(
      'totp',
      { kind: 'proven', fedId, keyId, enrolment: 'eid' },
      {
        journey: { ...journey, password: typed },
        application,
        session: undefined,
        visitor: { ...visitor(), device: 'd'.repeat(32) },
      },
    );
    const keys = await world.keys.ofPerson(fedId);
    expect(keys.map(({ lastUsedAt }) => lastUsedAt instanceof Date)).toEqual([true, true]);
  });
});
