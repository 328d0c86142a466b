import { hours, minutes } from '#libs/kernel';
import { defineJob } from '#libs/queue';
import { SELDOM } from '../queues/seldom.js';

/** How often it is looked which documents are due; how often each is, it says itself. */
export const REFRESH_LOOK_EVERY = minutes(1);
export const CERTIFICATES_EVERY = hours(6);

/** A run that fails is not repeated, since the next one follows. */
export const refreshMetadataJob = defineJob<Record<string, never>>({
  name: 'refresh-metadata',
  queue: 'metadata',
  meaning: 'Fetches the metadata of SAML services that is due, from the addresses that they gave',
  attempts: 1,
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
});

/** The same pace for services that are few and on which every sign-in with them depends. */
export const refreshServiceMetadataJob = defineJob<Record<string, never>>({
  name: 'refresh-service-metadata',
  queue: 'metadata',
  meaning:
    'Fetches the metadata of recognised identity services that is due, from the addresses that they gave',
  attempts: 1,
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
});

export const watchCertificatesJob = defineJob<Record<string, never>>({
  name: 'watch-certificates',
  queue: 'metadata',
  meaning: 'Looks which certificates in the metadata of SAML services end soon',
  ...SELDOM,
});
