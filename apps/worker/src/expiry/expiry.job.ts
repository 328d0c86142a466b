import { minutes } from '#libs/kernel';
import { defineJob } from '#libs/queue';

export const EXPIRY_EVERY = minutes(1);

/** Each minute; a run that fails is not repeated, since the next one follows. */
export const removeExpiredRowsJob = defineJob<Record<string, never>>({
  name: 'remove-expired-rows',
  queue: 'housekeeping',
  meaning: 'Deletes rows that lost their meaning: logins given up, used codes, ended sessions, old messages',
  attempts: 1,
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
});
