import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hours, minutes, parseFedId } from '#libs/kernel';
import { FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { ensureServiceProviderKey } from './key/service-provider-key.js';
import { StoredSignInState } from './request/stored-sign-in-state.js';
import { AppSessions } from './session/app-sessions.js';

const cipher = new FieldCipher(MasterKey.fromSecret(Buffer.alloc(32, 7)));
const parsed = parseFedId('c'.repeat(40));
if (parsed.kind === 'invalid') throw new Error('not a FedID');
const { fedId } = parsed;

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_sma' });
});
afterAll(() => db.drop());

const request = {
  requestId: '_1',
  browser: 'browser',
  returnTo: '/page',
  minimum: 200,
  forced: false,
  createdAt: new Date(),
} as const;

describe('the key of an app', () => {
  it('is made once, also by processes that start together, and is stored encrypted', async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureServiceProviderKey(db.database, cipher, 'sma')));
    expect(new Set(made.map(({ certificate }) => certificate)).size).toBe(1);
    expect(made[0]).toEqual(await ensureServiceProviderKey(db.database, cipher, 'sma'));
    const [row] = await db.database.query<{ private_key: string }>(
      'select private_key from service_provider.key',
    );
    expect(row?.private_key).not.toContain('PRIVATE KEY');
  });
});

describe('a pending request', () => {
  it('is found by its token, in its own app, and knows its browser; neither is stored in clear', async () => {
    const state = new StoredSignInState(db.database, 'sma');
    await state.remember('token-1', request);
    const found = await state.find('token-1');
    expect(found).toMatchObject({ requestId: '_1', returnTo: '/page', minimum: 200 });
    expect([found?.isBegunBy('browser'), found?.isBegunBy('other'), found?.isBegunBy(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await new StoredSignInState(db.database, 'admin').find('token-1')).toBeUndefined();
    const rows = JSON.stringify(await db.database.query('select * from service_provider.sign_in_request'));
    expect(rows).not.toMatch(/token-1|"browser":"browser"/);
  });

  it('is answered once, however many try at the same moment', async () => {
    const state = new StoredSignInState(db.database, 'sma');
    await state.remember('token-2', request);
    const used = { id: '_a', expiresAt: new Date(Date.now() + minutes(10)) };
    const tries = await Promise.all([1, 2, 3, 4, 5].map(() => state.consume('token-2', used)));
    expect(tries.filter(Boolean)).toHaveLength(1);
  });

  it('is not answered by an assertion that was used before (SX-26)', async () => {
    const state = new StoredSignInState(db.database, 'sma');
    await state.remember('token-3', request);
    const expiresAt = new Date(Date.now() + minutes(10));
    expect(await state.consume('token-3', { id: '_a', expiresAt })).toBe(false);
  });

  it('expires', async () => {
    const state = new StoredSignInState(db.database, 'sma');
    await state.remember('token-4', { ...request, createdAt: new Date(Date.now() - hours(2)) });
    expect(await state.find('token-4')).toBeUndefined();
  });
});

describe('a session', () => {
  const person = {
    fedId,
    level: 400,
    classReference: 'urn:be:fedict:iam:fas:citizen:Level400',
    authenticatedAt: new Date(),
    sessionIndex: '_index',
    nameId: '_name',
    attributes: new Map([['givenName', 'Carla']]),
    endsAt: undefined,
  } as const;
  let now = Date.now();
  const sessions = () =>
    new AppSessions({
      database: db.database,
      cipher,
      provider: 'sma',
      idle: minutes(30),
      absolute: hours(8),
      clock: { now: () => new Date(now) },
    });

  it('is found by its cookie while it is used, and ends when it is idle', async () => {
    now = Date.now();
    const cookie = await sessions().begin(person);
    for (let passed = 0; passed < 4; passed += 1) {
      now += minutes(25);
      expect(await sessions().find(cookie)).toMatchObject({ fedId, level: 400 });
    }
    expect((await sessions().find(cookie))?.attributes.get('givenName')).toBe('Carla');
    now += minutes(31);
    expect(await sessions().find(cookie)).toBeUndefined();
  });

  it('says how long it lasts when nothing more happens, never longer than to its end', async () => {
    now = Date.now();
    const cookie = await sessions().begin({ ...person, endsAt: new Date(now + minutes(40)) });
    expect((await sessions().find(cookie))?.secondsLeft).toBe(29 * 60);
    now += minutes(20);
    expect((await sessions().find(cookie))?.secondsLeft).toBe(20 * 60);
    now += minutes(20) - 500;
    expect((await sessions().find(cookie))?.secondsLeft).toBe(1);
  });

  it('ends after its longest time although it is used', async () => {
    now = Date.now();
    const cookie = await sessions().begin(person);
    for (let passed = 0; passed < hours(8); passed += minutes(20)) {
      expect(await sessions().find(cookie)).toBeDefined();
      now += minutes(20);
    }
    expect(await sessions().find(cookie)).toBeUndefined();
  });

  it('ends no later than FAS says', async () => {
    now = Date.now();
    const cookie = await sessions().begin({ ...person, endsAt: new Date(now + minutes(5)) });
    now += minutes(6);
    expect(await sessions().find(cookie)).toBeUndefined();
  });

  it('ends by what FAS calls it, and by its person', async () => {
    now = Date.now();
    const [one, two, other] = [
      await sessions().begin(person),
      await sessions().begin({ ...person, sessionIndex: '_other' }),
      await sessions().begin({ ...person, sessionIndex: '_other' }),
    ];
    await sessions().endBySessionIndex('_index');
    expect(await sessions().find(one)).toBeUndefined();
    await sessions().end(two);
    expect(await sessions().find(two)).toBeUndefined();
    expect(await sessions().find(other)).toBeDefined();
    await sessions().endByPerson(fedId);
    expect(await sessions().find(other)).toBeUndefined();
  });
});
