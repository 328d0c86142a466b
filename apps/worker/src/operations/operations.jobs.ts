import { hours, minutes } from '#libs/kernel';
import { defineJob } from '#libs/queue';
import { SELDOM } from '../queues/seldom.js';

export const NEWS_EVERY = minutes(1);

/** A run that fails is not repeated, since the next one follows. */
const ONCE = { attempts: 1, keepCompleted: { count: 10 }, keepFailed: { count: 100 } };

export const tellNewsJob = defineJob<Record<string, never>>({
  name: 'tell-news',
  queue: 'operations',
  meaning: 'Reminds contacts of planned maintenance, and tells them what works again',
  ...ONCE,
});

export const probeServicesJob = defineJob<Record<string, never>>({
  name: 'probe-services',
  queue: 'probes',
  meaning: 'Tries every component from one place, and opens or closes incidents by what it finds',
  ...ONCE,
});

/** Every place has a queue of its own, so that a place is never probed from another. */
export const atPlace = <J extends { readonly queue: string }>(job: J, vantage: string): J => ({
  ...job,
  queue: `${job.queue}_${vantage}`,
});

export const SETTLE_EVERY = hours(6);

export const settleSmsJob = defineJob<Record<string, never>>({
  name: 'settle-sms',
  queue: 'operations',
  meaning: 'Writes what each agency owes for the text messages of last month',
  ...SELDOM,
});

export const CAPS_EVERY = minutes(15);

export const watchSmsCapsJob = defineJob<Record<string, never>>({
  name: 'watch-sms-caps',
  queue: 'operations',
  meaning: 'Tells agencies that the text messages of a month come near to the cap that they set',
  ...SELDOM,
});
