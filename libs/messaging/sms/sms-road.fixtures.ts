import { randomBytes, randomUUID } from 'node:crypto';
import { Database } from '#libs/database';
import { minutes } from '#libs/kernel';
import { handle, JobWorker, prepareQueueStore, QueueClient } from '#libs/queue';
import { FieldCipher, MasterKey } from '#libs/security';
import { testDatabase } from '#libs/testing';
import {
  ChannelStates,
  DirectDelivery,
  DirectPost,
  SendReports,
  sendSmsJob,
  SmppGateway,
  SmsSender,
  SmsStore,
  type SmsContent,
} from '../index.js';

export const AGENCY = '0671516647';
export const APPLICATION = '3f8e1d52-0000-4000-8000-000000000001';

export interface SmsRow {
  readonly state: string;
  readonly segments: number;
  readonly charged_segments: number | null;
  readonly cost_period: string | null;
  readonly attempts: number;
  readonly last_error: string | null;
}

/** The whole road of a text message on a database of its own, with short waits and with the rights of the apps. */
export async function smsRoad(port: number) {
  const db = await testDatabase();
  await prepareQueueStore(db.url);
  const [fas, worker] = await Promise.all([
    Database.open({ url: db.url, role: 'csam_fas', maxConnections: 3 }),
    Database.open({ url: db.url, role: 'csam_worker', maxConnections: 6 }),
  ]);
  const cipher = new FieldCipher(MasterKey.fromSecret(randomBytes(32)));
  const queue = new QueueClient({ url: db.url });
  const reports = new SendReports(fas);
  await reports.start();
  const job = { ...sendSmsJob, attempts: 4, backoff: { kind: 'fixed' as const, delay: 50 } };
  const closers: (() => Promise<unknown>)[] = [];

  return {
    db,
    queue,
    job,
    states: new ChannelStates(worker),
    store: new SmsStore(worker),
    newId: () => randomUUID(),

    post: (more: { longestQueue?: number; patience?: number } = {}) =>
      new DirectPost<SmsContent>({
        channel: 'sms',
        job,
        queue,
        reports,
        cipher,
        channels: new ChannelStates(fas),
        longestQueue: 100,
        // A busy machine is no fault of the road.
        patience: 8_000,
        ...more,
      }),

    message: (content: SmsContent, more: { id?: string; life?: number } = {}) => ({
      id: more.id ?? randomUUID(),
      agency: AGENCY,
      application: APPLICATION,
      expiresAt: new Date(Date.now() + (more.life ?? minutes(10))),
      content,
    }),

    gateway(patience = 400) {
      const gateway = new SmppGateway({
        host: '127.0.0.1',
        port,
        systemId: 'csam',
        password: '',
        sender: 'CSAM',
        patience,
      });
      closers.push(() => gateway.close());
      return gateway;
    },

    delivery(gateway: SmppGateway, more: { closedFor?: number; simChangedCode?: string } = {}) {
      const { simChangedCode, closedFor = 300 } = more;
      const sender = new SmsSender({
        gateway,
        store: new SmsStore(worker),
        ...(simChangedCode && { simChangedCode }),
      });
      return new DirectDelivery({ channel: 'sms', database: worker, cipher, sender, closedFor });
    },

    async worker(delivery: Pick<DirectDelivery<SmsContent>, 'deliver'>) {
      const made = new JobWorker({
        url: db.url,
        queue: job.queue,
        lock: 500,
        handlers: [handle(job, (payload, attempt) => delivery.deliver(payload, attempt))],
      });
      closers.push(() => made.close(0));
      await made.start();
      return made;
    },

    async row(id: string): Promise<SmsRow | undefined> {
      const [row] = await db.database.query<SmsRow>('select * from messaging.sms where id = $1', [id]);
      return row;
    },

    /** Stops workers and gateways, and empties queue and account. */
    async reset() {
      await Promise.all(closers.splice(0).map((close) => close()));
      await db.database.query('truncate bullmq.job, bullmq.dedup cascade');
      await db.database.query(
        'truncate messaging.channel_state, messaging.sms_receipt, messaging.sms cascade',
      );
    },

    async close() {
      await Promise.all(closers.splice(0).map((close) => close()));
      await Promise.all([reports.stop(), queue.close()]);
      await Promise.all([fas.close(), worker.close()]);
      await db.drop();
    },
  };
}

export type SmsRoad = Awaited<ReturnType<typeof smsRoad>>;
