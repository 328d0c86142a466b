import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { AuditUnavailableError } from '#libs/audit';
import { journeyWorld, visitor, type JourneyWorld, type Person } from '../test-support/journey-world.js';

let world: JourneyWorld;
let application: Application;
let strict: Application;
let curious: Application;
beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add({ attributes: [] });
  strict = await world.registered.add({ attributes: [], minimumLevel: 500 });
  curious = await world.registered.add({ attributes: [{ name: 'surname', mandatory: false }] });
});
afterAll(() => world.close());

/** A journey, and what happens when the person proves a key in it. */
async function login(to: Application, attributes: readonly string[] = []) {
  const person = await world.person('totp');
  const journey = await world.open(to, world.request(to, { attributes: [...attributes] }));
  const prove = async (who = visitor()) => {
    const keyId = person.keyIds['totp'] ?? '';
    const proof = { kind: 'proven', fedId: person.fedId, keyId, enrolment: 'eid' } as const;
    const scene = { journey, application: to, session: undefined, visitor: who };
    const proven = await world.proofs.prove('totp', proof, scene);
    if (proven.kind !== 'signed-in') throw new Error(proven.kind);
    const step = await world.service.advanceIn(proven, { journey, application: to, visitor: who });
    return { ...proven, step, who };
  };
  return { person, journey, prove };
}

const sessionsOf = async ({ fedId }: Person) =>
  (
    await world.owner.query<{ uid: string }>('select uid from fas.sign_in_session where fed_id = $1', [fedId])
  ).map(({ uid }) => uid);
const namesOf = async ({ reference }: { reference: string }) =>
  (await world.audit.byReference(reference)).map(({ name }) => name).toSorted();

describe('a proof that ends the journey', () => {
  it('begins the session that it is answered from, and both are on record', async () => {
    const { person, journey, prove } = await login(application);
    const { session, cookie, step, who } = await prove();
    expect(step).toEqual({ kind: 'finish', concluded: true });
    expect(await sessionsOf(person)).toEqual([session.uid]);
    expect(await world.sessions.findByCookie(cookie)).toMatchObject({
      uid: session.uid,
      fedId: person.fedId,
      events: session.events,
    });
    expect(await world.journey(journey.id)).toMatchObject({
      state: 'finished',
      result: { kind: 'authenticated', sessionUid: session.uid },
    });
    expect(await namesOf(who)).toEqual(['KeyProven', 'SignInCompleted']);
    const [key] = await world.keys.ofPerson(person.fedId);
    expect(key?.lastUsedAt).toBeInstanceOf(Date);
  });

  it('XS-27 that cannot be recorded begins nothing and ends nothing', async () => {
    const { person, journey, prove } = await login(application);
    await world.owner.query('revoke insert on audit.event from csam_fas');
    await expect(prove()).rejects.toThrow(AuditUnavailableError);
    await world.owner.query('grant insert on audit.event to csam_fas');
    expect(await sessionsOf(person)).toEqual([]);
    expect((await world.journey(journey.id)).state).toBe('choosing');
    expect((await prove()).step).toEqual({ kind: 'finish', concluded: true });
  });

  it('at the same moment as others leaves each signed in, and the end is recorded once', async () => {
    const { person, prove } = await login(application);
    const proven = await Promise.all(Array.from({ length: 6 }, () => prove()));
    expect(proven.filter(({ step }) => step.kind === 'finish' && step.concluded)).toHaveLength(1);
    const uids = proven.map(({ session }) => session.uid);
    expect((await sessionsOf(person)).toSorted()).toEqual(uids.toSorted());
    const names = (await Promise.all(proven.map(({ who }) => namesOf(who)))).flat();
    expect(names.filter((name) => name === 'KeyProven')).toHaveLength(6);
    expect(names.filter((name) => name === 'SignInCompleted')).toHaveLength(1);
  });
});

describe('a proof that does not end the journey begins the session all the same', () => {
  it('when the service asks for a stronger key', async () => {
    const { person, prove } = await login(strict);
    const { session, step, who } = await prove();
    expect(step.kind).toBe('choose');
    expect(await sessionsOf(person)).toEqual([session.uid]);
    expect(await namesOf(who)).toEqual(['KeyProven']);
  });

  it('when the person is to see first what the service receives', async () => {
    const { person, prove } = await login(curious, ['surname']);
    const { session, step } = await prove();
    expect(step.kind).toBe('confirm');
    expect(await sessionsOf(person)).toEqual([session.uid]);
  });

  it('when the journey was cancelled meanwhile', async () => {
    const { person, journey, prove } = await login(application);
    await world.service.cancel(journey, application, visitor());
    const { session, step, who } = await prove();
    expect(step).toEqual({ kind: 'finish', concluded: false });
    expect(await sessionsOf(person)).toEqual([session.uid]);
    expect(await namesOf(who)).toEqual(['KeyProven']);
  });
});
