import type { Database } from '#libs/database';
import { ServiceSuspensionsStore, SUSPENSION_CHANNEL } from '#libs/digital-keys';

/** Which services an operator suspended; followed as it changes. */
export class SuspendedServices {
  private keys = new Set<string>();
  private stopListening: (() => Promise<void>) | undefined;
  private readonly store: ServiceSuspensionsStore;

  constructor(private readonly database: Database) {
    this.store = new ServiceSuspensionsStore(database);
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  async start(onChange: () => void): Promise<void> {
    const follow = async (): Promise<void> => {
      this.keys = new Set((await this.store.list()).map(({ service }) => service));
      onChange();
    };
    this.stopListening = await this.database.listen(SUSPENSION_CHANNEL, () => {
      follow().catch(() => undefined);
    });
    await follow();
  }

  async stop(): Promise<void> {
    await this.stopListening?.();
  }
}
