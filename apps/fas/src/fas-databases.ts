import type { Config } from '#libs/config';
import { Database } from '#libs/database';

const ROLE = 'csam_fas';

/** The one that commits to disk, then the one for logins under way, which does not wait for it. */
export function openDatabases({ database: { url, maxConnections } }: Config): Promise<[Database, Database]> {
  const common = { url, role: ROLE };
  return Promise.all([
    Database.open({ ...common, applicationName: 'fas', maxConnections: Math.ceil(maxConnections / 2) }),
    Database.open({ ...common, applicationName: 'fas-state', maxConnections, durable: false }),
  ]);
}
