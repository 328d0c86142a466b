import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomToken } from '#libs/security';
import { participant, sessionWorld, type SessionWorld } from './test-support/session-world.js';

let world: SessionWorld;
let sessions: SessionWorld['sessions'];
let elsewhere: SessionWorld['elsewhere'];
beforeAll(async () => {
  world = await sessionWorld();
  ({ sessions, elsewhere } = world);
});
afterAll(() => world.close());

describe('those who were told', () => {
  const [permits, library] = [
    '11111111-1111-4111-8111-111111111111',
    '22222222-2222-4222-8222-222222222222',
  ] as const;

  it('are kept once per application and protocol, the newest', async () => {
    const { uid } = await world.signedIn();
    const [first, second, oidc, other] = [
      participant(permits),
      participant(permits),
      participant(permits, { protocol: 'oidc' }),
      participant(library),
    ];
    for (const one of [first, oidc, other, second]) await sessions.addParticipant(uid, one);
    expect((await sessions.findByUid(uid))?.participants).toEqual([oidc, other, second]);
  });

  it('are all kept when many are told at the same moment', async () => {
    const { uid } = await world.signedIn();
    const many = Array.from({ length: 20 }, (_, n) =>
      participant(`33333333-3333-4333-8333-3333333333${String(n).padStart(2, '0')}`),
    );
    await Promise.all(many.map((one, n) => (n % 2 === 0 ? sessions : elsewhere).addParticipant(uid, one)));
    expect((await sessions.findByUid(uid))?.participants).toHaveLength(20);
  });
});

describe('what the OpenID provider keeps', () => {
  const ttlSeconds = 3_600;
  const client = (name: string) => ({ [name]: { sid: `sid of ${name}`, grantId: `grant of ${name}` } });

  it('is there at the next request, beside the proofs', async () => {
    const { uid, cookie, event } = await world.signedIn();
    const oidc = { authorizations: client('permits'), state: { secret: 'x' } };
    expect(await sessions.saveOidc({ uid, cookie, ttlSeconds }, oidc)).toBe(true);
    expect(await elsewhere.findByCookie(cookie)).toMatchObject({ oidc, events: [event] });
  });

  it('survives a new proof', async () => {
    const { fedId, uid, cookie } = await world.signedIn();
    await sessions.saveOidc({ uid, cookie, ttlSeconds }, { authorizations: client('permits') });
    const added = await sessions.addProof(uid, await world.proof(fedId, 'totp'));
    const found = await sessions.findByCookie(added?.cookie ?? '');
    expect(found?.oidc).toEqual({ authorizations: client('permits') });
  });

  it('moves to the cookie that the provider chose; the old one is dead and the session the same', async () => {
    const { uid, cookie, fedId, event } = await world.signedIn();
    const next = randomToken();
    expect(await sessions.saveOidc({ uid, cookie: next, formerCookie: cookie, ttlSeconds }, {})).toBe(true);
    // The provider may save once more in the same request.
    expect(await sessions.saveOidc({ uid, cookie: next, formerCookie: cookie, ttlSeconds }, {})).toBe(true);
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    expect(await sessions.findByCookie(next)).toMatchObject({ uid, fedId, events: [event] });
  });

  it('7.2.4 of a request that a proof overtook does not bring the old cookie back, and is kept', async () => {
    const { uid, cookie, fedId } = await world.signedIn();
    const added = await sessions.addProof(uid, await world.proof(fedId, 'totp'));
    const late = { authorizations: client('permits') };
    expect(await sessions.saveOidc({ uid, cookie, ttlSeconds }, late)).toBe(false);
    const rotating = { uid, cookie: randomToken(), formerCookie: cookie, ttlSeconds };
    expect(await sessions.saveOidc(rotating, late)).toBe(false);
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    expect(await sessions.findByCookie(rotating.cookie)).toBeUndefined();
    expect((await sessions.findByCookie(added?.cookie ?? ''))?.oidc).toEqual(late);
  });

  it('XS-15 of two services opened at the same moment is kept for both', async () => {
    const { uid, cookie } = await world.signedIn();
    const names = Array.from({ length: 20 }, (_, n) => `service-${n}`);
    await Promise.all(
      names.map((name, n) =>
        (n % 2 === 0 ? sessions : elsewhere).saveOidc(
          { uid, cookie, ttlSeconds },
          { authorizations: client(name) },
        ),
      ),
    );
    const { authorizations } = (await sessions.findByUid(uid))?.oidc ?? {};
    expect(Object.keys(authorizations as object).toSorted()).toEqual(names.toSorted());
  });

  it('does not make the session last longer', async () => {
    const { uid, cookie } = await world.signedIn();
    const before = (await sessions.findByUid(uid))?.expiresAt;
    await sessions.saveOidc({ uid, cookie, ttlSeconds: 999_999 }, {});
    expect((await sessions.findByUid(uid))?.expiresAt).toEqual(before);
  });

  it('without a person is a session in which nobody is signed in', async () => {
    const [uid, cookie] = [randomToken(16), randomToken()];
    expect(await sessions.saveOidc({ uid, cookie, ttlSeconds }, { state: { secret: 'x' } })).toBe(true);
    const found = await sessions.findByCookie(cookie);
    expect(found).toMatchObject({ uid, events: [], oidc: { state: { secret: 'x' } } });
    expect(found?.fedId).toBeUndefined();
  });
});
