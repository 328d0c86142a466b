import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#libs/agencies';
import { AuditUnavailableError } from '#libs/audit';
import type { KeyKind } from '#libs/loa';
import { journeyWorld, visitor, type JourneyWorld } from './test-support/journey-world.js';

let world: JourneyWorld;
/** Takes no attribute. */
let application: Application;
/** Takes the surname. */
let curious: Application;
beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add({ attributes: [] });
  curious = await world.registered.add({ attributes: [{ name: 'surname', mandatory: false }] });
});
afterAll(() => world.close());

const request = () => world.request(application);
const signedIn = async (key: KeyKind = 'totp') => world.session(await world.person(key), key);
const recordsOf = async (reference: string) =>
  (await world.audit.byReference(reference)).map(({ name, subject, data }) => ({ name, subject, data }));

async function withoutRecord(work: () => Promise<void>): Promise<void> {
  await world.owner.query('revoke insert on audit.event from csam_fas');
  try {
    await work();
  } finally {
    await world.owner.query('grant insert on audit.event to csam_fas');
  }
}

describe('XS-27 when the record cannot be written', () => {
  it('a sign-in from the session alone has no result', async () => {
    const session = await signedIn();
    await withoutRecord(async () => {
      await expect(world.service.begin(request(), application, session, visitor())).rejects.toThrow(
        AuditUnavailableError,
      );
      const passive = { ...request(), passive: true };
      await expect(world.service.begin(passive, application, undefined, visitor())).rejects.toThrow(
        AuditUnavailableError,
      );
    });
  });

  it('a journey does not end, and ends once it can be written again', async () => {
    const [session, journey] = [await signedIn(), await world.open(application, request())];
    const advance = () => world.service.advance(journey, application, session, visitor());
    await withoutRecord(async () => {
      await expect(advance()).rejects.toThrow(AuditUnavailableError);
      expect(await world.journey(journey.id)).toEqual(journey);
    });
    expect(await advance()).toEqual({ kind: 'finish', concluded: true });
    expect((await world.journey(journey.id)).state).toBe('finished');
  });

  it('what the person agreed to does not go out', async () => {
    const session = await signedIn();
    const { id } = await world.open(curious, world.request(curious, { attributes: ['surname'] }));
    await world.service.advance(await world.journey(id), curious, session, visitor());
    const journey = await world.journey(id);
    const goOn = () => world.service.confirmRelease(journey, curious, session, visitor());
    await withoutRecord(async () => {
      await expect(goOn()).rejects.toThrow(AuditUnavailableError);
      expect(await world.journey(id)).toEqual(journey);
      expect(await world.decisions.shownBefore(session.fedId, curious.id)).toBeUndefined();
    });
    expect(await goOn()).toBe(true);
  });

  it('a journey is not opened for the person, and a proof does not count', async () => {
    const person = await world.person('totp');
    const journey = await world.open(application, request());
    await withoutRecord(async () => {
      await expect(world.open(application, request())).rejects.toThrow(AuditUnavailableError);
      const proof = {
        kind: 'proven',
        fedId: person.fedId,
        keyId: person.keyIds['totp'] ?? '',
        enrolment: 'eid',
      } as const;
      const scene = { journey, application, session: undefined, visitor: visitor() };
      await expect(world.proofs.proven('totp', proof, scene)).rejects.toThrow(AuditUnavailableError);
    });
    const sessions = await world.owner.query('select 1 from fas.sign_in_session where fed_id = $1', [
      person.fedId,
    ]);
    expect(sessions).toEqual([]);
  });
});

describe('the record of a sign-in', () => {
  it('XS-27 has one start and one end for each, with who, how and for whom', async () => {
    for (let login = 0; login < 5; login += 1) {
      const [person, who] = [await world.person('totp'), visitor()];
      const id = `login-${login}-${who.reference}`;
      await world.service.open(id, request(), application, { protocolState: {}, visitor: who });
      const journey = await world.journey(id);
      const keyId = person.keyIds['totp'] ?? '';
      const outcome = await world.proofs.proven(
        'totp',
        { kind: 'proven', fedId: person.fedId, keyId, enrolment: 'eid' },
        { journey, application, session: undefined, visitor: who },
      );
      const session = outcome.kind === 'signed-in' ? outcome.session : undefined;
      await world.service.advance(journey, application, session, who);
      const records = await recordsOf(who.reference);
      expect(records.map(({ name }) => name).toSorted()).toEqual([
        'KeyProven',
        'SignInCompleted',
        'SignInStarted',
      ]);
      expect(records.find(({ name }) => name === 'SignInCompleted')).toMatchObject({
        subject: person.fedId,
        data: {
          journey: id,
          protocol: 'oidc',
          key: 'totp',
          level: 400,
          context: 'citizen',
          singleSignOn: false,
        },
      });
    }
  });

  it('says so when the session alone was enough', async () => {
    const [session, who] = [await signedIn(), visitor()];
    await world.service.begin(request(), application, session, who);
    expect(await recordsOf(who.reference)).toMatchObject([
      { name: 'SignInCompleted', subject: session.fedId, data: { singleSignOn: true } },
    ]);
  });

  it('holds the names of what went out and no value', async () => {
    const [session, who] = [await signedIn(), visitor()];
    world.aps.answers('surname', { status: 'given', value: 'Appelmoes' });
    const { id } = await world.open(curious, world.request(curious, { attributes: ['surname'] }));
    await world.service.advance(await world.journey(id), curious, session, who);
    await world.service.confirmRelease(await world.journey(id), curious, session, who);
    const records = await recordsOf(who.reference);
    expect(records.map(({ name }) => name)).toEqual(['ReleaseConfirmed', 'SignInCompleted']);
    for (const { data } of records) expect(data).toMatchObject({ attributes: ['surname'] });
    expect(JSON.stringify(records)).not.toContain('Appelmoes');
  });

  it.each([
    ['passive', 'sign-in-needed'],
    ['cancelled', 'cancelled'],
  ])('says why it came to nothing: %s', async (how, reason) => {
    const who = visitor();
    if (how === 'passive')
      await world.service.begin({ ...request(), passive: true }, application, undefined, who);
    else await world.service.cancel(await world.open(application, request()), application, who);
    expect(await recordsOf(who.reference)).toMatchObject([{ name: 'SignInRefused', data: { reason } }]);
  });

  it('does not say cancelled of a journey that had ended', async () => {
    const [session, who] = [await signedIn(), visitor()];
    const { id } = await world.open(application, request());
    await world.service.advance(await world.journey(id), application, session, visitor());
    await world.service.cancel(await world.journey(id), application, who);
    expect(await recordsOf(who.reference)).toEqual([]);
    expect((await world.journey(id)).result).toMatchObject({ kind: 'authenticated' });
  });

  it('holds a proof that did not hold, without saying to anybody whether the person exists', async () => {
    const [journey, who] = [await world.open(application, request()), visitor()];
    const page = () => {
      throw new Error('no page is shown here');
    };
    await world.proofs.refused(
      'password',
      { kind: 'wrong', reason: 'credentials', page },
      { journey, visitor: who },
    );
    await world.proofs.refused(
      'password',
      { kind: 'locked', reason: 'credentials', page },
      { journey, visitor: who },
    );
    expect(await recordsOf(who.reference)).toMatchObject([
      { name: 'KeyRefused', data: { reason: 'credentials', locked: false } },
      { name: 'KeyRefused', data: { reason: 'credentials', locked: true } },
    ]);
  });
});
