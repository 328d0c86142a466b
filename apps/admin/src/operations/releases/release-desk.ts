import type { Database } from '#libs/database';
import { AnnouncementStore, ReleaseStore, type Delivery, type Release } from '#libs/operations';

const SHOWN = 100;

/** What the pages on releases show. */
export class ReleaseDesk {
  private readonly releases: ReleaseStore;

  constructor(private readonly database: Database) {
    this.releases = new ReleaseStore(database);
  }

  list(): Promise<Release[]> {
    return this.releases.list(['planned', 'released', 'withdrawn'], SHOWN);
  }

  async find(id: string): Promise<{ release: Release; deliveries: readonly Delivery[] } | undefined> {
    const release = await this.releases.find(id);
    if (release === undefined) return undefined;
    return { release, deliveries: await new AnnouncementStore(this.database).deliveriesOf(`release:${id}`) };
  }
}
