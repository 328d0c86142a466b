import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FaultProxy, hasRedis, testRedis, type TestRedis } from '#libs/testing';
import {
  codeIn,
  redeem,
  SpecBrowser,
  specProvider,
  type SpecProvider,
} from './test-support/spec-provider.js';

/** Within this time everything works again once what failed is back. */
const RECOVERY = 10_000;

let fas: SpecProvider;

/** Somebody is signed in, and their service holds a code that it has not used. */
async function somebody() {
  const client = await fas.client();
  const browser = new SpecBrowser(fas, (await fas.signedIn()).cookie);
  const begin = async () => {
    const { status, location } = await browser.authorize(client);
    return { status, code: location.startsWith('https://service.example') ? codeIn(location) : '' };
  };
  const ready = async () => (await fetch(fas.at('/health/ready'))).status;
  return { client, browser, begin, redeem: (code: string) => redeem(fas, client, { code }), ready };
}

const soon = (work: () => Promise<void>) => vi.waitFor(work, { timeout: RECOVERY, interval: 100 });

describe.runIf(hasRedis)('RF-4 RF-22 a Redis that holds codes and tokens', () => {
  let redis: TestRedis;
  let proxy: FaultProxy;
  beforeAll(async () => {
    redis = await testRedis();
    proxy = await FaultProxy.before(redis.url);
    fas = await specProvider(proxy.url);
  });
  afterAll(async () => {
    await fas.close();
    await proxy.close();
    await redis.stop();
  });
  const direct = async (work: (client: Redis) => Promise<unknown>, url = redis.url) => {
    const client = new Redis(url);
    try {
      await work(client);
    } finally {
      client.disconnect();
    }
  };

  /** Nothing that needs it succeeds, and each says so with a moment to come back. */
  const refusesAll = async (visitor: Awaited<ReturnType<typeof somebody>>, code: string) => {
    expect(await visitor.redeem(code)).toMatchObject({ status: 503 });
    expect(await visitor.begin()).toEqual({ status: 503, code: '' });
    await soon(async () => expect(await visitor.ready()).toBe(503));
  };

  it.each<[string, (client: Redis) => Promise<unknown>, (client: Redis) => Promise<unknown>]>([
    [
      'that has no memory left',
      (client) => client.config('SET', 'maxmemory', '1'),
      (client) => client.config('SET', 'maxmemory', '0'),
    ],
    [
      'that became the copy of a server that is gone',
      (client) => client.replicaof('127.0.0.1', 1),
      (client) => client.replicaof('NO', 'ONE'),
    ],
  ])('%s takes no code, and the code is good afterwards', async (_, breakIt, mendIt) => {
    const visitor = await somebody();
    const { code } = await visitor.begin();
    await direct(breakIt);
    expect(await visitor.redeem(code)).toMatchObject({ status: 503 });
    expect(await visitor.begin()).toEqual({ status: 503, code: '' });
    await direct(mendIt);
    await soon(async () => expect((await visitor.redeem(code)).status).toBe(200));
    expect((await visitor.redeem(code)).error).toBe('invalid_grant');
  });

  it('that pauses, or is cut off by the network, lets nobody wait long; the code is good afterwards', async () => {
    const visitor = await somebody();
    const { code } = await visitor.begin();
    await proxy.set('hang');
    await refusesAll(visitor, code);
    proxy.cut();
    await proxy.set('pass');
    await soon(async () => expect(await visitor.ready()).toBe(200));
    expect((await visitor.redeem(code)).status).toBe(200);
  });

  it('that is killed and comes back empty forgets codes, never that one was used; who is signed in stays so', async () => {
    const visitor = await somebody();
    const { code } = await visitor.begin();
    const used = (await visitor.begin()).code;
    expect((await visitor.redeem(used)).status).toBe(200);
    const port = Number(new URL(redis.url).port);
    await redis.stop();
    await refusesAll(visitor, code);
    redis = await testRedis(port);
    await soon(async () => expect(await visitor.ready()).toBe(200));
    expect((await visitor.redeem(code)).error).toBe('invalid_grant');
    expect((await visitor.redeem(used)).error).toBe('invalid_grant');
    // Signed in without a page: the session is in the database.
    const again = await visitor.begin();
    expect(again.status).toBe(303);
    expect((await visitor.redeem(again.code)).status).toBe(200);
  });

  it('whose place another takes over goes on with what the other knows', async () => {
    const visitor = await somebody();
    const standby = await testRedis();
    const { port } = new URL(redis.url);
    await direct((client) => client.replicaof('127.0.0.1', port), standby.url);
    const { code } = await visitor.begin();
    await direct(async (client) => {
      await soon(async () => expect(await client.dbsize()).toBeGreaterThan(0));
    }, standby.url);
    await redis.stop();
    redis = standby;
    await direct((client) => client.replicaof('NO', 'ONE'));
    proxy.leadTo(redis.url);
    await soon(async () => expect(await visitor.ready()).toBe(200));
    expect((await visitor.redeem(code)).status).toBe(200);
    expect((await visitor.redeem(code)).error).toBe('invalid_grant');
  });
});

