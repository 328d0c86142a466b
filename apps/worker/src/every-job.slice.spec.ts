import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { AuditWriter, defineAuditEvent } from '#libs/audit';
import { loadConfig, type Config } from '#libs/config';
import { DigitalKeysStore } from '#libs/digital-keys';
import { createLogger } from '#libs/http';
import { days, type Clock, type EnterpriseNumber } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { Announcer, contactBook, ContactStore, Incidents, Maintenance, SmsCapStore } from '#libs/operations';
import { PeopleStore } from '#libs/people';
import { prepareQueueStore } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { hasRedis, testDatabase, testRedis, type TestDatabase, type TestRedis } from '#libs/testing';
import { createWorker } from './create-worker.js';
import { jobs } from './jobs.js';

const AGENCY = '0671516647' as EnterpriseNumber;
const WORDS = { nl: 'a', fr: 'b', de: 'c', en: 'd' };

/** Jobs that run because something happened; the others run by themselves. */
const ASKED_FOR = new Set(['send-mail', 'send-sms', 'send-code-mail', 'send-text', 'deliver-logout']);

const Old = defineAuditEvent({
  name: 'EveryJobSpecOld',
  retention: 'authentication',
  meaning: 'Only in this test',
  fields: { n: 'number' },
});

const folder = mkdtempSync(join(tmpdir(), 'csam-jobs-'));
const keyFile = join(folder, 'master.key');
const stores = ['PostgreSQL', ...(hasRedis ? ['Redis'] : [])];
let db: TestDatabase;
let redis: TestRedis | undefined;

beforeAll(async () => {
  db = await testDatabase();
  redis = hasRedis ? await testRedis() : undefined;
  await prepareQueueStore(db.url);
  writeFileSync(keyFile, randomBytes(32).toString('hex'));
  await giveEveryJobSomethingToDo();
});
afterAll(async () => {
  await db.drop();
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ago = (time: number): Clock => ({ now: () => new Date(Date.now() - time) });

async function giveEveryJobSomethingToDo(): Promise<void> {
  const { database } = db;
  const master = masterKeyFromFile(keyFile);
  const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
  const people = new PeopleStore(database, secrets.cipher, secrets.index);
  const { fedId } = await people.create({ enrolment: 'eid', language: 'fr' });
  await people.addContact(fedId, { kind: 'mail', value: 'every@example.be', primary: true, verified: true });
  const keys = new DigitalKeysStore(database);
  for (const left of [days(3), -days(1)])
    await keys.add({
      fedId,
      kind: 'certificate',
      enrolment: 'eid',
      expiresAt: new Date(Date.now() + left),
    });
  await database.query(
    `insert into agencies.agency (number, name, agreement_version, agreement_signed_at) values ($1, $2, '1', now())`,
    [AGENCY, JSON.stringify(WORDS)],
  );
  await new ContactStore(database, secrets).add({
    agency: AGENCY,
    address: 'out@age.example',
    language: 'nl',
  });
  const shared = {
    database,
    announcer: new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) }),
    audit: new AuditWriter({ database }),
  };
  const [by, reference] = ['spec', 'REF'];
  const rules = { leadDays: 7, reminderHours: 24 };
  const window = {
    components: ['my-keys'] as const,
    startsAt: new Date(Date.now() + days(0.5)),
    minutes: 30,
    impact: 'outage' as const,
    reason: WORDS,
  };
  const maintenance = new Maintenance({ ...shared, clock: ago(days(9)), rules });
  await maintenance.plan({ ...window, components: [...window.components] }, { by, reference });
  const incidents = new Incidents({
    ...shared,
    clock: ago(days(0.1)),
    rules: { failures: 1, successes: 1, vantagePoints: 1, quietMinutes: 1 },
  });
  const finding = { component: 'my-keys' as const, vantage: 'elsewhere', milliseconds: 1 };
  await incidents.note(
    { ...finding, works: false, problem: 'status-500', at: ago(days(0.2)).now() },
    reference,
  );
  await incidents.note({ ...finding, works: true, at: ago(days(0.1)).now() }, reference);
  await textMessages(secrets.cipher);
  await new AuditWriter({ database, clock: ago(days(20)) }).record(Old, { reference: 'OLD', data: { n: 1 } });
}

/** Of last month, to be settled, and of this one, beyond a cap. */
async function textMessages(cipher: FieldCipher): Promise<void> {
  const application = randomUUID();
  await db.database.query(
    `insert into operations.sms_price (valid_from, cents, created_by) values ('2020-01', 7, 'spec')`,
  );
  await db.database.query(
    `insert into messaging.sms (id, agency, application, encoding, segments, state, cost_period, charged_segments)
     select gen_random_uuid(), $1, $2, 'gsm-7', 1, 'delivered', to_char(month, 'YYYY-MM'), 1
       from unnest(array[now(), date_trunc('month', now()) - interval '1 day']) month, generate_series(1, 5)`,
    [AGENCY, application],
  );
  const cap = {
    application,
    agency: AGENCY,
    messages: 5,
    address: 'bills@age.example',
    language: 'nl' as const,
  };
  await new SmsCapStore(db.database, cipher).set(cap, 'spec');
}

const settings = (queueUrl: string): Config =>
  loadConfig({
    CSAM_ENV: 'demo',
    DATABASE_URL: db.url,
    QUEUE_URL: queueUrl,
    CSAM_MASTER_KEY_FILE: keyFile,
    CSAM_AUDIT_CHECKPOINT_FILE: join(folder, 'checkpoints'),
    // Nobody is there: probes find that, and mails wait.
    CSAM_PORT_BASE: '1100',
  });

it.each(stores)(
  'every job of the worker does its work under the rights of the worker, with queues in %s',
  async (store) => {
    const queueUrl = store === 'Redis' ? (redis?.url ?? '') : db.url;
    await prepareQueueStore(queueUrl);
    const lines: string[] = [];
    const log = createLogger('worker', 'info', { write: (line) => void lines.push(line) });
    const app = await createWorker(settings(queueUrl), log);
    const address = await app.listen({ port: 0 });
    try {
      await vi.waitFor(
        async () => {
          const measured = await (await fetch(`${address}/metrics`)).text();
          const outcomes = new Map(
            [...measured.matchAll(/csam_job_runs_total\{.*job="([\w-]+)",outcome="(\w+)".*\} [1-9]/g)].map(
              ([, job = '', outcome = '']) => [job, outcome],
            ),
          );
          const own = jobs.map(({ name }) => name).filter((name) => !ASKED_FOR.has(name));
          expect(Object.fromEntries(own.map((name) => [name, outcomes.get(name)]))).toEqual(
            Object.fromEntries(own.map((name) => [name, 'done'])),
          );
        },
        { timeout: 60_000, interval: 200 },
      );
    } finally {
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
