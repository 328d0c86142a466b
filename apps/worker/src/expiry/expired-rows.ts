import type { Database } from '#libs/database';
import type { ExpiringTable } from './expiring-tables.js';

export interface RemovalReport {
  readonly table: string;
  readonly removed: number;
  /** To be put on record. */
  readonly recorded: boolean;
  readonly error?: unknown;
}

const BATCH = 5_000;
const LONGEST_RUN = 200;

/**
 * Deletes what has expired, in short transactions that lock little. A table that cannot be cleaned does not
 * keep the others from it. Moments are the database's.
 */
export class ExpiredRows {
  constructor(
    private readonly database: Database,
    private readonly tables: readonly ExpiringTable[],
  ) {}

  async remove(): Promise<RemovalReport[]> {
    const reports: RemovalReport[] = [];
    for (const table of this.tables) reports.push(await this.removeFrom(table));
    return reports;
  }

  private async removeFrom(expiring: ExpiringTable): Promise<RemovalReport> {
    const { table, recorded = false } = expiring;
    let removed = 0;
    try {
      for (let batch = 0; batch < LONGEST_RUN; batch++) {
        const rows = await this.removeBatch(expiring);
        removed += rows;
        if (rows < BATCH) break;
      }
      return { table, removed, recorded };
    } catch (error) {
      return { table, removed, recorded, error };
    }
  }

  private removeBatch({ table, column, keepFor = 0, condition = 'true' }: ExpiringTable): Promise<number> {
    const expired = `${column} < now() - ${keepFor} * interval '1 millisecond' and ${condition}`;
    // Compared again after the choice: a session that was prolonged meanwhile stays.
    const statement = `with removed as (
        delete from ${table}
         where ctid = any(array(select ctid from ${table} where ${expired} limit ${BATCH})) and ${expired}
        returning 1
      ) select count(*)::int as count from removed`;
    return this.database.transaction(
      async (tx) => (await tx.query<{ count: number }>(statement))[0]?.count ?? 0,
      { durable: false },
    );
  }
}
