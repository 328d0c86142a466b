import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { databaseMigrations, migrateDatabase } from '#libs/database';
import { handle, JobWorker, prepareQueueStore, QueueClient } from '#libs/queue';
import { BlindIndex, FieldCipher, MasterKey } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import {
  MailDelivery,
  mailTemplates,
  MailTransport,
  messagingMigrations,
  newSignInMail,
  Outbox,
  OutboxDispatcher,
  OutboxStore,
  sendMailJob,
  type NewSignIn,
} from './index.js';

export interface ReceivedMail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

/** A real mail relay that keeps what it gets; `answer` may refuse a recipient with an SMTP code. */
export async function mailSink(answer: (to: string) => number | undefined = () => undefined) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = answer(address);
      done(
        code === undefined
          ? undefined
          : Object.assign(new Error(`${address} refused`), { responseCode: code }),
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const messageId = /^message-id: (.*)$/im.exec(raw)?.[1]?.trim() ?? '';
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', messageId, raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    received,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

export const newSignIn: NewSignIn = {
  at: '2026-03-02T08:15:00Z',
  service: { nl: 'Mijn Proefdossier', fr: 'Mon dossier d’essai', de: 'Meine Probeakte', en: 'My trial file' },
  key: 'totp',
  place: 'Gent',
  address: '192.0.2.x',
  manageUrl: 'https://sma.example/',
};

/** The whole road of a message on a database of its own, with short waits. */
export async function messagingWorld() {
  const db: TestDatabase = await testDatabase();
  await migrateDatabase(db.url, [...databaseMigrations, ...messagingMigrations]);
  await prepareQueueStore(db.url);
  const master = MasterKey.fromSecret(randomBytes(32));
  const cipher = new FieldCipher(master);
  const outbox = new Outbox({ cipher, index: new BlindIndex(master) });
  const store = new OutboxStore(db.database);
  const queue = new QueueClient({ url: db.url });
  const job = { ...sendMailJob, attempts: 3, backoff: { kind: 'fixed' as const, delay: 30 } };
  const closers: (() => Promise<unknown>)[] = [];

  /** Mails whose receiver does not exist. */
  const unknownReceivers: string[] = [];
  const delivery = (transport: Pick<MailTransport, 'send'>, hold = 700) =>
    new MailDelivery({
      store,
      cipher,
      transport,
      templates: mailTemplates,
      attempts: job.attempts,
      hold,
      onUnknownReceiver: async (id) => unknownReceivers.push(id),
    });

  return {
    db,
    cipher,
    outbox,
    store,
    queue,
    job,
    delivery,
    unknownReceivers,
    add: (to: string, deduplicationKey: string, more: { expiresAfter?: number } = {}) =>
      db.database.transaction((tx) =>
        outbox.add(tx, {
          kind: 'mail',
          template: newSignInMail,
          to,
          language: 'nl',
          data: newSignIn,
          deduplicationKey,
          ...more,
        }),
      ),
    transport(port: number) {
      const transport = new MailTransport({ host: '127.0.0.1', port, from: 'CSAM <no-reply@csam.example>' });
      closers.push(async () => transport.close());
      return transport;
    },
    async worker(transport: Pick<MailTransport, 'send'>) {
      const deliver = delivery(transport);
      const worker = new JobWorker({
        url: db.url,
        queue: job.queue,
        lock: 500,
        handlers: [handle(job, async ({ outboxId }) => void (await deliver.deliver(outboxId)))],
      });
      closers.push(() => worker.close(0));
      await worker.start();
      return worker;
    },
    async dispatcher(more: { againAfter?: number; pollEvery?: number } = {}) {
      const dispatcher = new OutboxDispatcher({ database: db.database, queue, jobs: { mail: job }, ...more });
      closers.push(() => dispatcher.stop());
      await dispatcher.start();
      return dispatcher;
    },
    async states() {
      const rows = await db.database.query<{ state: string; count: string }>(
        'select state, count(*) from messaging.outbox group by state',
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
    },
    /** Stops all workers and dispatchers, and empties both stores. */
    async reset() {
      await Promise.all(closers.splice(0).map((close) => close()));
      await db.database.query('truncate messaging.outbox');
      await db.database.query('truncate bullmq.job, bullmq.dedup cascade');
    },
    async close() {
      await Promise.all(closers.splice(0).map((close) => close()));
      await queue.close();
      await db.drop();
    },
  };
}

export type MessagingWorld = Awaited<ReturnType<typeof messagingWorld>>;
