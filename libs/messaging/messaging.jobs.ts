import { hours, seconds } from '#libs/kernel';
import { defineJob } from '#libs/queue';
import type { DirectPayload } from './direct/direct-post.js';

export const MESSAGES_QUEUE = 'messages';
/** Each has a queue of its own: a centre or relay that hangs holds up nothing else. */
export const SMS_QUEUE = 'sms';
export const CODE_MAIL_QUEUE = 'code_mail';
/** Text messages that nobody waits for. */
export const TEXT_QUEUE = 'texts';

/**
 * Sends one mail. Waits 5 s after the first failure and twice as long after each next one, about 40 minutes
 * in all, then the mail is parked.
 */
export const sendMailJob = defineJob<{ outboxId: string }>({
  name: 'send-mail',
  queue: MESSAGES_QUEUE,
  meaning: 'Sends one mail of the outbox',
  attempts: 10,
  backoff: { kind: 'exponential', delay: seconds(5) },
  deduplicate: ({ outboxId }) => outboxId,
});

/** Sends one text message of the outbox that is no code; as patient as mail, on a queue of its own. */
export const sendTextJob = defineJob<{ outboxId: string }>({
  name: 'send-text',
  queue: TEXT_QUEUE,
  meaning: 'Sends one text message of the outbox',
  attempts: 10,
  backoff: { kind: 'exponential', delay: seconds(5) },
  deduplicate: ({ outboxId }) => outboxId,
});

/** What both have in common: over within the ten minutes that a code lives, and nothing of it stays in the queue. */
const SHORT_LIVED = {
  attempts: 9,
  backoff: { kind: 'exponential' as const, delay: seconds(1) },
  keepCompleted: { count: 0 },
  keepFailed: { count: 200, age: hours(1) },
  deduplicate: ({ id }: DirectPayload) => id,
};

export const sendSmsJob = defineJob<DirectPayload>({
  name: 'send-sms',
  queue: SMS_QUEUE,
  meaning: 'Sends one text message with a security code',
  ...SHORT_LIVED,
});

export const sendCodeMailJob = defineJob<DirectPayload>({
  name: 'send-code-mail',
  queue: CODE_MAIL_QUEUE,
  meaning: 'Sends one mail with a security code',
  ...SHORT_LIVED,
});
