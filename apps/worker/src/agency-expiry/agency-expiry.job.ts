import { hours } from '#libs/kernel';
import { defineJob } from '#libs/queue';

export const AGENCY_EXPIRY_EVERY = hours(6);

/** A run that fails is not repeated, since the next one follows. */
export const watchAuthorisationsJob = defineJob<Record<string, never>>({
  name: 'watch-authorisations',
  queue: 'housekeeping',
  meaning: 'Tells agencies which of their authorisations for personal data end soon',
  attempts: 1,
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
});
