import type { Queryable } from '#libs/database';
import { days } from '#libs/kernel';
import type { Retention } from '../audit-event.js';

/** Days that records of each class are kept. */
export type RetentionPeriods = Readonly<Record<Retention, number>>;

/** Removes records whose time is over, class by class, and months that are empty then; returns how many. */
export async function forgetAudit(database: Queryable, keep: RetentionPeriods, now: Date): Promise<number> {
  let removed = 0;
  for (const [chain, period] of Object.entries(keep)) {
    const before = new Date(now.getTime() - days(period));
    const [row] = await database.query<{ removed: string }>('select audit.forget($1, $2) as removed', [
      chain,
      before,
    ]);
    removed += Number(row?.removed ?? 0);
  }
  return removed;
}
