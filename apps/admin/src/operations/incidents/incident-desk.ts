import type { Database } from '#libs/database';
import { days, type Clock } from '#libs/kernel';
import {
  AnnouncementStore,
  IncidentStore,
  ProbeStore,
  type ComponentName,
  type Delivery,
  type Incident,
  type ProbeTrouble,
} from '#libs/operations';

const SHOWN = days(90);

export interface IncidentView {
  readonly incident: Incident;
  readonly deliveries: readonly Delivery[];
  /** What probes see at this moment, while it is open. */
  readonly troubles: readonly ProbeTrouble[];
  readonly now: Date;
}

/** What the pages on incidents show. */
export class IncidentDesk {
  private readonly incidents: IncidentStore;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.incidents = new IncidentStore(database);
  }

  get now(): Date {
    return this.clock.now();
  }

  async list(): Promise<{ incidents: readonly Incident[]; now: Date }> {
    const { now } = this;
    const from = new Date(now.getTime() - SHOWN);
    // One that a colleague reports in this very moment belongs to the list.
    const to = new Date(now.getTime() + days(1));
    return { incidents: await this.incidents.within(from, to), now };
  }

  openOf(component: ComponentName): Promise<Incident | undefined> {
    return this.incidents.openOf(component);
  }

  async find(id: string): Promise<IncidentView | undefined> {
    const incident = await this.incidents.find(id);
    if (incident === undefined) return undefined;
    const deliveries = await new AnnouncementStore(this.database).deliveriesOf(`incident:${id}`);
    const troubles =
      incident.endedAt === undefined ? await new ProbeStore(this.database).troubles(incident.component) : [];
    return { incident, deliveries, troubles, now: this.now };
  }
}
