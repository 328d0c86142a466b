import { sendCodeMailJob, sendMailJob, sendSmsJob, sendTextJob } from '#libs/messaging';
import type { JobDefinition } from '#libs/queue';
import { deliverLogoutJob } from '#libs/single-logout';
import { watchAuthorisationsJob } from './agency-expiry/agency-expiry.job.js';
import { prepareAuditPartitionsJob } from './audit-partitions/audit-partitions.job.js';
import { removeExpiredRowsJob } from './expiry/expiry.job.js';
import { forgetAuditJob, sealAuditJob } from './audit-sealing/audit-sealing.jobs.js';
import {
  atPlace,
  probeServicesJob,
  settleSmsJob,
  tellNewsJob,
  watchSmsCapsJob,
} from './operations/operations.jobs.js';
import { watchKeyExpiryJob } from './key-expiry/key-expiry.job.js';
import {
  refreshMetadataJob,
  refreshServiceMetadataJob,
  watchCertificatesJob,
} from './metadata-refresh/metadata-refresh.jobs.js';
import { countUsageJob } from './usage/usage.job.js';

/** Every job there is. */
export const jobs: readonly Pick<JobDefinition, 'name' | 'queue' | 'meaning'>[] = [
  sendMailJob,
  sendSmsJob,
  sendCodeMailJob,
  sendTextJob,
  deliverLogoutJob,
  removeExpiredRowsJob,
  prepareAuditPartitionsJob,
  watchKeyExpiryJob,
  watchAuthorisationsJob,
  refreshMetadataJob,
  refreshServiceMetadataJob,
  watchCertificatesJob,
  sealAuditJob,
  forgetAuditJob,
  tellNewsJob,
  probeServicesJob,
  settleSmsJob,
  watchSmsCapsJob,
  countUsageJob,
];

/** The same for a worker at one place. It refuses to start unless each has exactly one handler. */
export const jobsFrom = (vantage: string): typeof jobs =>
  jobs.map((job) => (job.name === probeServicesJob.name ? atPlace(job, vantage) : job));
