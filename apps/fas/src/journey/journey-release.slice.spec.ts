import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import type { FedId } from '#libs/kernel';
import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import { journeyWorld, visitor, type JourneyWorld } from './test-support/journey-world.js';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
beforeEach(() => world.aps.reset());
afterAll(() => world.close());

const NAME = ['givenName', 'surname'];
const service = (mandatory: readonly string[] = [], names: readonly string[] = [...NAME, 'mail']) =>
  world.registered.add({ attributes: names.map((name) => ({ name, mandatory: mandatory.includes(name) })) });
const signedIn = async () => world.session(await world.person('totp'), 'totp');

async function journeyOf(
  application: Application,
  session: SignInSession,
  attributes: readonly string[] = NAME,
) {
  const journey = await world.open(application, world.request(application, { attributes }));
  const step = await world.service.advance(journey, application, session, visitor());
  return { step, journey: await world.journey(journey.id) };
}

const begin = (application: Application, session: SignInSession, attributes = NAME, passive = false) =>
  world.service.begin(world.request(application, { attributes, passive }), application, session, visitor());

/** The person saw it and went on. */
async function agreed(application: Application, session: SignInSession, attributes = NAME): Promise<void> {
  const { journey } = await journeyOf(application, session, attributes);
  expect(await world.service.confirmRelease(journey, application, session, visitor())).toBe(true);
}

describe('what a service receives', () => {
  it('is shown at first use, and goes out when the person goes on', async () => {
    const [application, session] = [await service(), await signedIn()];
    const { step, journey } = await journeyOf(application, session);
    expect([step.kind, journey.state]).toEqual(['confirm', 'confirming']);
    expect(await world.decisions.shownBefore(session.fedId, application.id)).toBeUndefined();
    expect(await world.service.confirmRelease(journey, application, session, visitor())).toBe(true);
    const { state, result } = await world.journey(journey.id);
    expect(state).toBe('finished');
    expect(result).toMatchObject({
      kind: 'authenticated',
      attributes: [
        { name: 'givenName', value: 'value of givenName' },
        { name: 'surname', value: 'value of surname' },
      ],
    });
    expect((await world.decisions.shownBefore(session.fedId, application.id))?.toSorted()).toEqual(NAME);
  });

  it('is not shown again, also when it is less', async () => {
    const [application, session] = [await service(), await signedIn()];
    await agreed(application, session);
    for (const attributes of [NAME, ['surname'], []])
      expect(await begin(application, session, attributes)).toMatchObject({
        result: { kind: 'authenticated' },
      });
  });

  it('is shown again when it becomes more, and what was seen before stays seen', async () => {
    const [application, session] = [await service(), await signedIn()];
    await agreed(application, session);
    const more = [...NAME, 'mail'];
    expect(await begin(application, session, more)).toEqual({ kind: 'person-needed' });
    expect((await journeyOf(application, session, more)).step.kind).toBe('confirm');
    await agreed(application, session, ['mail']);
    expect(await begin(application, session, more)).toMatchObject({ result: { kind: 'authenticated' } });
  });

  it('is shown for each service and each person apart', async () => {
    const [application, other, session] = [await service(), await service(), await signedIn()];
    await agreed(application, session);
    expect(await begin(other, session)).toEqual({ kind: 'person-needed' });
    expect(await begin(application, await signedIn())).toEqual({ kind: 'person-needed' });
  });

  it('is not shown when it is nothing', async () => {
    const result = await begin(await service([], []), await signedIn());
    expect(result).toMatchObject({ kind: 'finished', result: { kind: 'authenticated', attributes: [] } });
  });

  it('does not go out without a page when the person has not seen it', async () => {
    expect(await begin(await service(), await signedIn(), NAME, true)).toEqual({
      kind: 'finished',
      result: { kind: 'refused', reason: 'interaction-needed' },
    });
  });

  it('does not go out when the person does not go on, and is shown again the next time', async () => {
    const [application, session] = [await service(), await signedIn()];
    const { journey } = await journeyOf(application, session);
    await world.service.cancel(journey, application, visitor());
    expect((await world.journey(journey.id)).result).toEqual({ kind: 'refused', reason: 'cancelled' });
    expect(
      await world.service.confirmRelease(await world.journey(journey.id), application, session, visitor()),
    ).toBe(false);
    expect(await begin(application, session)).toEqual({ kind: 'person-needed' });
  });
});

