import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { ProfileLinks } from '#libs/digital-keys';
import { minutes } from '#libs/kernel';
import { journeyWorld, visitor, type JourneyWorld } from '../test-support/journey-world.js';
import { LinkProfileService } from './link-profile.service.js';

let world: JourneyWorld;
let application: Application;
let links: LinkProfileService;
beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add({ attributes: [] });
  const { journeys, sessions, proofs, people, clock } = world;
  links = new LinkProfileService({
    journeys,
    sessions,
    proofs,
    people,
    clock,
    links: new ProfileLinks(world.database),
    audit: world.writer,
  });
});
afterAll(() => world.close());

/** A self-registered profile is signed in, and the real person has just proven who they are. */
async function stepUp(real?: { fedId: string; keyId: string }) {
  const own = await world.person('selfreg');
  await world.owner.query(`update people.person set enrolment = 'self' where fed_id = $1`, [own.fedId]);
  await world.owner.query(`update digital_keys.digital_key set enrolment = 'self' where fed_id = $1`, [
    own.fedId,
  ]);
  const [session, elsewhere] = [await world.session(own, 'selfreg'), await world.session(own, 'selfreg')];
  const { id } = await world.open(application, world.request(application));
  const made =
    real ?? (await world.person('eid').then(({ fedId, keyIds }) => ({ fedId, keyId: keyIds['eid'] ?? '' })));
  const proof = { kind: 'proven', ...made, enrolment: 'eid' } as never;
  const scene = async () => {
    const stored = await world.sessions.findByUid(session.uid);
    return {
      journey: await world.journey(id),
      application,
      session: stored,
      visitor: { ...visitor(), device: 'd'.repeat(32) },
    };
  };
  return { own, session, elsewhere, made, proof, scene };
}

const olderPerson = async () => {
  const { fedId, keyIds } = await world.person('eid');
  await world.owner.query(
    `update people.person set created_at = now() - interval '1 day' where fed_id = $1`,
    [fedId],
  );
  return { fedId, keyId: keyIds['eid'] ?? '' };
};

describe('a person signed in with a profile of their own making who proves who they are', () => {
  it('and says that it is theirs is the real person from then on, in a session of that one', async () => {
    const { own, elsewhere, made, proof, scene } = await stepUp(await olderPerson());
    expect(await links.offer('eid', proof, await scene())).toBe(true);
    expect(await links.question(await scene())).toMatchObject({ provenWith: 'eid' });
    const outcome = await links.answer(true, await scene());
    expect(outcome).toMatchObject({ kind: 'signed-in', session: { fedId: made?.fedId } });
    expect(await world.sessions.findByUid(elsewhere.uid)).toBeUndefined();
    expect((await world.people.find(own.fedId))?.state).toBe('linked');
  });

  it('and has no record yet keeps the one of the profile, in the same session', async () => {
    const { own, session, proof, scene } = await stepUp();
    await links.offer('eid', proof, await scene());
    const outcome = await links.answer(true, await scene());
    expect(outcome).toMatchObject({ kind: 'signed-in', session: { uid: session.uid, fedId: own.fedId } });
    const { events } = await world.reread(session.uid);
    expect(events.map(({ key, level }) => [key, level])).toEqual([
      ['eid', 500],
      ['selfreg', 100],
    ]);
  });

  it('XS-15 and says that it is somebody else’s goes on alone; the profile is signed out here and stays', async () => {
    const { own, session, elsewhere, made, proof, scene } = await stepUp();
    await links.offer('eid', proof, await scene());
    const outcome = await links.answer(false, await scene());
    expect(outcome).toMatchObject({ kind: 'signed-in', session: { fedId: made?.fedId } });
    expect(await world.sessions.findByUid(session.uid)).toBeUndefined();
    expect(await world.sessions.findByUid(elsewhere.uid)).toBeDefined();
    expect((await world.people.find(own.fedId))?.state).toBe('active');
  });

  it('answers once, and in time', async () => {
    const { proof, scene } = await stepUp();
    await links.offer('eid', proof, await scene());
    const at = await scene();
    const answers = await Promise.all([
      links.answer(true, at),
      links.answer(true, at),
      links.answer(false, at),
    ]);
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);

    const late = await stepUp();
    await links.offer('eid', late.proof, await late.scene());
    world.later(minutes(11));
    expect(await links.question(await late.scene())).toBeUndefined();
    expect(await links.answer(true, await late.scene())).toBeUndefined();
  });

  it('XS-15 is not asked when the profile is a real person’s, or the proof is none of an identity', async () => {
    const { proof, scene } = await stepUp();
    expect(
      await links.offer('totp', { ...(proof as object), enrolment: 'lra' } as never, await scene()),
    ).toBe(false);
    const real = await world.person('totp');
    const session = await world.session(real, 'totp');
    const at = { ...(await scene()), session: await world.sessions.findByUid(session.uid) };
    expect(await links.offer('eid', proof, at)).toBe(false);
  });
});
