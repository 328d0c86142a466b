import type { Database } from '#libs/database';
import { METADATA_CHANNEL, ServiceMetadataStore } from '#libs/digital-keys';
import type { FollowedService } from './service-description.js';

/** Tells services what the worker fetched of them, as it comes. */
export class FollowedServices {
  private readonly services = new Map<string, FollowedService>();
  private stopListening: (() => Promise<void>) | undefined;
  private readonly store: ServiceMetadataStore;

  constructor(private readonly database: Database) {
    this.store = new ServiceMetadataStore(database);
  }

  add(key: string, service: FollowedService): void {
    this.services.set(key, service);
  }

  async start(): Promise<void> {
    if (this.services.size === 0) return;
    this.stopListening = await this.database.listen(METADATA_CHANNEL, () => {
      this.follow().catch(() => undefined);
    });
    await this.follow();
  }

  async stop(): Promise<void> {
    await this.stopListening?.();
  }

  private async follow(): Promise<void> {
    for (const kept of await this.store.kept()) this.services.get(kept.service)?.learn(kept);
  }
}
