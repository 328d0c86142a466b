import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionEndingsStore } from './session-endings.store.js';
import { sessionWorld, type SessionWorld } from './test-support/session-world.js';

let world: SessionWorld;
let endings: SessionEndingsStore;
beforeAll(async () => {
  world = await sessionWorld();
  endings = new SessionEndingsStore(world.database);
});
afterAll(() => world.close());

const earlier = () => new Date(Date.now() - 60_000);
const later = () => new Date(Date.now() + 60_000);

describe('sessions that an announcement is about', () => {
  it('are those that began before it, with the key when it is about one', async () => {
    const { fedId, uid, event } = await world.signedIn();
    const { keyId } = event;
    expect(await endings.uidsOf({ fedId, announcedAt: later() })).toEqual([uid]);
    expect(await endings.uidsOf({ fedId, keyId, announcedAt: later() })).toEqual([uid]);
    expect(await endings.uidsOf({ fedId, keyId: 'another', announcedAt: later() })).toEqual([]);
  });

  it('are not those that began after the account was let go on, or the key was resumed', async () => {
    const { fedId, event } = await world.signedIn();
    expect(await endings.uidsOf({ fedId, announcedAt: earlier() })).toEqual([]);
    expect(await endings.uidsOf({ fedId, keyId: event.keyId, announcedAt: earlier() })).toEqual([]);
  });

  it('are all of them as long as account or key are without use', async () => {
    const { fedId, uid, event } = await world.signedIn();
    const { keyId } = event;
    await world.database.query(`update digital_keys.digital_key set state = 'suspended' where id = $1`, [
      keyId,
    ]);
    expect(await endings.uidsOf({ fedId, keyId, announcedAt: earlier() })).toEqual([uid]);
    expect(await endings.uidsOf({ fedId, announcedAt: earlier() })).toEqual([]);
    await world.database.query(`update people.person set state = 'blocked' where fed_id = $1`, [fedId]);
    expect(await endings.uidsOf({ fedId, announcedAt: earlier() })).toEqual([uid]);
  });
});
