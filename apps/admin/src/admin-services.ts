import type { Config } from '#libs/config';
import { Database } from '#libs/database';
import { masterKeyFromFile } from '#libs/security';

/** What the parts of the administration share, made once at start. */
export interface AdminServices {
  readonly config: Config;
  readonly database: Database;
  readonly csrfKey: Buffer;
}

export async function openAdminServices(config: Config): Promise<AdminServices> {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const { url, maxConnections } = config.database;
  const database = await Database.open({ url, role: 'csam_admin', applicationName: 'admin', maxConnections });
  return { config, database, csrfKey: masterKey.derive('admin-csrf') };
}

export async function closeAdminServices({ database }: AdminServices): Promise<void> {
  await database.close();
}
