import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Database } from '#libs/database';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  /** Of the last minute before measuring: others at work make times longer. */
  readonly loadBefore: number;
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    loadBefore: loadavg()[0] ?? 0,
  };
}

export type ServerSettings = Readonly<Record<string, string>>;

const TOLD = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_sync_method',
  'shared_buffers',
  'max_connections',
];

/** Those settings of PostgreSQL without which its times say little. */
export async function describePostgres(database: Database, folder: string): Promise<ServerSettings> {
  const rows = await database.query<{ name: string; setting: string; unit: string | null }>(
    'select name, setting, unit from pg_settings where name = any($1) order by name',
    [TOLD],
  );
  const settings = rows.map(({ name, setting, unit }) => [
    name,
    unit === null ? setting : `${setting} × ${unit}`,
  ]);
  return { ...Object.fromEntries(settings), disk: isMemory(folder) ? 'memory (tmpfs)' : 'disk' };
}

const TMPFS = 0x01021994;

const isMemory = (folder: string): boolean => statfsSync(folder).type === TMPFS;
