import type { Database } from '#libs/database';
import type { Clock } from '#libs/kernel';
import { AnnouncementStore, WindowStore, type Delivery, type ToldWindow } from '#libs/operations';

/** What the pages on maintenance show. */
export class MaintenanceDesk {
  private readonly windows: WindowStore;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    readonly leadDays: number,
  ) {
    this.windows = new WindowStore(database);
  }

  async list(): Promise<{ windows: readonly ToldWindow[]; now: Date; leadDays: number }> {
    const now = this.clock.now();
    const windows = await this.windows.endingAfter(now, ['proposed', 'announced']);
    return { windows, now, leadDays: this.leadDays };
  }

  async find(
    id: string,
  ): Promise<{ window: ToldWindow; deliveries: readonly Delivery[]; now: Date } | undefined> {
    const window = await this.windows.find(id);
    if (window === undefined) return undefined;
    const deliveries = await new AnnouncementStore(this.database).deliveriesOf(`maintenance:${id}`);
    return { window, deliveries, now: this.clock.now() };
  }
}
