import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { LocalisedText } from '#libs/kernel';
import type { ComponentName, Impact } from '../components.js';
import { endOf, type PlannedWindow, type WindowPlan, type WindowState } from './window.js';

interface WindowRow {
  id: string;
  components: ComponentName[];
  starts_at: Date;
  ends_at: Date;
  impact: Impact;
  reason: LocalisedText;
  late_reason: string | null;
  state: WindowState;
  sequence: number;
  planned_by: string;
  approved_by: string | null;
  told_at: Date | null;
}

export interface ToldWindow extends PlannedWindow {
  /** When contacts were last told of it. */
  readonly toldAt?: Date;
}

const COLUMNS =
  'id, components, starts_at, ends_at, impact, reason, late_reason, state, sequence, planned_by, approved_by, told_at';

const windowOf = (row: WindowRow): ToldWindow => ({
  id: row.id,
  components: row.components,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  impact: row.impact,
  reason: row.reason,
  state: row.state,
  sequence: row.sequence,
  plannedBy: row.planned_by,
  ...(row.late_reason !== null && { lateReason: row.late_reason }),
  ...(row.approved_by !== null && { approvedBy: row.approved_by }),
  ...(row.told_at !== null && { toldAt: row.told_at }),
});

/** Table of planned windows. */
export class WindowStore {
  constructor(private readonly database: Queryable) {}

  async insert(plan: WindowPlan, state: WindowState, plannedBy: string): Promise<ToldWindow> {
    return this.one(
      `insert into operations.planned_window
         (id, components, starts_at, ends_at, impact, reason, late_reason, state, planned_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
      [
        randomUUID(),
        plan.components,
        plan.startsAt,
        endOf(plan),
        plan.impact,
        plan.reason,
        plan.lateReason ?? null,
        state,
        plannedBy,
      ],
    );
  }

  async find(id: string): Promise<ToldWindow | undefined> {
    const rows = await this.read('where id = $1', [id]);
    return rows[0];
  }

  /** The same, and nobody else may change it until the transaction ends. */
  async lock(id: string): Promise<ToldWindow | undefined> {
    const rows = await this.read('where id = $1 for update', [id]);
    return rows[0];
  }

  async approve(id: string, by: string): Promise<ToldWindow> {
    return this.one(
      `update operations.planned_window set state = 'announced', approved_by = $2 where id = $1 returning ${COLUMNS}`,
      [id, by],
    );
  }

  /** Another time or content; what contacts were told before is out of date. */
  async change(id: string, plan: WindowPlan): Promise<ToldWindow> {
    return this.one(
      `update operations.planned_window
          set components = $2, starts_at = $3, ends_at = $4, impact = $5, reason = $6,
              sequence = sequence + 1, reminded = false
        where id = $1 returning ${COLUMNS}`,
      [id, plan.components, plan.startsAt, endOf(plan), plan.impact, plan.reason],
    );
  }

  async cancel(id: string): Promise<ToldWindow> {
    return this.one(
      `update operations.planned_window set state = 'cancelled', sequence = sequence + 1
        where id = $1 returning ${COLUMNS}`,
      [id],
    );
  }

  async markTold(id: string, at: Date): Promise<void> {
    await this.database.query('update operations.planned_window set told_at = $2 where id = $1', [id, at]);
  }

  async markReminded(id: string): Promise<void> {
    await this.database.query('update operations.planned_window set reminded = true where id = $1', [id]);
  }

  /** Announced ones that have not begun and of which nobody was reminded; no other process gets the same. */
  async awaitingReminder(now: Date): Promise<ToldWindow[]> {
    return this.read(
      `where state = 'announced' and not reminded and starts_at > $1 and told_at is not null
       order by starts_at for update skip locked`,
      [now],
    );
  }

  /** What has not ended before a moment, soonest first. */
  async endingAfter(moment: Date, states: readonly WindowState[]): Promise<ToldWindow[]> {
    return this.read('where ends_at > $1 and state = any($2) order by starts_at', [moment, states]);
  }

  /** Announced windows that touch a stretch of time. */
  async within(from: Date, to: Date): Promise<ToldWindow[]> {
    return this.read("where state = 'announced' and starts_at < $2 and ends_at > $1 order by starts_at", [
      from,
      to,
    ]);
  }

  private async read(condition: string, params: readonly unknown[]): Promise<ToldWindow[]> {
    const rows = await this.database.query<WindowRow>(
      `select ${COLUMNS} from operations.planned_window ${condition}`,
      params,
    );
    return rows.map(windowOf);
  }

  private async one(sql: string, params: readonly unknown[]): Promise<ToldWindow> {
    const [row] = await this.database.query<WindowRow>(sql, params);
    if (row === undefined) throw new Error('The planned window is gone.');
    return windowOf(row);
  }
}
