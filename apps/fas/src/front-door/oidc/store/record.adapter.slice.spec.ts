import { Redis } from 'ioredis';
import { errors, Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { randomToken } from '#libs/security';
import { hasRedis, testDatabase, testRedis, type TestDatabase, type TestRedis } from '#libs/testing';
import { RedisState, StateUnavailableError } from '../../../protocol-state/redis-state.js';
import { PostgresRecords } from './postgres-records.js';
import { RecordAdapter } from './record.adapter.js';
import type { OidcRecords } from './records.js';
import { RedisRecords } from './redis-records.js';
import { ReplayAdapter } from './replay.adapter.js';

/** The same store as two servers see it. */
interface Store {
  readonly here: OidcRecords;
  readonly there: OidcRecords;
  /** All that it holds, as text. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

let db: TestDatabase;
let asFas: Database;
beforeAll(async () => {
  db = await testDatabase();
  asFas = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 10, durable: false });
});
afterAll(async () => {
  await asFas.close();
  await db.drop();
});

const inPostgres = (): Store => ({
  here: new PostgresRecords(asFas),
  there: new PostgresRecords(db.database),
  async everything() {
    const rows = await db.database.query<{ row: string }>('select r::text as row from fas.oidc_record r');
    return rows.map(({ row }) => row).join('\n');
  },
  close: async () => undefined,
});

async function inRedis(): Promise<Store> {
  const server = await testRedis();
  const [one, other] = [await RedisState.open(server.url), await RedisState.open(server.url)];
  const reader = new Redis(server.url);
  return {
    here: new RedisRecords(one, asFas),
    there: new RedisRecords(other, db.database),
    async everything() {
      const keys = await reader.keys('csam:oidc:*');
      const values = await Promise.all(
        keys.map(async (key) =>
          (await reader.type(key)) === 'hash' ? reader.hgetall(key) : reader.get(key),
        ),
      );
      return JSON.stringify([keys, values]);
    },
    async close() {
      await Promise.all([one.close(), other.close(), reader.quit()]);
      await server.stop();
    },
  };
}

const STORES: [string, () => Store | Promise<Store>][] = [
  ['PostgreSQL', inPostgres],
  ...(hasRedis ? [['Redis', inRedis] as [string, typeof inRedis]] : []),
];

describe.each(STORES)('in %s', (_, open) => {
  let store: Store;
  let codes: RecordAdapter;
  let codesElsewhere: RecordAdapter;
  beforeAll(async () => {
    store = await open();
    codes = new RecordAdapter('AuthorizationCode', store.here);
    codesElsewhere = new RecordAdapter('AuthorizationCode', store.there);
  });
  afterAll(() => store.close());

  const payload = (grantId = randomToken(8)) => ({ accountId: 'person-1', grantId, scope: 'openid' });

  async function saved(grantId?: string) {
    const code = randomToken();
    await codes.upsert(code, { jti: code, ...payload(grantId) }, 60);
    return code;
  }

  describe('a record of the OpenID provider', () => {
    it('comes back as it was given, on every server', async () => {
      const code = await saved('grant-1');
      for (const adapter of [codes, codesElsewhere])
        expect(await adapter.find(code)).toEqual({ jti: code, ...payload('grant-1') });
      expect(await codes.find(randomToken())).toBeUndefined();
    });

    it('of one kind is none of another', async () => {
      const code = await saved();
      const tokens = new RecordAdapter('AccessToken', store.here);
      expect(await tokens.find(code)).toBeUndefined();
      await tokens.destroy(code);
      expect(await codes.find(code)).toBeDefined();
    });

    it('is gone when it is destroyed, alone or with all that hangs on one answer', async () => {
      const [alone, first, second, other] = [
        await saved('g1'),
        await saved('g2'),
        await saved('g2'),
        await saved('g3'),
      ];
      await codes.destroy(alone);
      await codesElsewhere.revokeByGrantId('g2');
      const found = await Promise.all([alone, first, second, other].map((code) => codes.find(code)));
      expect(found.map((record) => record !== undefined)).toEqual([false, false, false, true]);
    });

    it('says since when it is used up, also when it is written anew', async () => {
      const code = await saved();
      await codes.consume(code);
      const found = (await codes.find(code)) ?? {};
      expect(Math.abs(Number(found.consumed) - Date.now() / 1_000)).toBeLessThan(5);
      await codesElsewhere.upsert(code, found, 60);
      expect((await codes.find(code))?.consumed).toBeDefined();
      await expect(codes.consume(code)).rejects.toBeInstanceOf(errors.InvalidGrant);
    });

    it('comes with the answer and the session that it hangs on, and without them when they are gone', async () => {
      const key = { model: 'AccessToken', id: randomToken() };
      const text = JSON.stringify({ ...payload('nothing'), sessionUid: 'ended' });
      await store.here.keep({ ...key, payload: text, grantId: 'nothing', life: 60 });
      expect(await store.there.findBound(key, 30)).toMatchObject({ answer: null, session: null });
      expect(await store.there.findBound({ ...key, id: 'other' }, 30)).toBeUndefined();
    });

    it('with a letter that no database keeps is refused', async () => {
      await expect(codes.upsert(randomToken(), { scope: 'a\u0000b' }, 60)).rejects.toBeInstanceOf(
        errors.InvalidRequest,
      );
    });
  });

  describe('a code', () => {
    it('OS-9 RF-21 of fifty who redeem it at the same moment on two servers exactly one gets it, round after round', async () => {
      for (let round = 0; round < 10; round += 1) {
        const code = await saved();
        const redeemed = await Promise.allSettled(
          Array.from({ length: 50 }, (_each, n) => (n % 2 === 0 ? codes : codesElsewhere).consume(code)),
        );
        expect(redeemed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const outcome of redeemed)
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(errors.InvalidGrant);
      }
    });

    it('that is not there, or was revoked meanwhile, is nobody’s', async () => {
      await expect(codes.consume(randomToken())).rejects.toBeInstanceOf(errors.InvalidGrant);
      const code = await saved('revoked');
      await codes.revokeByGrantId('revoked');
      await expect(codes.consume(code)).rejects.toBeInstanceOf(errors.InvalidGrant);
    });
  });

  describe('an exchange', () => {
    it('OS-9 of a code for a token happens once, on whichever server, and not at all for a code that is gone', async () => {
      for (let round = 0; round < 5; round += 1) {
        const used = { model: 'AuthorizationCode', id: randomToken() };
        const token = (n: number) => ({
          model: 'AccessToken',
          id: `${used.id}-${n}`,
          payload: JSON.stringify(payload('exchanged')),
          grantId: 'exchanged',
          life: 60,
        });
        expect(await store.here.exchange(used, token(0))).toBe(false);
        await store.here.keep({ ...used, payload: '{}', grantId: null, life: 60 });
        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_each, n) =>
            (n % 2 === 0 ? store.here : store.there).exchange(used, token(n)),
          ),
        );
        const kept = await Promise.all(outcomes.map((_each, n) => store.there.find(token(n))));
        expect(outcomes.filter(Boolean)).toHaveLength(1);
        expect(kept.map((record) => record !== undefined)).toEqual(outcomes);
        expect((await store.there.find(used))?.consumedAt).toBeInstanceOf(Date);
      }
      await store.here.forgetOfGrant('AccessToken', 'exchanged');
    });
  });

  describe('what may be used once', () => {
    it('is taken from one of many who bring it at the same moment, and again when it has expired', async () => {
      const [replay, elsewhere] = [new ReplayAdapter(store.here), new ReplayAdapter(store.there)];
      const id = randomToken();
      expect(await replay.find(id)).toBeUndefined();
      const kept = await Promise.allSettled(
        Array.from({ length: 20 }, (_each, n) => (n % 2 === 0 ? replay : elsewhere).upsert(id, {}, 1)),
      );
      expect(kept.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await elsewhere.find(id)).toBeDefined();
      await expect.poll(() => replay.find(id), { timeout: 5_000 }).toBeUndefined();
      await elsewhere.upsert(id, {}, 60);
    });
  });

  describe('at rest', () => {
    it('no code and no token of any kind stands there in clear', async () => {
      const provider = new Provider('https://fas.example', {
        adapter: (model) => new RecordAdapter(model, store.here),
        clients: [
          { client_id: 'permits', client_secret: randomToken(), redirect_uris: ['https://service.example/'] },
        ],
        features: { devInteractions: { enabled: false } },
        ttl: { AuthorizationCode: 60, AccessToken: 60, RefreshToken: 60 },
      });
      const client = await provider.Client.find('permits');
      if (client === undefined) throw new Error('no client');
      const common = {
        accountId: 'person-1',
        client,
        grantId: 'grant-9',
        scope: 'openid',
        gty: 'authorization_code',
      };
      const values = await Promise.all([
        new provider.AuthorizationCode({ ...common, redirectUri: 'https://service.example/' }).save(),
        new provider.AccessToken({ ...common, expiresWithSession: true } as never).save(),
        new provider.RefreshToken({ ...common } as never).save(),
      ]);
      expect(values.map((value) => value.length > 40)).toEqual([true, true, true]);
      const text = await store.everything();
      expect(text).toContain('grant-9');
      for (const value of values) expect(text).not.toContain(value);
      const [code = ''] = values;
      expect((await provider.AuthorizationCode.find(code))?.accountId).toBe('person-1');
    });
  });
});

describe.skipIf(!hasRedis)('a Redis that fails', () => {
  let server: TestRedis;
  let state: RedisState;
  beforeAll(async () => {
    server = await testRedis();
    state = await RedisState.open(server.url);
  });
  afterAll(() => state.close());

  it('is said to be unavailable, at once and at the start', async () => {
    const records = new RedisRecords(state, asFas);
    const key = { model: 'AccessToken', id: 'x' };
    await records.keep({ ...key, payload: '{}', grantId: null, life: 60 });
    await server.stop();
    const attempts = [state.ping(), records.find(key), records.consume(key), records.keepOnce(key, 60)];
    for (const outcome of await Promise.allSettled(attempts))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { unavailable: true } });
    await expect(RedisState.open(server.url)).rejects.toBeInstanceOf(StateUnavailableError);
  });
});
