import { seconds } from '#libs/kernel';
import { defineJob } from '#libs/queue';

export const MESSAGES_QUEUE = 'messages';

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
