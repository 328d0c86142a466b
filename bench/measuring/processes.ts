import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processor time in milliseconds, of a process with its threads, and of the children it saw end. */
export interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  readonly endedChildren: number;
}

const ticksPerSecond = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100;
const NANOSECONDS = 1e6;

/** From /proc; undefined where there is none, or no such process. */
export function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets: fields are counted from after it (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const milliseconds = (...at: number[]) =>
      at.reduce((sum, index) => sum + Number(fields[index]), 0) * (1000 / ticksPerSecond);
    return {
      pid,
      parent: Number(fields[1]),
      own: preciseTime(pid) ?? milliseconds(11, 12),
      endedChildren: milliseconds(13, 14),
    };
  } catch {
    return undefined;
  }
}

/** To the nanosecond, from the scheduler, thread by thread; undefined where the kernel does not keep it. */
function preciseTime(pid: number): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((thread) =>
      Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]),
    );
    const sum = times.reduce((all, time) => all + time, 0);
    return sum > 0 ? sum / NANOSECONDS : undefined;
  } catch {
    return undefined;
  }
}

export function childrenOf(pid: number): ProcessTimes[] {
  return allPids()
    .map(timesOf)
    .filter((times): times is ProcessTimes => times?.parent === pid);
}

function allPids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
