import { join } from 'node:path';
import { loadConfig, type Config } from '#libs/config';

export interface WorkerSettings {
  /** With the file `master.key`; the worker writes there. */
  readonly folder: string;
  readonly databaseUrl: string;
  readonly queueUrl: string;
}

/** Of a worker that stands alone: none of our apps is there, and probes find that. */
export function workerSettings({ folder, databaseUrl, queueUrl }: WorkerSettings): Config {
  const loaded = loadConfig({
    CSAM_ENV: 'demo',
    DATABASE_URL: databaseUrl,
    QUEUE_URL: queueUrl,
    CSAM_MASTER_KEY_FILE: join(folder, 'master.key'),
    CSAM_PORT_BASE: '1100',
  });
  const checkpointFile = join(folder, 'checkpoints');
  return { ...loaded, operations: { ...loaded.operations, checkpointFile, probeProfile: undefined } };
}
