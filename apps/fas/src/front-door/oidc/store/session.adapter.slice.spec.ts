import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomToken } from '#libs/security';
import { sessionWorld, type SessionWorld } from '../../../sign-in-session/test-support/session-world.js';
import { PostgresRecords } from './postgres-records.js';
import { SessionAdapter } from './session.adapter.js';

let world: SessionWorld;
let adapter: SessionAdapter;
beforeAll(async () => {
  world = await sessionWorld();
  adapter = new SessionAdapter(world.sessions, new PostgresRecords(world.database));
});
afterAll(() => world.close());

const authorizations = { permits: { sid: 'sid-1', grantId: 'grant-1' } };

describe('the OpenID provider’s session', () => {
  it('is the sign-in session: who is signed in comes from there', async () => {
    const { fedId, uid, cookie, event } = await world.signedIn();
    expect(await adapter.find(cookie)).toMatchObject({
      kind: 'Session',
      jti: cookie,
      uid,
      accountId: fedId,
      loginTs: Math.floor(Date.parse(event.at) / 1_000),
      transient: true,
    });
    expect(await adapter.findByUid(uid)).toMatchObject({ uid, accountId: fedId });
    expect(await adapter.find(randomToken())).toBeUndefined();
  });

  it('keeps which client knows it by which name, and takes nothing else from the provider', async () => {
    const { fedId, uid, cookie } = await world.signedIn();
    const stranger = 'cd'.repeat(20);
    await adapter.upsert(
      cookie,
      { uid, authorizations, accountId: stranger, loginTs: 1, acr: 'high' },
      3_600,
    );
    const found = await adapter.find(cookie);
    expect(found).toMatchObject({ authorizations, accountId: fedId });
    expect(found?.['acr']).toBeUndefined();
    expect(found?.loginTs).not.toBe(1);
  });

  it('makes nobody signed in', async () => {
    const [uid, cookie] = [randomToken(16), randomToken()];
    await adapter.upsert(cookie, { uid, accountId: await world.person() }, 3_600);
    const found = await adapter.find(cookie);
    expect(found).toMatchObject({ uid });
    expect(found?.accountId).toBeUndefined();
  });

  it('ends the sign-in session when it is destroyed', async () => {
    const { uid, cookie } = await world.signedIn();
    await adapter.destroy(cookie);
    expect(await adapter.find(cookie)).toBeUndefined();
    expect(await world.sessions.findByUid(uid)).toBeUndefined();
    await adapter.upsert(cookie, { uid, authorizations }, 3_600);
    expect(await adapter.find(cookie)).toBeUndefined();
  });

  it('of nobody in particular is refused', async () => {
    await expect(adapter.upsert(randomToken(), {}, 3_600)).rejects.toThrow('without an identifier');
  });
});
