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

/** What a flow cost: the difference of two readings, shared out. */
export function costPerFlow(
  before: CpuReading | undefined,
  after: CpuReading | undefined,
  flows: number,
): CpuReading | undefined {
  if (before === undefined || after === undefined || flows === 0) return undefined;
  const each = (part: keyof CpuReading) => (after[part] - before[part]) / flows;
  return { fas: each('fas'), aps: each('aps'), postgres: each('postgres') };
}

export const together = ({ fas, aps, postgres }: CpuReading): number => fas + aps + postgres;
