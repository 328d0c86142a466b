import { ApplicationsStore } from '#libs/agencies';
import type { Config } from '#libs/config';
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

/** The handler of {@link countUsageJob}. What our own probes do is no use of anything. */
export const usageCounting = (database: Database, { operations }: Pick<Config, 'operations'>): HandledJob =>
  handle(countUsageJob, async () => {
    const probes = await idsOfProbes(new ApplicationsStore(database), operations);
    while (await countUsage(database, systemClock.now(), probes)) continue;
  });

async function idsOfProbes(
  applications: ApplicationsStore,
  { probeClient, probeService, probeProfile }: Config['operations'],
): Promise<string[]> {
  // A service that others use too is counted whole; only probes to the end have services of their own.
  if (probeProfile === undefined) return [];
  const found = [
    probeClient?.secretFile && (await applications.findByClientId(probeClient.id)),
    probeService && (await applications.findByEntityId(probeService.entityId)),
  ];
  return found.flatMap((application) => (application ? [application.id] : []));
}
