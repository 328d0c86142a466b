import { databaseChecks } from '#libs/database';
import type { HealthChecks } from '#libs/http';
import type { FasServices } from './fas-services.js';

/** What has to answer before this process can serve. */
export function checksOf({ database, redis }: FasServices): HealthChecks {
  return {
    ...databaseChecks(() => database),
    ...(redis !== undefined && { state: () => redis.ping() }),
  };
}
