import { childrenOf, timesOf } from './processes.js';

/** Processor time used so far, in milliseconds, by what serves. */
export interface CpuReading {
  readonly fas: number;
  readonly aps: number;
  readonly postgres: number;
}

/** Reads what the processes of the stack used. Works on Linux only. */
export class CpuMeter {
  constructor(private readonly pids: CpuReading) {}

  /** undefined where the system does not tell. */
  read(): CpuReading | undefined {
    const fas = timesOf(this.pids.fas);
    const aps = timesOf(this.pids.aps);
    const server = timesOf(this.pids.postgres);
    if (fas === undefined || aps === undefined || server === undefined) return undefined;
    // Each connection is a process of its own; those that ended are counted with their parent.
    const connections = childrenOf(server.pid).reduce((sum, { own }) => sum + own, 0);
    return { fas: fas.own, aps: aps.own, postgres: server.own + server.endedChildren + connections };
  }
}

/** What happened between two readings. */
export interface CpuSpan {
  readonly used: CpuReading;
  readonly seconds: number;
}

const PARTS: readonly (keyof CpuReading)[] = ['fas', 'aps', 'postgres'];

/** Builds a reading part by part. */
const reading = (of: (part: keyof CpuReading) => number): CpuReading => ({
  fas: of('fas'),
  aps: of('aps'),
  postgres: of('postgres'),
});

/** Processor time used while the work is done; `used` is undefined where the system does not tell. */
export async function during<T>(
  meter: CpuMeter,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly span: CpuSpan | undefined }> {
  const began = performance.now();
  const before = meter.read();
  const result = await work();
  const after = meter.read();
  const seconds = (performance.now() - began) / 1000;
  if (before === undefined || after === undefined) return { result, span: undefined };
  return { result, span: { used: reading((part) => after[part] - before[part]), seconds } };
}

/** What one flow cost: what was used, less what the same processes use in that time when nobody comes. */
export function costPerFlow(busy: CpuSpan | undefined, idle: CpuSpan | undefined, flows: number) {
  if (busy === undefined || idle === undefined || flows === 0) return undefined;
  return reading((part) => (busy.used[part] - (idle.used[part] / idle.seconds) * busy.seconds) / flows);
}

/** The round whose sum is the median: one that happened, not a mixture of several. */
export function medianRound(rounds: readonly CpuReading[]): CpuReading | undefined {
  const sorted = rounds.toSorted((one, other) => together(one) - together(other));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

export const isKnown = (cost: CpuReading | undefined): cost is CpuReading =>
  cost !== undefined && PARTS.every((part) => Number.isFinite(cost[part]));

export const together = ({ fas, aps, postgres }: CpuReading): number => fas + aps + postgres;
