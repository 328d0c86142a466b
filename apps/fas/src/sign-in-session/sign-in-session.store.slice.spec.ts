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

describe('a session', () => {
  it('begins with its first proof and is found by its cookie, on every server', async () => {
    const { fedId, event, uid, cookie } = await world.signedIn();
    for (const store of [sessions, elsewhere])
      expect(await store.findByCookie(cookie)).toMatchObject({
        uid,
        fedId,
        events: [event],
        participants: [],
      });
    expect(await sessions.findByCookie(randomToken())).toBeUndefined();
  });

  it('LN-20 keeps no cookie in clear', async () => {
    const { cookie } = await world.signedIn();
    const rows = await world.database.query<{ row: string }>(
      'select s::text as row from fas.sign_in_session s',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(cookie);
  });

  it('7.2.4 takes a new cookie at every proof, and the old one is dead', async () => {
    const { fedId, event, uid, cookie } = await world.signedIn();
    const cookies = [cookie];
    const events = [event];
    for (const key of ['totp', 'password', 'totp'] as const) {
      const further = await world.proof(fedId, key, new Date(Date.now() + events.length));
      const next = await sessions.addProof(uid, further);
      expect(next?.uid).toBe(uid);
      cookies.push(next?.cookie ?? '');
      events.push(further);
    }
    expect(new Set(cookies).size).toBe(4);
    for (const dead of cookies.slice(0, -1)) expect(await sessions.findByCookie(dead)).toBeUndefined();
    expect((await sessions.findByCookie(cookies.at(-1) ?? ''))?.events).toEqual(events.toReversed());
  });

  it('keeps the ten newest proofs', async () => {
    const { fedId, uid } = await world.signedIn();
    for (let minute = 1; minute <= 12; minute += 1)
      await sessions.addProof(uid, await world.proof(fedId, 'totp', new Date(Date.now() + minute * 60_000)));
    const events = (await sessions.findByUid(uid))?.events ?? [];
    expect(events).toHaveLength(10);
    expect(events.every(({ key }) => key === 'totp')).toBe(true);
  });

  it('keeps both of two proofs that are added at the same moment', async () => {
    const { fedId, uid } = await world.signedIn();
    const [one, two] = [await world.proof(fedId, 'totp'), await world.proof(fedId, 'email')];
    await Promise.all([sessions.addProof(uid, one), elsewhere.addProof(uid, two)]);
    const kinds = (await sessions.findByUid(uid))?.events.map(({ key }) => key);
    expect(kinds?.toSorted()).toEqual(['email', 'password', 'totp']);
  });
});

describe('a session ends', () => {
  it('LN-19 when it lay idle, and lives while it serves', async () => {
    const { uid, cookie } = await world.signedIn();
    await world.age(uid, 'last_used_at', '29 minutes 50 seconds');
    expect(await sessions.findByCookie(cookie)).toBeDefined();
    await world.age(uid, 'last_used_at', '30 minutes 1 second');
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    expect(await sessions.findByUid(uid)).toBeUndefined();
  });

  it('LN-19 after its longest time, however much it serves', async () => {
    const { fedId, uid } = await world.signedIn();
    const [row] = await world.database.query<{ hours: string }>(
      'select extract(epoch from expires_at - created_at) / 3600 as hours from fas.sign_in_session where uid = $1',
      [uid],
    );
    expect(Number(row?.hours)).toBe(8);
    await world.age(uid, 'expires_at', '1 second');
    const added = await sessions.addProof(uid, await world.proof(fedId, 'totp'));
    expect(await sessions.findByCookie(added?.cookie ?? '')).toBeUndefined();
  });

  it('at once when the person is blocked', async () => {
    const { fedId, uid, cookie } = await world.signedIn();
    await world.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [fedId]);
    for (const store of [sessions, elsewhere]) {
      expect(await store.findByCookie(cookie)).toBeUndefined();
      expect(await store.findByUid(uid)).toBeUndefined();
    }
  });

  it.each(['end', 'endByCookie'] as const)('by %s, and stays ended whatever comes later', async (end) => {
    const { fedId, uid, cookie } = await world.signedIn();
    await sessions[end](end === 'end' ? uid : cookie);
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    await sessions.addParticipant(uid, participant('11111111-1111-4111-8111-111111111111'));
    expect(await sessions.addProof(uid, await world.proof(fedId, 'totp'))).toBeUndefined();
    await sessions.saveOidc({ uid, cookie, ttlSeconds: 3_600 }, {});
    expect(await sessions.findByCookie(cookie)).toBeUndefined();
    expect(await sessions.findByUid(uid)).toBeUndefined();
  });
});

describe('LE-3 a key that is', () => {
  it.each(['suspended', 'revoked'] as const)(
    '%s takes its proof along at once, on every server',
    async (state) => {
      const { fedId, event, uid } = await world.signedIn();
      const strong = await world.proof(fedId, 'totp');
      const { cookie = '' } = (await sessions.addProof(uid, strong)) ?? {};
      expect((await sessions.findByCookie(cookie))?.events).toHaveLength(2);
      await world.keys.setState(strong.keyId, state);
      for (const store of [sessions, elsewhere])
        expect((await store.findByCookie(cookie))?.events).toEqual([event]);
      await world.keys.setState(event.keyId, state);
      expect(await sessions.findByCookie(cookie)).toMatchObject({ fedId, events: [] });
    },
  );

  it('somebody else’s proves nothing here', async () => {
    const { fedId } = await world.signedIn();
    const { cookie } = await sessions.begin(fedId, await world.proof(await world.person(), 'totp'));
    expect((await sessions.findByCookie(cookie))?.events).toEqual([]);
  });
});
