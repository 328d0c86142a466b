interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export interface Share {
  readonly name: string;
  /** Of all time in which the process was not idle, 0 to 1. */
  readonly share: number;
}

const TOP = 25;

/** Where the time went: by package or part of ours, and by function. */
export function summarise(profile: CpuProfile): { parts: Share[]; functions: Share[] } {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((id, index) => {
    const node = nodes.get(id);
    const time = profile.timeDeltas[index] ?? 0;
    if (node === undefined || node.callFrame.functionName === '(idle)') return;
    busy += time;
    add(parts, partOf(node), time);
    add(functions, `${node.callFrame.functionName || '(anonymous)'}  ${partOf(node)}`, time);
  });
  return { parts: largest(parts, busy), functions: largest(functions, busy) };
}

function add(to: Map<string, number>, name: string, time: number): void {
  to.set(name, (to.get(name) ?? 0) + time);
}

function largest(times: ReadonlyMap<string, number>, all: number): Share[] {
  return [...times]
    .map(([name, time]) => ({ name, share: time / all }))
    .toSorted((one, other) => other.share - one.share)
    .slice(0, TOP);
}

function partOf({ callFrame: { url, functionName } }: ProfileNode): string {
  const [, installed] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (installed !== undefined) return installed;
  const [, ours] = /dist\/((?:apps|libs)\/[^/]+(?:\/src\/[^/]+(?:\/[^/]+)?)?)/.exec(url) ?? [];
  if (ours !== undefined) return ours;
  if (url.startsWith('node:')) return url.replace(/^node:(internal\/)?/, 'node:');
  return functionName === '(garbage collector)' || functionName === '(program)' ? functionName : 'native';
}
