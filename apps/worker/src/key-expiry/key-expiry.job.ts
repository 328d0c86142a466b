import { hours } from '#libs/kernel';
import { defineJob } from '#libs/queue';

export const KEY_EXPIRY_EVERY = hours(1);

/** A run that fails is not repeated, since the next one follows. */
export const watchKeyExpiryJob = defineJob<Record<string, never>>({
  name: 'watch-key-expiry',
  queue: 'housekeeping',
  meaning: 'Tells people which of their digital keys end soon, and ends those whose time is over',
  attempts: 1,
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
});
