import type { AuditWriter } from '#libs/audit';
import type { Database, Queryable } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { Announcer } from '../announcements/announcer.js';
import { maintenanceMail, type MaintenanceNews } from '../mail/maintenance.mail.js';
import {
  MaintenanceApproved,
  MaintenanceCancelled,
  MaintenanceChanged,
  MaintenancePlanned,
} from './maintenance.audit.js';
import {
  checkPlan,
  isReminderDue,
  type MaintenanceRules,
  type PlanProblem,
  type WindowPlan,
} from './window.js';
import { WindowStore, type ToldWindow } from './window.store.js';

export interface MaintenanceOptions {
  readonly database: Database;
  readonly announcer: Announcer;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly clock: Clock;
  readonly rules: MaintenanceRules;
}

/** Who does it, and under which reference it is recorded. */
export interface Act {
  readonly by: string;
  readonly reference: string;
}

export type PlanningOutcome =
  | { readonly kind: 'announced' | 'needs-approval'; readonly window: ToldWindow; readonly told: number }
  | { readonly kind: 'refused'; readonly problems: readonly PlanProblem[] };

export type ChangeOutcome =
  | { readonly kind: 'done'; readonly window: ToldWindow; readonly told: number }
  | { readonly kind: 'refused'; readonly problems: readonly PlanProblem[] }
  | { readonly kind: 'not-possible'; readonly why: 'unknown' | 'state' | 'same-person' | 'late' };

/** Planned unavailability: plan, approve, change, call off, remind. */
export class Maintenance {
  constructor(private readonly options: MaintenanceOptions) {}

  async plan(plan: WindowPlan, { by, reference }: Act): Promise<PlanningOutcome> {
    const { database, audit, clock, rules } = this.options;
    const checked = checkPlan(plan, clock.now(), rules);
    if (checked.kind === 'refused') return checked;
    const late = checked.kind === 'needs-approval';
    return database.transaction(async (tx) => {
      const window = await new WindowStore(tx).insert(plan, late ? 'proposed' : 'announced', by);
      const told = late ? 0 : await this.tell(tx, window, 'planned');
      const startsAt = window.startsAt.toISOString();
      const data = { window: window.id, components: plan.components, startsAt, minutes: plan.minutes, late };
      await audit.record(MaintenancePlanned, { reference, actor: by, data });
      return { kind: late ? 'needs-approval' : 'announced', window, told };
    });
  }

  /** By somebody else than who planned it. */
  async approve(id: string, { by, reference }: Act): Promise<ChangeOutcome> {
    return this.withWindow(id, ['proposed'], async (tx, window) => {
      if (window.plannedBy === by) return { kind: 'not-possible', why: 'same-person' };
      if (window.startsAt <= this.options.clock.now()) return { kind: 'not-possible', why: 'late' };
      const approved = await new WindowStore(tx).approve(id, by);
      const told = await this.tell(tx, approved, 'planned');
      await this.options.audit.record(MaintenanceApproved, { reference, actor: by, data: { window: id } });
      return { kind: 'done', window: approved, told };
    });
  }

  /** Within the agreed time only: later, call it off and plan anew, which asks for approval. */
  async change(id: string, plan: WindowPlan, { by, reference }: Act): Promise<ChangeOutcome> {
    const { clock, rules, audit } = this.options;
    return this.withWindow(id, ['announced'], async (tx) => {
      const checked = checkPlan({ ...plan, lateReason: 'x' }, clock.now(), rules);
      if (checked.kind === 'refused') return checked;
      if (checked.kind === 'needs-approval') return { kind: 'not-possible', why: 'late' };
      const window = await new WindowStore(tx).change(id, plan);
      const told = await this.tell(tx, window, 'changed');
      const data = { window: id, startsAt: window.startsAt.toISOString(), minutes: plan.minutes };
      await audit.record(MaintenanceChanged, { reference, actor: by, data });
      return { kind: 'done', window, told };
    });
  }

  /** At any time before it ends. Who was not told of it hears nothing. */
  async cancel(id: string, { by, reference }: Act): Promise<ChangeOutcome> {
    return this.withWindow(id, ['proposed', 'announced'], async (tx, before) => {
      if (before.endsAt <= this.options.clock.now()) return { kind: 'not-possible', why: 'late' };
      const window = await new WindowStore(tx).cancel(id);
      const told = before.state === 'announced' ? await this.tell(tx, window, 'cancelled') : 0;
      await this.options.audit.record(MaintenanceCancelled, { reference, actor: by, data: { window: id } });
      return { kind: 'done', window, told };
    });
  }

  /** Reminds contacts of what begins soon; returns how many mails were written. */
  async remind(): Promise<number> {
    const { database, clock, rules } = this.options;
    const now = clock.now();
    return database.transaction(async (tx) => {
      const store = new WindowStore(tx);
      let told = 0;
      for (const window of await store.awaitingReminder(now)) {
        const due = isReminderDue({ ...window, toldAt: window.toldAt ?? now }, now, rules);
        if (!due) continue;
        told += await this.tell(tx, window, 'reminder');
        await store.markReminded(window.id);
      }
      return told;
    });
  }

  private withWindow(
    id: string,
    states: readonly ToldWindow['state'][],
    work: (tx: Queryable, window: ToldWindow) => Promise<ChangeOutcome>,
  ): Promise<ChangeOutcome> {
    return this.options.database.transaction(async (tx) => {
      const window = await new WindowStore(tx).lock(id);
      if (window === undefined) return { kind: 'not-possible', why: 'unknown' };
      if (!states.includes(window.state)) return { kind: 'not-possible', why: 'state' };
      return work(tx, window);
    });
  }

  private async tell(tx: Queryable, window: ToldWindow, kind: MaintenanceNews['kind']): Promise<number> {
    const { id, components, startsAt, endsAt, impact, reason, sequence } = window;
    const told = await this.options.announcer.tell(tx, {
      subject: `maintenance:${id}`,
      kind,
      version: sequence,
      template: maintenanceMail,
      data: {
        kind,
        id,
        components,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        impact,
        reason,
        sequence,
        at: this.options.clock.now().toISOString(),
      },
    });
    if (kind !== 'reminder') await new WindowStore(tx).markTold(id, this.options.clock.now());
    return told;
  }
}
