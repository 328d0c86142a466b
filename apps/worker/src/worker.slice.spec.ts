import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AuditWriter } from '#libs/audit';
import { loadConfig, type Config } from '#libs/config';
import { Database } from '#libs/database';
import { createLogger, type App } from '#libs/http';
import { newSignInMail, Outbox } from '#libs/messaging';
import { Metrics } from '#libs/metrics';
import { prepareQueueStore } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { testDatabase, type TestDatabase, specRecordKeys } from '#libs/testing';
import { createWorker } from './create-worker.js';
import { Expiry } from './expiry/expiry.js';
import { ExpiredRows } from './expiry/expired-rows.js';
import { consultations, expiringTables } from './expiry/expiring-tables.js';

const folder = mkdtempSync(join(tmpdir(), 'csam-worker-'));
const mails: string[] = [];
const logLines: string[] = [];
const relay = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    stream.resume();
    stream.on('end', () => {
      mails.push(session.envelope.rcptTo[0]?.address ?? '');
      done();
    });
  },
});
let db: TestDatabase;
let config: Config;
let app: App;
let address: string;

beforeAll(async () => {
  db = await testDatabase();
  await prepareQueueStore(db.url);
  await new Promise<void>((resolve) => {
    relay.listen(0, '127.0.0.1', resolve);
  });
  const keyFile = join(folder, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('hex'));
  const loaded = loadConfig({
    CSAM_ENV: 'demo',
    DATABASE_URL: db.url,
    QUEUE_URL: db.url,
    CSAM_MASTER_KEY_FILE: keyFile,
  });
  config = {
    ...loaded,
    mail: { ...loaded.mail, port: (relay.server.address() as AddressInfo).port },
    operations: { ...loaded.operations, probeProfile: undefined },
  };
  app = await createWorker(
    config,
    createLogger('worker', 'info', { write: (line) => void logLines.push(line) }),
  );
  address = await app.listen({ port: 0 });
});
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => void relay.close(() => resolve()));
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const addMail = (to: string) => {
  const master = masterKeyFromFile(config.masterKeyFile);
  const outbox = new Outbox({ cipher: new FieldCipher(master), index: new BlindIndex(master) });
  return db.database.transaction((tx) =>
    outbox.add(tx, {
      kind: 'mail',
      template: newSignInMail,
      to,
      language: 'fr',
      data: {
        at: '2026-03-02T08:15:00Z',
        service: { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' },
        key: 'password',
        address: '192.0.2.x',
        manageUrl: 'https://sma.example/',
      },
      deduplicationKey: to,
    }),
  );
};

describe('the worker', () => {
  it('is ready when its database and its queue answer', async () => {
    const response = await fetch(`${address}/health/ready`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ checks: { database: 'up', queue: 'up' } });
  });

  it('sends what is put in the outbox, and says in no log to whom', async () => {
    await addMail('lotte@example.org');
    await vi.waitFor(() => expect(mails).toEqual(['lotte@example.org']), 15_000);
    expect(logLines.join('')).not.toContain('lotte');
  });

  it('counts jobs by state, for operators and for Prometheus', async () => {
    const status = await fetch(`${address}/queues`);
    expect(await status.json()).toMatchObject({ outbox: { failed: 0 }, queues: { messages: { failed: 0 } } });
    await vi.waitFor(async () => {
      const metrics = await (await fetch(`${address}/metrics`)).text();
      expect(metrics).toMatch(/csam_outbox_failed\{.*\} 0/);
      expect(metrics).toMatch(/csam_queue_messages_completed\{.*\} 1/);
      expect(metrics).toMatch(/csam_job_runs_total\{.*task="send-mail",outcome="done".*\} 1/);
    }, 15_000);
  });

  it('stops gracefully: a mail written afterwards waits for the next worker', async () => {
    await app.close();
    await addMail('next@example.org');
    app = await createWorker(config, createLogger('worker', 'silent'));
    address = await app.listen({ port: 0 });
    await vi.waitFor(() => expect(mails).toContain('next@example.org'), 15_000);
    expect(mails).toHaveLength(2);
  });
});

describe('expired rows', () => {
  it('PR-6 are deleted, the others stay', async () => {
    await db.database.query(
      `insert into fas.saml_request_seen (id, expires_at)
       select 'old-' || n, now() - interval '1 second' from generate_series(1, 12000) n
       union all select 'new', now() + interval '1 hour'`,
    );
    await db.database.query(
      `insert into security.throttle (purpose, target, failures, consecutive, last_failed_at) values
         ('password-address', 'a', 9, 90, now() - interval '2 days'),
         ('password-username', 'b', 9, 90, now() - interval '90 days'),
         ('password-username', 'c', 1, 1, now() - interval '90 days'),
         ('password-username', 'd', 1, 1, now())`,
    );
    const reports = await new ExpiredRows(db.database, expiringTables).remove();
    expect(reports.filter(({ error }) => error !== undefined)).toEqual([]);
    expect(reports.find(({ table }) => table === 'fas.saml_request_seen')?.removed).toBe(12_000);
    expect(await db.database.query('select id from fas.saml_request_seen')).toEqual([{ id: 'new' }]);
    expect(await db.database.query('select target from security.throttle order by target')).toEqual([
      { target: 'b' },
      { target: 'd' },
    ]);
  });

  it('may be deleted by the role of the worker in every table of the list', async () => {
    const worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 1 });
    try {
      const reports = await new ExpiredRows(worker, [...expiringTables, consultations(10)]).remove();
      expect(reports.filter(({ error }) => error !== undefined)).toEqual([]);
    } finally {
      await worker.close();
    }
  });

  it('PR-6 LE-11 of consultations go when their ten years are over, and no day before; that is on record', async () => {
    const at = (days: number) =>
      db.database.query(
        `insert into aps.consultation (id, occurred_at, subject, application, agency, journey, token_id, purpose,
                                       context, results, reference)
         values ($1, now() - $2 * interval '1 day', repeat('a', 40), 'a', '0316380841', 'j', $1, 'sign-in',
                 'citizen', '[]', 'r')`,
        [`day-${days}`, days],
      );
    await at(10 * 366 - 1);
    await at(10 * 366 + 1);
    const worker = await Database.open({ url: db.url, role: 'csam_worker', maxConnections: 1 });
    try {
      const expiry = new Expiry(
        new ExpiredRows(worker, [consultations(10)]),
        new AuditWriter({ database: worker, keys: specRecordKeys(worker) }),
        createLogger('worker', 'silent'),
        new Metrics('worker'),
      );
      await expiry.handler.run({}, { number: 1, last: true });
      await expiry.handler.run({}, { number: 1, last: true });
    } finally {
      await worker.close();
    }
    expect(await db.database.query('select id from aps.consultation')).toEqual([{ id: 'day-3659' }]);
    expect(await db.database.query("select data from audit.event where name = 'RecordsDestroyed'")).toEqual([
      { data: { what: 'aps.consultation', removed: 1 } },
    ]);
  });

  it('of one table that cannot be cleaned keep no other from it', async () => {
    await db.database.query("update fas.saml_request_seen set expires_at = now() - interval '1 hour'");
    const reports = await new ExpiredRows(db.database, [
      { table: 'fas.no_such_table', column: 'expires_at' },
      { table: 'fas.saml_request_seen', column: 'expires_at' },
    ]).remove();
    expect(reports.map(({ removed, error }) => [removed, error !== undefined])).toEqual([
      [0, true],
      [1, false],
    ]);
  });
});
