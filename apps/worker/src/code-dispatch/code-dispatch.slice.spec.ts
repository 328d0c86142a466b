import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import smpp, { type Pdu } from 'smpp';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '#libs/config';
import { Database } from '#libs/database';
import { createLogger, type App } from '#libs/http';
import { minutes } from '#libs/kernel';
import {
  ChannelStates,
  DirectPost,
  sendCodeMailJob,
  SendReports,
  sendSmsJob,
  type CodeMailContent,
  type SmsContent,
} from '#libs/messaging';
import { prepareQueueStore, QueueClient } from '#libs/queue';
import { FieldCipher, masterKeyFromFile } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { createWorker } from '../create-worker.js';

const folder = mkdtempSync(join(tmpdir(), 'csam-codes-'));
const texts: string[] = [];
const passwords: unknown[] = [];
const mails: string[] = [];
const logLines: string[] = [];

const centre = smpp.createServer((session) => {
  session.on('error', () => session.destroy());
  session.on('bind_transceiver', (pdu: Pdu & { password?: string }) => {
    passwords.push(pdu.password);
    session.send(pdu.response());
  });
  session.on('submit_sm', (pdu: Pdu) => {
    texts.push(String(pdu.short_message?.message));
    session.send(pdu.response({ message_id: `m${texts.length}` }));
    session.deliver_sm({ esm_class: 4, short_message: `id:m${texts.length} stat:DELIVRD err:000 text:` });
  });
  session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
});
const relay = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      mails.push(Buffer.concat(chunks).toString('utf8'));
      done();
    });
  },
});

let db: TestDatabase;
let fas: Database;
let app: App;
let queue: QueueClient;
let reports: SendReports;
let cipher: FieldCipher;

beforeAll(async () => {
  db = await testDatabase();
  await prepareQueueStore(db.url);
  centre.listen(0, '127.0.0.1');
  await once(centre, 'listening');
  await new Promise<void>((resolve) => {
    relay.listen(0, '127.0.0.1', resolve);
  });
  const masterKeyFile = join(folder, 'master.key');
  const passwordFile = join(folder, 'smsc');
  writeFileSync(masterKeyFile, randomBytes(32).toString('hex'));
  writeFileSync(passwordFile, 'kettle\n');
  const loaded = loadConfig({
    CSAM_ENV: 'demo',
    DATABASE_URL: db.url,
    QUEUE_URL: db.url,
    CSAM_MASTER_KEY_FILE: masterKeyFile,
  });
  const config = {
    ...loaded,
    mail: { ...loaded.mail, port: (relay.server.address() as AddressInfo).port },
    sms: { ...loaded.sms, port: (centre.address() as AddressInfo).port, passwordFile },
    operations: { ...loaded.operations, probeProfile: undefined },
  };
  app = await createWorker(
    config,
    createLogger('worker', 'info', { write: (line) => void logLines.push(line) }),
  );
  await app.listen({ port: 0 });
  fas = await Database.open({ url: db.url, role: 'csam_fas', maxConnections: 2 });
  queue = new QueueClient({ url: db.url });
  reports = new SendReports(fas);
  await reports.start();
  cipher = new FieldCipher(masterKeyFromFile(masterKeyFile));
});
afterAll(async () => {
  await app.close();
  await reports.stop();
  await queue.close();
  await fas.close();
  for (const session of centre.sessions) session.destroy();
  await new Promise<void>((resolve) => void centre.close(() => resolve()));
  await new Promise<void>((resolve) => void relay.close(() => resolve()));
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const road = () => ({
  queue,
  reports,
  cipher,
  channels: new ChannelStates(fas),
  longestQueue: 10,
  patience: 5_000,
});
const message = <C>(content: C) => ({
  id: randomUUID(),
  agency: '0671516647',
  application: randomUUID(),
  expiresAt: new Date(Date.now() + minutes(10)),
  content,
});

describe('the worker', () => {
  it('sends a code by text message and charges it once the centre confirms', async () => {
    const post = new DirectPost<SmsContent>({ ...road(), channel: 'sms', job: sendSmsJob });
    const sms = message({ to: '+32470000000', text: '012345 is uw code' });
    expect(await post.post(sms)).toEqual({ kind: 'accepted' });
    expect(texts).toEqual(['012345 is uw code']);
    expect(passwords).toEqual(['kettle']);
    await vi.waitFor(async () => {
      const rows = await db.database.query(
        'select id, agency, application, state, charged_segments from messaging.sms',
      );
      const { id, agency, application } = sms;
      expect(rows).toEqual([{ id, agency, application, state: 'delivered', charged_segments: 1 }]);
    }, 10_000);
  });

  it('sends a code by mail with the key of the message', async () => {
    const post = new DirectPost<CodeMailContent>({ ...road(), channel: 'code-mail', job: sendCodeMailJob });
    const service = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };
    const mail = message({
      to: 'lotte@example.org',
      language: 'nl' as const,
      data: { code: '012345', service, minutes: 10, host: 'fas.example' },
    });
    expect(await post.post(mail)).toEqual({ kind: 'accepted' });
    expect(mails[0]).toContain(`Message-ID: <${mail.id}@csam.example>`);
    expect(mails[0]).toContain('Subject: 012345 is uw beveiligingscode');
    expect(mails[0]).toMatch(/^@fas\.example #012345\r?$/m);
  });

  it('writes no number, mailbox or code to its log', () => {
    expect(logLines.join('')).not.toMatch(/32470000000|lotte|012345/);
  });
});
