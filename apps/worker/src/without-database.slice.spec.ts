import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Config } from '#libs/config';
import { createLogger } from '#libs/http';
import { prepareQueueStore, QueueClient } from '#libs/queue';
import {
  FaultProxy,
  hasRedis,
  testDatabase,
  testRedis,
  type TestDatabase,
  type TestRedis,
} from '#libs/testing';
import { createWorker } from './create-worker.js';
import { forgetAuditJob, sealAuditJob } from './audit-sealing/audit-sealing.jobs.js';
import { prepareAuditPartitionsJob } from './audit-partitions/audit-partitions.job.js';
import { removeExpiredRowsJob } from './expiry/expiry.job.js';
import { watchKeyExpiryJob } from './key-expiry/key-expiry.job.js';
import { watchCertificatesJob } from './metadata-refresh/metadata-refresh.jobs.js';
import { settleSmsJob, tellNewsJob } from './operations/operations.jobs.js';
import { workerSettings } from './settings.fixtures.js';
import { countUsageJob } from './usage/usage.job.js';

/** Jobs that are their own reason; the next turn of some is hours away. */
const due = [
  removeExpiredRowsJob,
  prepareAuditPartitionsJob,
  watchKeyExpiryJob,
  watchCertificatesJob,
  sealAuditJob,
  forgetAuditJob,
  tellNewsJob,
  settleSmsJob,
  countUsageJob,
];

const folder = mkdtempSync(join(tmpdir(), 'csam-without-database-'));
let db: TestDatabase;
let redis: TestRedis | undefined;
let proxy: FaultProxy;

beforeAll(async () => {
  db = await testDatabase();
  redis = hasRedis ? await testRedis() : undefined;
  await prepareQueueStore(db.url);
  proxy = await FaultProxy.before(db.url);
  writeFileSync(join(folder, 'master.key'), randomBytes(32).toString('hex'));
});
afterAll(async () => {
  await proxy.close();
  await db.drop();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function settings(queueUrl: string): Config {
  const alone = workerSettings({ folder, databaseUrl: proxy.url, queueUrl });
  // Few for all that is due at once.
  return { ...alone, database: { ...alone.database, maxConnections: 2 } };
}

/** Runs of each job that ended so, by what the worker tells Prometheus. */
async function runs(address: string, outcome: string): Promise<Readonly<Record<string, number>>> {
  const measured = await (await fetch(`${address}/metrics`)).text();
  const found = measured.matchAll(/csam_job_runs_total\{.*task="([\w-]+)",outcome="(\w+)".*\} (\d+)/g);
  return Object.fromEntries(
    [...found].flatMap(([, job = '', how, count]) => (how === outcome ? [[job, Number(count)]] : [])),
  );
}

const names = due.map(({ name }) => name).sort();
const ofDue = (counted: Readonly<Record<string, number>>) => names.filter((name) => (counted[name] ?? 0) > 0);

it.each(['PostgreSQL', ...(hasRedis ? ['Redis'] : [])])(
  'RF-5 jobs that find no connection to the database wait for it, count no attempt and are done when it is back, with queues in %s',
  async (store) => {
    const queueUrl = store === 'Redis' ? (redis?.url ?? '') : db.url;
    const lines: string[] = [];
    const log = createLogger('worker', 'warn', { write: (line) => void lines.push(line) });
    const app = await createWorker(settings(queueUrl), log);
    const address = await app.listen({ port: 0 });
    const queue = new QueueClient({ url: queueUrl });
    const patience = { timeout: 60_000, interval: 200 };
    try {
      await vi.waitFor(async () => expect(ofDue(await runs(address, 'done'))).toEqual(names), patience);
      const before = await runs(address, 'done');
      await proxy.set('refuse');
      for (const job of due) await queue.enqueue(job, {});
      await vi.waitFor(async () => expect(ofDue(await runs(address, 'postponed'))).toEqual(names), patience);
      await proxy.set('pass');
      const again = async () =>
        Object.entries(await runs(address, 'done')).flatMap(([job, count]) =>
          count > (before[job] ?? 0) ? [job] : [],
        );
      await vi.waitFor(async () => expect(await again()).toEqual(expect.arrayContaining(names)), patience);
      expect(ofDue(await runs(address, 'parked'))).toEqual([]);
      expect(ofDue(await runs(address, 'retried'))).toEqual([]);
    } finally {
      await proxy.set('pass');
      await queue.close();
      await app.close();
    }
    expect(lines.filter((line) => line.includes('parked'))).toEqual([]);
  },
  150_000,
);
