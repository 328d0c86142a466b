import type { Config } from '#libs/config';
import { Database } from '#libs/database';
import { masterKeyFromFile } from '#libs/security';

/** What the parts of SMA share, made once at start. */
export interface SmaServices {
  readonly config: Config;
  readonly database: Database;
  readonly csrfKey: Buffer;
}

export async function openSmaServices(config: Config): Promise<SmaServices> {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const { url, maxConnections } = config.database;
  const database = await Database.open({ url, role: 'csam_sma', applicationName: 'sma', maxConnections });
  return { config, database, csrfKey: masterKey.derive('sma-csrf') };
}

export async function closeSmaServices({ database }: SmaServices): Promise<void> {
  await database.close();
}