describe('RF-5 RF-9 RF-18 RF-22 a database that fails under FAS', () => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    fas = await specProvider(undefined, async (url) => {
      proxy = await FaultProxy.before(url);
      return proxy.url;
    });
  });
  afterAll(async () => {
    await fas.close();
    await proxy.close();
  });

  it('is told at once with a moment to come back that differs; all who return together are served or told again, and in the end served', async () => {
    const visitor = await somebody();
    const { code } = await visitor.begin();
    await proxy.set('refuse');
    const ask = async () => {
      const response = await fetch(fas.at(`/fas/oauth2/authorize?${question(visitor.client.clientId)}`), {
        redirect: 'manual',
        headers: { accept: 'text/html' },
      });
      const text = await response.text();
      return { status: response.status, after: response.headers.get('retry-after'), text };
    };
    const storm = () => Promise.all(Array.from({ length: 60 }, ask));
    const told = await storm();
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([503]));
    expect(new Set(told.map(({ after }) => after)).size).toBeGreaterThan(4);
    expect(told[0]?.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await visitor.redeem(code)).toMatchObject({ status: 503 });
    await soon(async () => expect(await visitor.ready()).toBe(503));
    await proxy.set('pass');
    await soon(async () => {
      const statuses = (await storm()).map(({ status }) => status);
      expect(statuses.filter((status) => status !== 303 && status !== 503)).toEqual([]);
      expect(statuses.filter((status) => status === 303)).toHaveLength(60);
    });
    expect((await visitor.redeem(code)).status).toBe(200);
    await soon(async () => expect(await visitor.ready()).toBe(200));
  });

  it('that is cut off by the network lets in nobody, and FAS leaves service until it is back', async () => {
    const visitor = await somebody();
    await proxy.set('hang');
    const asked = visitor.begin();
    await soon(async () => expect(await visitor.ready()).toBe(503));
    expect((await fetch(fas.at('/health/live'))).status).toBe(200);
    proxy.cut();
    expect(await asked).toEqual({ status: 503, code: '' });
    await proxy.set('pass');
    await soon(async () => expect(await visitor.ready()).toBe(200));
    expect((await visitor.begin()).code).not.toBe('');
  });

  it('RF-9 whose disk is full gives no code without its record, says so with a reference, counts it, and goes on without a gap', async () => {
    const visitor = await somebody();
    await fas.database.query(`
      create function audit.no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
    await fas.database.query(
      'create trigger no_space before insert on audit.event for each row execute function audit.no_space()',
    );
    const [before, recorded] = [fas.services.audit.refusals, (await signIns()).length];
    expect(await visitor.begin()).toEqual({ status: 503, code: '' });
    expect(fas.services.audit.refusals).toBeGreaterThan(before);
    await fas.database.query('drop trigger no_space on audit.event');
    const { code } = await visitor.begin();
    expect(code).not.toBe('');
    expect((await visitor.redeem(code)).status).toBe(200);
    expect((await signIns()).length).toBe(recorded + 1);
  });
});

const signIns = () => fas.database.query("select id from audit.event where name = 'SignInCompleted'");

const question = (clientId: string) =>
  new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid',
    redirect_uri: 'https://service.example/callback',
    state: 's',
  });
