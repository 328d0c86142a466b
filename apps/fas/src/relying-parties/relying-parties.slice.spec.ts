import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApplicationsStore, type Application } from '#libs/agencies';
import { Database } from '#libs/database';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { RelyingParties } from './relying-parties.js';
import { Registered } from './test-support/registered.js';

const SECOND = { timeout: 1_000, interval: 10 };

let db: TestDatabase;
let asFas: Database;
let registered: Registered;
let parties: RelyingParties;

beforeAll(async () => {
  db = await testDatabase();
  asFas = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 5 });
  registered = new Registered(db.database);
  await registered.prepare();
  parties = new RelyingParties(new ApplicationsStore(asFas));
  await parties.start(asFas);
});
afterAll(async () => {
  await parties.stop();
  await asFas.close();
  await db.drop();
});

const clientOf = ({ oidc }: Application) => oidc?.clientId ?? '';
const speaking = () => registered.add(registered.oidc());

describe('the copy of the applications', () => {
  it('holds what is registered when it starts', async () => {
    const application = await speaking();
    const fresh = new RelyingParties(new ApplicationsStore(asFas));
    await fresh.start(asFas);
    expect(fresh.find(application.id)).toEqual(application);
    expect(fresh.byClient(clientOf(application))).toEqual(application);
    await fresh.stop();
  });

  it('finds a new application at its first request, before any change was heard', async () => {
    const deaf = new RelyingParties(new ApplicationsStore(asFas));
    await deaf.start({ listen: async () => async () => undefined });
    const application = await speaking();
    expect(deaf.byClient(clientOf(application))).toBeUndefined();
    expect(await deaf.findByClientId(clientOf(application))).toEqual(application);
    expect(deaf.find(application.id)).toEqual(application);
    expect(await deaf.findByClientId('nobody')).toBeUndefined();
    expect(await deaf.findByEntityId('https://nobody.example')).toBeUndefined();
  });

  it('hears a change within a second', async () => {
    const application = await speaking();
    await vi.waitFor(() => expect(parties.find(application.id)).toEqual(application), SECOND);
    await registered.setMinimumLevel(application.id, 500);
    await vi.waitFor(() => expect(parties.byClient(clientOf(application))?.minimumLevel).toBe(500), SECOND);
  });

  it('knows within a second that an application is suspended, and that it is back', async () => {
    const application = await speaking();
    for (const state of ['suspended', 'active', 'ended'] as const) {
      await registered.applications.setState(application.id, state);
      await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe(state), SECOND);
      expect((await parties.findByClientId(clientOf(application)))?.state).toBe(state);
    }
  });

  it('hears that a legal basis changed', async () => {
    const application = await speaking();
    await vi.waitFor(() => expect(parties.find(application.id)).toBeDefined(), SECOND);
    await db.database.query(`update agencies.authorisation set valid_until = '2026-01-31' where id = $1`, [
      application.authorisation?.id,
    ]);
    await vi.waitFor(
      () => expect(parties.find(application.id)?.authorisation?.validUntil).toBe('2026-01-31'),
      SECOND,
    );
  });

  it('forgets the old client id when it changes', async () => {
    const application = await speaking();
    const before = clientOf(application);
    await vi.waitFor(() => expect(parties.byClient(before)).toBeDefined(), SECOND);
    await db.database.query(
      `update agencies.application set oidc = jsonb_set(oidc, '{clientId}', '"renamed"') where id = $1`,
      [application.id],
    );
    await vi.waitFor(() => expect(parties.byClient('renamed')?.id).toBe(application.id), SECOND);
    expect(parties.byClient(before)).toBeUndefined();
    expect(await parties.findByClientId(before)).toBeUndefined();
  });

  it('tells who wants to know which application changed', async () => {
    const application = await speaking();
    const heard = vi.fn<(id: string | undefined) => void>();
    parties.onChange(heard);
    await registered.setMinimumLevel(application.id, 400);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(application.id), SECOND);
  });
});

describe('while a change is taken over', () => {
  it('the application never goes missing, not even for a moment', async () => {
    const application = await speaking();
    await vi.waitFor(() => expect(parties.find(application.id)).toBeDefined(), SECOND);
    const gone: number[] = [];
    const watch = setInterval(() => {
      if (parties.find(application.id) === undefined || parties.byClient(clientOf(application)) === undefined)
        gone.push(Date.now());
    }, 0);
    for (let change = 1; change <= 20; change += 1)
      await registered.setMinimumLevel(application.id, change % 2 === 0 ? 200 : 400);
    await registered.setMinimumLevel(application.id, 500);
    await vi.waitFor(() => expect(parties.find(application.id)?.minimumLevel).toBe(500), SECOND);
    clearInterval(watch);
    expect(gone).toEqual([]);
  });

  it('the last of many changes counts', async () => {
    const application = await speaking();
    for (let round = 0; round < 10; round += 1) {
      const states = ['suspended', 'active', 'suspended', 'active', 'suspended'] as const;
      await Promise.all(states.map((state) => registered.applications.setState(application.id, state)));
      await registered.applications.setState(application.id, 'ended');
      await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe('ended'), SECOND);
    }
  });
});

describe('a lost connection', () => {
  const cut = () =>
    db.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen %'`,
    );

  it('is made anew, and what changed meanwhile is seen', async () => {
    const application = await speaking();
    await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe('active'), SECOND);
    await cut();
    await registered.applications.setState(application.id, 'suspended');
    await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe('suspended'), { timeout: 5_000 });
    await registered.applications.setState(application.id, 'active');
    await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe('active'), SECOND);
  });

  it('and a database that does not answer leave the old copy, until it answers again', async () => {
    const application = await speaking();
    await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe('active'), SECOND);
    await db.database.query('revoke select on agencies.application from csam_fas');
    await registered.applications.setState(application.id, 'suspended');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(parties.find(application.id)?.state).toBe('active');
    await db.database.query('grant select on agencies.application to csam_fas');
    await vi.waitFor(() => expect(parties.find(application.id)?.state).toBe('suspended'), { timeout: 3_000 });
  });
});
