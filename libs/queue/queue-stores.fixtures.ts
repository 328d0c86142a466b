import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { testDatabase } from '#libs/testing';
import { prepareQueueStore } from './index.js';

/** A store of queues for one spec file. */
export interface SpecStore {
  readonly url: string;
  /** Everything that it keeps, as text. */
  everything(): Promise<string>;
  stop(): Promise<void>;
}

async function onPostgres(): Promise<SpecStore> {
  const db = await testDatabase();
  await prepareQueueStore(db.url);
  return {
    url: db.url,
    everything: async () =>
      JSON.stringify(await db.database.query('select j::text as text from bullmq.job j')),
    stop: () => db.drop(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function onRedis(): Promise<SpecStore> {
  const folder = mkdtempSync(join(tmpdir(), 'csam-redis-'));
  const port = await freePort();
  // As an installation needs it: no key of a queue may ever be dropped to make room.
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--maxmemory-policy',
    'noeviction',
  ];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  await redis.ping();
  return {
    url,
    everything: async () => {
      const found = await Promise.all((await redis.keys('csam:*')).map((key) => textOf(redis, key)));
      return found.join('\n');
    },
    stop: async () => {
      redis.disconnect();
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function textOf(redis: Redis, key: string): Promise<string> {
  return (await redis.type(key)) === 'hash' ? JSON.stringify(await redis.hgetall(key)) : key;
}

async function ended(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  while (server.exitCode === null && server.signalCode === null) await sleep(20);
}

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** Both stores; `there`: whether this machine can run it. */
export const QUEUE_STORES = [
  { name: 'PostgreSQL', there: true, open: onPostgres },
  { name: 'Redis', there: hasRedis, open: onRedis },
] as const;
