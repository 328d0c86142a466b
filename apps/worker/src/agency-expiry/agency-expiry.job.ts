import { hours } from '#libs/kernel';
import { defineJob } from '#libs/queue';
import { SELDOM } from '../queues/seldom.js';

export const AGENCY_EXPIRY_EVERY = hours(6);

export const watchAuthorisationsJob = defineJob<Record<string, never>>({
  name: 'watch-authorisations',
  queue: 'housekeeping',
  meaning: 'Tells agencies which of their authorisations for personal data end soon',
  ...SELDOM,
});