describe('an attribute that cannot be had now', () => {
  it('ends the sign-in when the service cannot do without it', async () => {
    const [application, session] = [await service(['surname']), await signedIn()];
    world.aps.answers('surname', { status: 'unavailable', reason: 'timeout' });
    const { step, journey } = await journeyOf(application, session);
    expect(step).toMatchObject({
      kind: 'refused',
      evaluation: { kind: 'source-unavailable', attributes: ['surname'], unknownToSource: false },
    });
    expect(journey).toMatchObject({
      state: 'refused',
      result: { kind: 'refused', reason: 'attribute-unavailable' },
    });
    expect(await begin(application, session, NAME, true)).toMatchObject({
      result: { kind: 'refused', reason: 'attribute-unavailable' },
    });
  });

  it('is left out when the service can do without it, and the answer says so', async () => {
    const [application, session] = [await service(), await signedIn()];
    world.aps.answers('surname', { status: 'unavailable', reason: 'timeout' });
    await agreed(application, session);
    expect(await begin(application, session)).toMatchObject({
      result: { kind: 'authenticated', attributes: [{ name: 'givenName' }], unavailable: ['surname'] },
    });
    world.aps.answers('surname', { status: 'given', value: 'Appelmoes' });
    // What was not there was not shown either.
    expect(await begin(application, session)).toEqual({ kind: 'person-needed' });
  });

  it('is every one when APS is out of order', async () => {
    const [application, session] = [await service(), await signedIn()];
    world.aps.fails(503);
    expect(await begin(application, session)).toMatchObject({
      result: { kind: 'authenticated', attributes: [], unavailable: NAME },
    });
  });
});

describe('XS-21 between seeing and going on', () => {
  const withdrawals: [string, (fedId: FedId, session: SignInSession) => Promise<unknown>][] = [
    ['the person is blocked', (fedId) => world.people.setState(fedId, 'blocked')],
    ['the key is revoked', (_, { events }) => world.keys.setState(events[0]?.keyId ?? '', 'revoked')],
    ['the key is suspended', (_, { events }) => world.keys.setState(events[0]?.keyId ?? '', 'suspended')],
    ['the session is ended', (_, { uid }) => world.sessions.end(uid)],
  ];
  const current = async ({ uid, fedId }: SignInSession): Promise<SignInSession | undefined> => {
    const found = await world.sessions.findByUid(uid);
    return found && { ...found, fedId };
  };

  it.each(withdrawals)(
    '%s: nothing goes out, and the service hears that a sign-in is needed',
    async (_, withdraw) => {
      const [application, session] = [await service(), await signedIn()];
      const { journey } = await journeyOf(application, session);
      await withdraw(session.fedId, session);
      const now = await current(session);
      expect(await world.service.confirmRelease(journey, application, now, visitor())).toBe(false);
      expect(await world.journey(journey.id)).toMatchObject({
        state: 'refused',
        result: { kind: 'refused', reason: 'sign-in-needed' },
      });
      expect(await world.decisions.shownBefore(session.fedId, application.id)).toBeUndefined();
    },
  );

  it.each(withdrawals)('%s after the end: the answer is a refusal', async (_, withdraw) => {
    const [application, session] = [await service([], []), await signedIn()];
    const { journey } = await journeyOf(application, session, []);
    expect(journey.state).toBe('finished');
    expect(await world.service.standing(journey, application, session, visitor())).toEqual(journey);
    await withdraw(session.fedId, session);
    const now = await current(session);
    expect(await world.service.standing(journey, application, now, visitor())).toMatchObject({
      state: 'refused',
      result: { kind: 'refused', reason: 'sign-in-needed' },
    });
    expect((await world.journey(journey.id)).state).toBe('refused');
  });

  it('somebody else signs in: the answer of the first is a refusal', async () => {
    const [application, session] = [await service([], []), await signedIn()];
    const { journey } = await journeyOf(application, session, []);
    const standing = await world.service.standing(journey, application, await signedIn(), visitor());
    expect(standing.result).toEqual({ kind: 'refused', reason: 'sign-in-needed' });
  });
});
