import type { Database } from '#libs/database';
import { minutes, systemClock } from '#libs/kernel';
import { countUsage } from '#libs/operations';
import { defineJob, handle, type HandledJob } from '#libs/queue';

export const USAGE_EVERY = minutes(5);

/** A run that fails is not repeated, since the next one follows. */
export const countUsageJob = defineJob<Record<string, never>>({
  name: 'count-usage',
  queue: 'housekeeping',
  meaning: 'Counts sign-ins and failures of each application from the audit record, by hour and day',
  attempts: 1,
  keepCompleted: { count: 10 },
  keepFailed: { count: 100 },
});

/** The handler of {@link countUsageJob}. */
export const usageCounting = (database: Database): HandledJob =>
  handle(countUsageJob, async () => {
    while (await countUsage(database, systemClock.now())) continue;
  });
