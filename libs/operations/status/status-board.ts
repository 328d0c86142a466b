import type { Database } from '#libs/database';
import { days, hours, minutes, seconds, type Clock } from '#libs/kernel';
import { COMPONENT_NAMES, type ComponentName } from '../components.js';
import type { Incident } from '../incidents/incident.js';
import { IncidentStore } from '../incidents/incident.store.js';
import { WindowStore, type ToldWindow } from '../maintenance/window.store.js';
import { availabilityOf, shareOf, type Interval } from '../service-level/availability.js';
import { ServiceLevelStore } from '../service-level/service-level.store.js';

export type ComponentState = 'works' | 'reduced' | 'outage' | 'maintenance';

/** One day of a component; `share` from 0 to 1, absent when nobody knows. */
export interface DayOfComponent {
  /** In UTC, for example 2026-03-02. */
  readonly day: string;
  readonly share?: number;
  readonly downMinutes: number;
}

export interface ComponentStatus {
  readonly component: ComponentName;
  readonly state: ComponentState;
  readonly share?: number;
  readonly days: readonly DayOfComponent[];
}

export interface StatusReport {
  readonly at: Date;
  readonly components: readonly ComponentStatus[];
  /** Open ones, and those of the last month, newest first. */
  readonly incidents: readonly Incident[];
  /** Under way or to come. */
  readonly planned: readonly ToldWindow[];
  /** The database could not be read: this is how it was at `at`. */
  readonly stale: boolean;
}

export const DAYS_SHOWN = 90;

const NEWS_KEPT = seconds(10);
const HISTORY_KEPT = minutes(5);

type History = ReadonlyMap<ComponentName, Pick<ComponentStatus, 'days' | 'share'>>;

/**
 * What the public may know of how things stand. Kept in memory, so that many readers are no load and the page still
 * says how it was when the database cannot be read.
 */
export class StatusBoard {
  private report: StatusReport | undefined;
  private reading: Promise<StatusReport> | undefined;
  private history: { readonly until: number; readonly value: History } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    /** What this installation has, in order. */
    private readonly inUse: (now: Date) => readonly ComponentName[] = () => COMPONENT_NAMES,
  ) {}

  /** @throws when the database cannot be read and never could */
  async current(): Promise<StatusReport> {
    const kept = this.report;
    if (kept !== undefined && this.clock.now().getTime() - kept.at.getTime() < NEWS_KEPT) return kept;
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    try {
      return (this.report = await this.reading);
    } catch (error) {
      if (kept === undefined) throw error;
      return { ...kept, stale: true };
    }
  }

  private async read(): Promise<StatusReport> {
    const now = this.clock.now();
    const incidents = await new IncidentStore(this.database).within(new Date(now.getTime() - days(30)), now);
    const planned = await new WindowStore(this.database).endingAfter(now, ['announced']);
    const history = await this.historyAt(now);
    const components = this.inUse(now).map((component) => ({
      component,
      state: stateOf(component, { incidents, planned, now }),
      ...(history.get(component) ?? { days: [] }),
    }));
    return { at: now, components, incidents, planned, stale: false };
  }

  private async historyAt(now: Date): Promise<History> {
    if (this.history !== undefined && this.history.until > now.getTime()) return this.history.value;
    const today = Math.floor(now.getTime() / hours(24)) * hours(24);
    const from = new Date(today - days(DAYS_SHOWN - 1));
    const measured = await new ServiceLevelStore(this.database).measured({ from, to: now });
    const value = new Map(
      COMPONENT_NAMES.map((component) => {
        const of = (interval: Interval) =>
          availabilityOf({
            ...interval,
            probed: measured.probed.get(component) ?? [],
            outages: measured.outages.get(component) ?? [],
            agreed: measured.agreed.get(component) ?? [],
          });
        const list = Array.from({ length: DAYS_SHOWN }, (_, index) => {
          const start = new Date(from.getTime() + days(index));
          const end = new Date(Math.min(start.getTime() + days(1), now.getTime()));
          const result = of({ from: start, to: end });
          return { day: start.toISOString().slice(0, 10), share: shareOf(result), downMinutes: result.down };
        });
        return [component, { days: list, share: shareOf(of({ from, to: now })) }] as const;
      }),
    );
    this.history = { until: now.getTime() + HISTORY_KEPT, value };
    return value;
  }
}

/** What hits hardest counts; trouble before what was planned. */
export function stateOf(
  component: ComponentName,
  { incidents, planned, now }: Pick<StatusReport, 'incidents' | 'planned'> & { readonly now: Date },
): ComponentState {
  const open = incidents.filter(
    (incident) => incident.component === component && incident.endedAt === undefined,
  );
  if (open.some(({ impact }) => impact === 'outage')) return 'outage';
  if (open.some(({ impact }) => impact === 'reduced')) return 'reduced';
  const underWay = planned.some(
    ({ components, startsAt, endsAt, impact }) =>
      components.includes(component) && impact !== 'none' && startsAt <= now && now < endsAt,
  );
  return underWay ? 'maintenance' : 'works';
}
