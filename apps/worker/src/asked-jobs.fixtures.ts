import { randomUUID } from 'node:crypto';
import { parseApplicationFile, registerApplication } from '#libs/agencies';
import type { Database } from '#libs/database';
import { minutes } from '#libs/kernel';
import {
  accountAlertText,
  ChannelStates,
  DirectPost,
  newSignInMail,
  Outbox,
  sendCodeMailJob,
  SendReports,
  sendSmsJob,
  type CodeMailContent,
  type SmsContent,
} from '#libs/messaging';
import type { QueueClient } from '#libs/queue';
import { SigningKeyRing, type FieldCipher } from '#libs/security';
import {
  ensureServiceProviderKey,
  serviceProviderAddresses,
  serviceProviderMetadata,
} from '#libs/service-provider';
import { DeliveryStore } from '#libs/single-logout';
import { AGENCY, WORDS, type Secrets } from './every-job.fixtures.js';

/** What FAS and SMA leave behind: keys that sign, and the place where people keep theirs, which pays what they are told. */
export async function prepareOtherApps(
  database: Database,
  cipher: FieldCipher,
  baseUrl: string,
): Promise<void> {
  const parsed = parseApplicationFile({
    agency: AGENCY,
    environment: 'INT',
    name: WORDS,
    minimumLevel: 200,
    keys: ['password'],
    contexts: ['citizen'],
    attributes: [],
    saml: { metadataFile: 'none', requireSignedRequests: true },
  });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
  await new SigningKeyRing({ database, cipher }).ensure('oidc');
  const key = await ensureServiceProviderKey(database, cipher, 'sma');
  const metadata = serviceProviderMetadata({ ...serviceProviderAddresses(baseUrl), key });
  const outcome = await database.transaction((tx) => registerApplication(tx, parsed.file, metadata));
  if (outcome.kind === 'refused') throw new Error(outcome.problem);
}

export interface Asking {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly queue: QueueClient;
  /** Where a service waits to hear of logouts. */
  readonly service: string;
}

/** Causes one of each job that runs because something happened. */
export async function askForEachJob({ database, secrets, queue, service }: Asking): Promise<void> {
  const text = {
    kind: 'sms' as const,
    template: accountAlertText,
    to: '+32470000000',
    language: 'nl' as const,
    data: { what: 'phone-added' as const },
    deduplicationKey: randomUUID(),
  };
  const mail = {
    kind: 'mail' as const,
    template: newSignInMail,
    to: 'lotte@example.org',
    language: 'fr' as const,
    data: {
      at: '2026-03-02T08:15:00Z',
      service: WORDS,
      key: 'password' as const,
      address: '192.0.2.x',
      manageUrl: 'https://sma.example/',
    },
    deduplicationKey: randomUUID(),
  };
  await database.transaction(async (tx) => {
    await new Outbox(secrets).add(tx, text);
    await new Outbox(secrets).add(tx, mail);
  });
  const logout = randomUUID();
  await database.query(
    `insert into single_logout.logout (id, session_uid, cause, state, starter, proven, expires_at)
     values ($1, $1, 'person', 'under-way', '{}', true, now() + interval '1 hour')`,
    [logout],
  );
  const details = { audience: 'a', index: 's', subject: 'p', algorithm: 'RS256' as const, address: service };
  const told = { protocol: 'oidc' as const, channel: 'back' as const, messageId: randomUUID(), details };
  await new DeliveryStore(database).add(logout, [{ applicationId: randomUUID(), ...told }]);
  await askForCodes({ database, secrets, queue });
}

async function askForCodes({ database, secrets, queue }: Omit<Asking, 'service'>): Promise<void> {
  const reports = new SendReports(database);
  await reports.start();
  const { cipher } = secrets;
  const road = {
    queue,
    reports,
    cipher,
    channels: new ChannelStates(database),
    longestQueue: 10,
    patience: 10_000,
  };
  const sms = new DirectPost<SmsContent>({ ...road, channel: 'sms', job: sendSmsJob });
  const mail = new DirectPost<CodeMailContent>({ ...road, channel: 'code-mail', job: sendCodeMailJob });
  const message = <C>(content: C) => ({
    id: randomUUID(),
    agency: AGENCY,
    application: randomUUID(),
    expiresAt: new Date(Date.now() + minutes(10)),
    content,
  });
  await sms.post(message({ to: '+32470000000', text: '012345' }));
  const data = { code: '012345', service: WORDS, minutes: 10, host: 'fas.example' };
  await mail.post(message({ to: 'lotte@example.org', language: 'nl', data }));
  await reports.stop();
}
