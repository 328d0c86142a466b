import { sendCodeMailJob, sendMailJob, sendSmsJob } from '#libs/messaging';
import type { JobDefinition } from '#libs/queue';
import { deliverLogoutJob } from '#libs/single-logout';
import { prepareAuditPartitionsJob } from './audit-partitions/audit-partitions.job.js';
import { removeExpiredRowsJob } from './expiry/expiry.job.js';
import { refreshMetadataJob, watchCertificatesJob } from './metadata-refresh/metadata-refresh.jobs.js';

/** Every job there is. The worker refuses to start unless each has exactly one handler. */
export const jobs: readonly Pick<JobDefinition, 'name' | 'queue' | 'meaning'>[] = [
  sendMailJob,
  sendSmsJob,
  sendCodeMailJob,
  deliverLogoutJob,
  removeExpiredRowsJob,
  prepareAuditPartitionsJob,
  refreshMetadataJob,
  watchCertificatesJob,
];
