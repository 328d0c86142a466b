import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import { minutes, type Clock, type LocalisedText } from '#libs/kernel';
import type { Announcer } from '../announcements/announcer.js';
import type { ComponentName } from '../components.js';
import { incidentMail, type IncidentNews } from '../mail/incident.mail.js';
import type { Act } from '../maintenance/maintenance.js';
import { WindowStore } from '../maintenance/window.store.js';
import { IncidentClosed, IncidentOpened, IncidentUpdated } from './incidents.audit.js';
import { PROBES, type Incident } from './incident.js';
import { IncidentStore, type NewIncident } from './incident.store.js';
import { judgeProbes, type ProbeRules } from './probe-rules.js';
import { ProbeStore, type ProbeResult } from './probe.store.js';

export interface IncidentOptions {
  readonly database: Database;
  readonly announcer: Announcer;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
  readonly rules: ProbeRules & {
    /** Minutes that it must work before contacts are told so; trouble that comes back sooner is the same incident. */
    readonly quietMinutes: number;
  };
}

export type IncidentOutcome = 'done' | 'not-open' | 'open-already';

const entryOf = ({ by, reference }: Act) => ({ reference, actor: by });

/** Unplanned unavailability: opened and closed by probes or by hand, and told of once each. */
export class Incidents {
  constructor(private readonly options: IncidentOptions) {}

  /** Keeps what probes found, and draws the consequence. `reference`: under which it is recorded. */
  async note(result: ProbeResult, reference: string): Promise<'opened' | 'reopened' | 'closed' | 'nothing'> {
    const { database, rules } = this.options;
    return database.transaction(async (tx) => {
      // One judgement per component at a time: places that report together must not both open.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `incident:${result.component}`,
      ]);
      const probes = new ProbeStore(tx);
      await probes.note(result);
      const open = await new IncidentStore(tx).openOf(result.component);
      const verdict = judgeProbes(await probes.views(result.component), open !== undefined, result.at, rules);
      const act = { by: PROBES, reference };
      if (verdict.kind === 'opens') return this.openByProbes(tx, result.component, verdict.since, act);
      // What a person opened, a person closes.
      if (verdict.kind === 'closes' && open?.openedBy === PROBES) {
        await this.end(tx, open, verdict.since, act);
        return 'closed';
      }
      return 'nothing';
    });
  }

  async openByHand(
    incident: Omit<NewIncident, 'openedBy'>,
    text: LocalisedText,
    act: Act,
  ): Promise<IncidentOutcome> {
    return this.options.database.transaction(async (tx) => {
      const id = await new IncidentStore(tx).open({ ...incident, openedBy: act.by });
      if (id === undefined) return 'open-already';
      await new IncidentStore(tx).addUpdate(id, text, act.by);
      await this.begun(tx, id, act);
      return 'done';
    });
  }

  async update(id: string, text: LocalisedText, act: Act): Promise<IncidentOutcome> {
    return this.options.database.transaction(async (tx) => {
      const store = new IncidentStore(tx);
      const incident = await store.find(id);
      if (incident === undefined || incident.endedAt !== undefined) return 'not-open';
      const update = await store.addUpdate(id, text, act.by);
      await this.tell(tx, incident, { kind: 'updated', version: update, text });
      await this.options.audit.record(IncidentUpdated, { ...entryOf(act), data: { incident: id } });
      return 'done';
    });
  }

  /** Contacts are told at once: a person knows that it lasts. */
  async closeByHand(id: string, act: Act): Promise<IncidentOutcome> {
    return this.options.database.transaction(async (tx) => {
      const incident = await new IncidentStore(tx).find(id);
      if (incident === undefined || incident.endedAt !== undefined) return 'not-open';
      const endedAt = this.options.clock.now();
      await this.end(tx, incident, endedAt, act);
      await this.tellRecovery(tx, { ...incident, endedAt });
      return 'done';
    });
  }

  /** Tells of what has worked again for long enough; returns how many incidents. */
  async tellRecoveries(): Promise<number> {
    const { database, clock, rules } = this.options;
    const lasting = new Date(clock.now().getTime() - minutes(rules.quietMinutes));
    return database.transaction(async (tx) => {
      const recovered = await new IncidentStore(tx).recoveredBefore(lasting);
      for (const incident of recovered) await this.tellRecovery(tx, incident);
      return recovered.length;
    });
  }

  private async openByProbes(tx: Queryable, component: ComponentName, since: Date, act: Act) {
    const now = this.options.clock.now();
    const agreed = await new WindowStore(tx).within(since, new Date(now.getTime() + 1));
    if (agreed.some(({ components }) => components.includes(component))) return 'nothing';
    const store = new IncidentStore(tx);
    if (await store.reopen(component)) return 'reopened';
    const id = await store.open({ component, impact: 'outage', startedAt: since, openedBy: PROBES });
    if (id === undefined) return 'nothing';
    await this.begun(tx, id, act);
    return 'opened';
  }

  private async begun(tx: Queryable, id: string, act: Act): Promise<void> {
    const incident = await new IncidentStore(tx).find(id);
    if (incident === undefined) throw new Error('The incident is gone.');
    await this.tell(tx, incident, { kind: 'opened', version: 0, text: incident.updates[0]?.text });
    const { component, startedAt } = incident;
    const data = { incident: id, component, startedAt: startedAt.toISOString() };
    await this.options.audit.record(IncidentOpened, { ...entryOf(act), data });
  }

  private async end(tx: Queryable, incident: Incident, endedAt: Date, act: Act): Promise<void> {
    const { id, component, startedAt } = incident;
    await new IncidentStore(tx).close(id, endedAt, act.by);
    const length = Math.max(0, Math.ceil((endedAt.getTime() - startedAt.getTime()) / minutes(1)));
    const data = { incident: id, component, minutes: length };
    await this.options.audit.record(IncidentClosed, { ...entryOf(act), data });
  }

  private async tellRecovery(tx: Queryable, incident: Incident): Promise<void> {
    await this.tell(tx, incident, { kind: 'recovered', version: 0 });
    await new IncidentStore(tx).markRecoveryTold(incident.id, this.options.clock.now());
  }

  private async tell(
    tx: Queryable,
    { id, component, impact, startedAt, endedAt }: Incident,
    { kind, version, text }: { kind: IncidentNews['kind']; version: string | number; text?: LocalisedText },
  ): Promise<void> {
    const data: IncidentNews = {
      kind,
      component,
      impact,
      startedAt: startedAt.toISOString(),
      ...(endedAt !== undefined && { endedAt: endedAt.toISOString() }),
      ...(text !== undefined && { text }),
    };
    const news = { subject: `incident:${id}`, kind, version, template: incidentMail, data };
    await this.options.announcer.tell(tx, news);
  }
}
