import { ensureAuditPartitions } from '#libs/audit';
import type { Database } from '#libs/database';
import { hours } from '#libs/kernel';
import { defineJob, handle, type HandledJob } from '#libs/queue';
import { SELDOM } from '../queues/seldom.js';

/** Twice a day leaves weeks of failures before a month would begin without its partition. */
export const AUDIT_PARTITIONS_EVERY = hours(12);

export const prepareAuditPartitionsJob = defineJob<Record<string, never>>({
  name: 'prepare-audit-partitions',
  queue: 'housekeeping',
  meaning: 'Makes the partitions in which the audit record of this month and the next ones is kept',
  ...SELDOM,
});

/** The handler of {@link prepareAuditPartitionsJob}. */
export const prepareAuditPartitions = (database: Database): HandledJob =>
  handle(prepareAuditPartitionsJob, () => ensureAuditPartitions(database));
