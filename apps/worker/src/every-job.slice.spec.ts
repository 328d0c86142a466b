import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Config } from '#libs/config';
import { createLogger } from '#libs/http';
import { prepareQueueStore, QueueClient } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { hasRedis, testDatabase, testRedis, type TestDatabase, type TestRedis } from '#libs/testing';
import { askForEachJob, prepareOtherApps } from './asked-jobs.fixtures.js';
import { createWorker } from './create-worker.js';
import { giveEveryJobSomethingToDo } from './every-job.fixtures.js';
import { jobs } from './jobs.js';
import { startOutsideWorld, type OutsideWorld } from './outside-world.fixtures.js';
import { workerSettings } from './settings.fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'csam-jobs-'));
const keyFile = join(folder, 'master.key');
const stores = ['PostgreSQL', ...(hasRedis ? ['Redis'] : [])];
let db: TestDatabase;
let redis: TestRedis | undefined;
let outside: OutsideWorld;
let secrets: { readonly cipher: FieldCipher; readonly index: BlindIndex };

beforeAll(async () => {
  db = await testDatabase();
  redis = hasRedis ? await testRedis() : undefined;
  outside = await startOutsideWorld();
  await prepareQueueStore(db.url);
  writeFileSync(keyFile, randomBytes(32).toString('hex'));
  const master = masterKeyFromFile(keyFile);
  secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  await giveEveryJobSomethingToDo(db.database, secrets);
  await prepareOtherApps(db.database, secrets.cipher, settings(db.url).baseUrl.sma);
});
afterAll(async () => {
  await outside.stop();
  await db.drop();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function settings(queueUrl: string): Config {
  const alone = workerSettings({ folder, databaseUrl: db.url, queueUrl });
  return {
    ...alone,
    mail: { ...alone.mail, port: outside.mailPort },
    sms: { ...alone.sms, port: outside.smsPort },
  };
}

/** How the last run of each job ended, by what the worker tells Prometheus. */
async function outcomes(address: string): Promise<Readonly<Record<string, string>>> {
  const measured = await (await fetch(`${address}/metrics`)).text();
  const runs = measured.matchAll(/csam_job_runs_total\{.*task="([\w-]+)",outcome="(\w+)".*\} [1-9]/g);
  return Object.fromEntries([...runs].map(([, job = '', outcome = '']) => [job, outcome]));
}

/** Messages and logouts that have not reached anybody. */
async function unfinished(): Promise<Readonly<Record<string, number>> | undefined> {
  const [counts] = await db.database.query<Record<string, number>>(
    `select (select count(*)::int from messaging.outbox where state <> 'sent') as unsent,
            (select count(*)::int from single_logout.delivery where state <> 'confirmed') as untold`,
  );
  return counts;
}

it.each(stores)(
  'every job of the worker does its work under the rights of the worker, with queues in %s',
  async (store) => {
    const queueUrl = store === 'Redis' ? (redis?.url ?? '') : db.url;
    const lines: string[] = [];
    const log = createLogger('worker', 'info', { write: (line) => void lines.push(line) });
    const app = await createWorker(settings(queueUrl), log);
    const address = await app.listen({ port: 0 });
    const queue = new QueueClient({ url: queueUrl });
    try {
      await askForEachJob({ database: db.database, secrets, queue, service: outside.service });
      const all = Object.fromEntries(jobs.map(({ name }) => [name, 'done']));
      await vi.waitFor(
        async () => {
          expect(await outcomes(address)).toEqual(all);
          expect(await unfinished()).toEqual({ unsent: 0, untold: 0 });
        },
        { timeout: 60_000, interval: 200 },
      );
    } finally {
      await queue.close();
      await app.close();
    }
    // Level 50 and above: errors.
    const bad = lines.filter((line) => Number((JSON.parse(line) as { level: unknown }).level) >= 50);
    expect(bad).toEqual([]);
    expect(lines.filter((line) => line.includes('permission denied'))).toEqual([]);
    const [done] = await db.database.query<Record<string, number>>(`
    select (select count(*)::int from operations.sms_statement) as statements,
           (select count(*)::int from operations.announcement where kind like 'sms-cap%') as caps,
           (select count(*)::int from operations.announcement where kind = 'reminder') as reminders,
           (select count(*)::int from audit.seal) as seals,
           (select count(*)::int from digital_keys.digital_key where state = 'revoked') as ended`);
    expect(done).toMatchObject({ statements: 1, caps: 1, reminders: 1, ended: 1 });
    expect(done?.['seals']).toBeGreaterThan(0);
  },
);
