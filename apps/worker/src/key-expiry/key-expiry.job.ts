import { hours } from '#libs/kernel';
import { defineJob } from '#libs/queue';
import { SELDOM } from '../queues/seldom.js';

export const KEY_EXPIRY_EVERY = hours(1);

export const watchKeyExpiryJob = defineJob<Record<string, never>>({
  name: 'watch-key-expiry',
  queue: 'housekeeping',
  meaning: 'Tells people which of their digital keys end soon, and ends those whose time is over',
  ...SELDOM,
});
