import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { LocalisedText } from '#libs/kernel';
import type { Release, ReleasePlan } from './release.js';

interface ReleaseRow {
  id: string;
  version: string;
  kind: Release['kind'];
  planned_at: Date;
  capacity_percent: number | null;
  notes: LocalisedText;
  state: Release['state'];
  released_at: Date | null;
}

const COLUMNS = 'id, version, kind, planned_at, capacity_percent, notes, state, released_at';

const releaseOf = (row: ReleaseRow): Release => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  plannedAt: row.planned_at,
  notes: row.notes,
  state: row.state,
  ...(row.capacity_percent !== null && { capacityPercent: row.capacity_percent }),
  ...(row.released_at !== null && { releasedAt: row.released_at }),
});

/** Table of releases. */
export class ReleaseStore {
  constructor(private readonly database: Queryable) {}

  /** undefined when the version exists. */
  async insert({
    version,
    kind,
    plannedAt,
    capacityPercent,
    notes,
  }: ReleasePlan): Promise<Release | undefined> {
    const rows = await this.query(
      `insert into operations.release (id, version, kind, planned_at, capacity_percent, notes)
       values ($1, $2, $3, $4, $5, $6) on conflict (version) do nothing returning ${COLUMNS}`,
      [randomUUID(), version, kind, plannedAt, capacityPercent ?? null, notes],
    );
    return rows[0];
  }

  /** From planned to where it ended; undefined when it was not planned any more. */
  async conclude(id: string, state: 'released' | 'withdrawn', at: Date): Promise<Release | undefined> {
    const rows = await this.query(
      `update operations.release set state = $2, released_at = case $2 when 'released' then $3::timestamptz end
        where id = $1 and state = 'planned' returning ${COLUMNS}`,
      [id, state, at],
    );
    return rows[0];
  }

  async find(id: string): Promise<Release | undefined> {
    return (await this.query(`select ${COLUMNS} from operations.release where id = $1`, [id]))[0];
  }

  /** Newest first. */
  async list(states: readonly Release['state'][], limit: number): Promise<Release[]> {
    return this.query(
      `select ${COLUMNS} from operations.release where state = any($1) order by planned_at desc limit $2`,
      [states, limit],
    );
  }

  private async query(sql: string, params: readonly unknown[]): Promise<Release[]> {
    return (await this.database.query<ReleaseRow>(sql, params)).map(releaseOf);
  }
}
