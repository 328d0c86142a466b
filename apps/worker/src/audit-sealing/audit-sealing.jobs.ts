import { hours, seconds } from '#libs/kernel';
import { defineJob } from '#libs/queue';
import { SELDOM } from '../queues/seldom.js';

export const SEAL_EVERY = seconds(20);
export const FORGET_EVERY = hours(6);

/** A run that fails is not repeated, since the next one follows. */
const ONCE = { attempts: 1, keepCompleted: { count: 10 }, keepFailed: { count: 100 } };

/** Apart from the housekeeping, which may take long: what is not sealed can be changed unseen. */
export const sealAuditJob = defineJob<Record<string, never>>({
  name: 'seal-audit',
  queue: 'audit',
  meaning: 'Puts new audit records under seal and keeps a signed checkpoint',
  ...ONCE,
});

export const forgetAuditJob = defineJob<Record<string, never>>({
  name: 'forget-audit',
  queue: 'audit',
  meaning: 'Removes audit records whose time is over, and the months that are empty then',
  ...SELDOM,
});
