import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '#libs/database';
import { minutes } from '#libs/kernel';
import {
  ChannelStates,
  DirectPost,
  newSignInMail,
  Outbox,
  sendSmsJob,
  type SmsContent,
} from '#libs/messaging';
import { QueueClient } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile } from '#libs/security';
import { startStack, type RunningStack } from '../support/stack.js';

/** Messages of each kind; a thousand take minutes: `CSAM_MASS=1000`. */
const MASS = Number(process.env.CSAM_MASS ?? 200);
const PATIENCE = minutes(4);

let stack: RunningStack;
let database: Database;
let queue: QueueClient;

beforeAll(async () => {
  // A stack of its own: nobody else may lose the worker.
  stack = await startStack({ apps: ['sandbox', 'worker'], settings: { CSAM_TAKE_OVER_SECONDS: '3' } });
  database = await Database.open({ url: stack.databaseUrl, maxConnections: 4 });
  queue = new QueueClient({ url: stack.databaseUrl });
}, PATIENCE);
afterAll(async () => {
  await queue?.close();
  await database?.close();
  await stack?.stop();
}, PATIENCE);

async function received(kind: 'mail' | 'sms'): Promise<string[]> {
  const response = await fetch(`${stack.addresses.sandbox}/${kind}.json`);
  const list = (await response.json()) as { to: string; text: string }[];
  return list
    .map(({ to, text }) => (kind === 'mail' ? to : text))
    .filter((mark) => (kind === 'mail' ? mark.endsWith('@mass.example') : mark.startsWith('mass ')));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to that in time.');
    await sleep(100);
  }
}

async function writeMessages(): Promise<void> {
  const master = masterKeyFromFile(String(stack.env.CSAM_MASTER_KEY_FILE));
  const cipher = new FieldCipher(master);
  const outbox = new Outbox({ cipher, index: new BlindIndex(master) });
  const name = { nl: 'a', fr: 'b', de: 'c', en: 'd' };
  const data = {
    at: new Date().toISOString(),
    service: name,
    key: 'totp' as const,
    address: 'x',
    manageUrl: 'https://x.example',
  };
  await database.transaction(async (tx) => {
    for (let n = 0; n < MASS; n += 1) {
      const to = `n${n}@mass.example`;
      await outbox.add(tx, {
        kind: 'mail',
        template: newSignInMail,
        to,
        language: 'nl',
        data,
        deduplicationKey: to,
      });
    }
  });
  const post = new DirectPost<SmsContent>({
    channel: 'sms',
    job: sendSmsJob,
    queue,
    channels: new ChannelStates(database),
    // Nobody waits for what becomes of these.
    reports: { expect: async () => undefined },
    cipher,
    longestQueue: 10_000,
    patience: minutes(1),
  });
  const shared = {
    agency: '0671516647',
    application: randomUUID(),
    expiresAt: new Date(Date.now() + minutes(30)),
  };
  for (let n = 0; n < MASS; n += 1) {
    const to = `+3246${String(1_000_000 + n)}`;
    await post.post({ ...shared, id: randomUUID(), content: { to, text: `mass ${n}` } });
  }
}

it('RF-1 a worker that is killed again and again loses no mail and no text message, and sends none twice', async () => {
  await stack.stopApp('worker');
  await writeMessages();
  for (const share of [0.2, 0.5, 0.8]) {
    await stack.startApp('worker');
    await until(async () => {
      const [mails, texts] = await Promise.all([received('mail'), received('sms')]);
      return mails.length >= MASS * share || texts.length >= MASS * share;
    });
    await stack.stopApp('worker', { hard: true });
  }
  await stack.startApp('worker');
  await until(async () => {
    const [mails, texts] = await Promise.all([received('mail'), received('sms')]);
    return new Set(mails).size >= MASS && new Set(texts).size >= MASS;
  });
  expect((await received('mail')).length).toBe(MASS);
  expect((await received('sms')).length).toBe(MASS);
}, 300_000);
