import { readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { summarise, type CpuProfile } from './profile-summary.js';

const PATIENCE = 10_000;

/** Takes processor profiles of FAS, which was started with `profiler.js` loaded. */
export class FasProfiles {
  constructor(
    private readonly pid: number,
    private readonly folder: string,
  ) {}

  async during(flow: string, work: () => Promise<unknown>): Promise<ReturnType<typeof summarise>> {
    process.kill(this.pid, 'SIGUSR2');
    await work();
    process.kill(this.pid, 'SIGUSR2');
    const file = join(this.folder, `${flow}.cpuprofile`);
    renameSync(await this.written(), file);
    return summarise(JSON.parse(readFileSync(file, 'utf8')) as CpuProfile);
  }

  private async written(): Promise<string> {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      await sleep(250);
      const name = readdirSync(this.folder).find((file) => file.startsWith(`${this.pid}-`));
      if (name !== undefined && isWhole(join(this.folder, name))) return join(this.folder, name);
    }
    throw new Error('FAS wrote no profile');
  }
}

const isWhole = (file: string): boolean => readFileSync(file, 'utf8').endsWith('}');
