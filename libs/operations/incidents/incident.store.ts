import { randomUUID } from 'node:crypto';
import type { Queryable } from '#libs/database';
import type { LocalisedText } from '#libs/kernel';
import type { ComponentName, Impact } from '../components.js';
import type { Incident, IncidentUpdate } from './incident.js';

interface IncidentRow {
  id: string;
  component: ComponentName;
  impact: Impact;
  started_at: Date;
  ended_at: Date | null;
  opened_by: string;
  updates: { at: string; text: LocalisedText }[] | null;
}

export interface NewIncident {
  readonly component: ComponentName;
  readonly impact: Impact;
  readonly startedAt: Date;
  readonly openedBy: string;
}

const SELECT = `
  select i.id, i.component, i.impact, i.started_at, i.ended_at, i.opened_by,
         (select json_agg(json_build_object('at', u.at, 'text', u.text) order by u.at)
            from operations.incident_update u where u.incident_id = i.id) as updates
    from operations.incident i`;

const updateOf = ({ at, text }: { at: string; text: LocalisedText }): IncidentUpdate => ({
  at: new Date(at),
  text,
});

const incidentOf = (row: IncidentRow): Incident => ({
  id: row.id,
  component: row.component,
  impact: row.impact,
  startedAt: row.started_at,
  openedBy: row.opened_by,
  updates: (row.updates ?? []).map(updateOf),
  ...(row.ended_at !== null && { endedAt: row.ended_at }),
});

/** Tables of incidents and what was told about them. */
export class IncidentStore {
  constructor(private readonly database: Queryable) {}

  /** undefined when the component has an open one. */
  async open({ component, impact, startedAt, openedBy }: NewIncident): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into operations.incident (id, component, impact, started_at, opened_by) values ($1, $2, $3, $4, $5)
       on conflict (component) where ended_at is null do nothing returning id`,
      [randomUUID(), component, impact, startedAt, openedBy],
    );
    return row?.id;
  }

  /** Takes up again what ended a moment ago and whose end nobody was told of. */
  async reopen(component: ComponentName): Promise<boolean> {
    const rows = await this.database.query(
      `update operations.incident set ended_at = null, closed_by = null, reopened = reopened + 1
        where id = (select id from operations.incident
                     where component = $1 and ended_at is not null and recovery_told_at is null
                     order by ended_at desc limit 1)
       returning id`,
      [component],
    );
    return rows.length === 1;
  }

  async close(id: string, endedAt: Date, by: string): Promise<boolean> {
    const rows = await this.database.query(
      `update operations.incident set ended_at = greatest($2, started_at), closed_by = $3
        where id = $1 and ended_at is null returning id`,
      [id, endedAt, by],
    );
    return rows.length === 1;
  }

  async addUpdate(id: string, text: LocalisedText, author: string): Promise<string> {
    const update = randomUUID();
    await this.database.query(
      'insert into operations.incident_update (id, incident_id, author, text) values ($1, $2, $3, $4)',
      [update, id, author, text],
    );
    return update;
  }

  async openOf(component: ComponentName): Promise<Incident | undefined> {
    return (await this.read('where i.component = $1 and i.ended_at is null', [component]))[0];
  }

  async find(id: string): Promise<Incident | undefined> {
    return (await this.read('where i.id = $1', [id]))[0];
  }

  /** Whose end contacts were not told of although it has lasted; locked for this transaction. */
  async recoveredBefore(moment: Date): Promise<Incident[]> {
    return this.read('where i.ended_at <= $1 and i.recovery_told_at is null for update of i skip locked', [
      moment,
    ]);
  }

  async markRecoveryTold(id: string, at: Date): Promise<void> {
    await this.database.query('update operations.incident set recovery_told_at = $2 where id = $1', [id, at]);
  }

  /** Those that touch a stretch of time, newest first. */
  async within(from: Date, to: Date): Promise<Incident[]> {
    return this.read(
      'where i.started_at < $2 and (i.ended_at is null or i.ended_at > $1) order by i.started_at desc',
      [from, to],
    );
  }

  private async read(condition: string, params: readonly unknown[]): Promise<Incident[]> {
    return (await this.database.query<IncidentRow>(`${SELECT} ${condition}`, params)).map(incidentOf);
  }
}
