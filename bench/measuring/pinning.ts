import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { childrenOf } from './processes.js';

export interface Pinning {
  /** Core numbers as `taskset` writes them. */
  readonly servers: string;
  readonly client: string;
}

/**
 * Gives the client the last core and what serves the others, so that what is measured does not wait for who
 * measures. With two cores, capacity is thereby capacity per core.
 *
 * @returns undefined when there is one core only, or no `taskset`
 */
export function pinApart(servers: readonly number[], client: number): Pinning | undefined {
  const cores = availableParallelism();
  if (cores < 2) return undefined;
  const pinning = { servers: cores === 2 ? '0' : `0-${cores - 2}`, client: String(cores - 1) };
  const all = servers.flatMap((pid) => [pid, ...childrenOf(pid).map((child) => child.pid)]);
  const pinned = [...all.map((pid) => pin(pid, pinning.servers)), pin(client, pinning.client)];
  return pinned.every(Boolean) ? pinning : undefined;
}

const pin = (pid: number, cores: string): boolean =>
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)]).status === 0;
