import { seconds } from '#libs/kernel';
import { defineJob } from '#libs/queue';

/**
 * Tells one service by the back channel that a session ended. Waits 2 s after the first failure and twice as long after
 * each next one, about eight minutes in all.
 */
export const deliverLogoutJob = defineJob<{ deliveryId: string }>({
  name: 'deliver-logout',
  queue: 'logout',
  meaning: 'Tells one service that a sign-in session ended',
  attempts: 9,
  backoff: { kind: 'exponential', delay: seconds(2) },
  deduplicate: ({ deliveryId }) => deliveryId,
});
