import { seconds, systemClock, type Clock } from '#libs/kernel';
import type { Queryable } from './queryable.js';

/** Further apart than this from the database's clock, and codes, tokens and limits would be judged wrongly. */
const MOST_SKEW = seconds(10);

/**
 * What has to hold before a process that uses this database may get requests: it answers, and its clock and ours agree.
 * All processes share its clock, so one that went astray takes itself out of service.
 */
export const databaseChecks = (
  database: () => Queryable,
  clock: Clock = systemClock,
): { readonly database: () => Promise<unknown>; readonly clock: () => Promise<void> } => ({
  database: () => database().query('select 1'),
  async clock() {
    const before = clock.now().getTime();
    const [row] = await database().query<{ now: Date }>('select clock_timestamp() as now');
    const after = clock.now().getTime();
    const theirs = row?.now.getTime() ?? Number.NaN;
    // Somewhere between the two moments it read its clock.
    const apart = Math.max(before - theirs, theirs - after);
    if (!(apart <= MOST_SKEW)) throw new Error(`the clock differs by ${apart} ms`);
  },
});
