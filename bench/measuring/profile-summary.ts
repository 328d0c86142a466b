interface ProfileNode {
  readonly id: number;
  readonly children?: readonly number[];
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

/** Where the time went: by package or part of ours that asked for it, and by function. */
export function summarise(profile: CpuProfile): { parts: Share[]; functions: Share[] } {
  const tree = treeOf(profile);
  const parts = new Map<string, number>();
  const functions = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((id, index) => {
    const node = tree.nodes.get(id);
    const time = profile.timeDeltas[index] ?? 0;
    if (node === undefined || node.callFrame.functionName === '(idle)' || isProfiler(node, tree)) return;
    busy += time;
    add(parts, partOf(node, tree), time);
    add(functions, `${node.callFrame.functionName || '(anonymous)'}  ${partOf(node, tree)}`, time);
  });
  return { parts: largest(parts, busy), functions: largest(functions, busy) };
}

interface Tree {
  readonly nodes: ReadonlyMap<number, ProfileNode>;
  readonly parents: ReadonlyMap<number, ProfileNode>;
}

const treeOf = ({ nodes }: CpuProfile): Tree => ({
  nodes: new Map(nodes.map((node) => [node.id, node])),
  parents: new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const))),
});

function add(to: Map<string, number>, name: string, time: number): void {
  to.set(name, (to.get(name) ?? 0) + time);
}

function largest(times: ReadonlyMap<string, number>, all: number): Share[] {
  return [...times]
    .map(([name, time]) => ({ name, share: time / all }))
    .toSorted((one, other) => other.share - one.share)
    .slice(0, TOP);
}

/** Beginning a profile takes a while, which is nobody's work. */
function isProfiler(node: ProfileNode, { parents }: Tree): boolean {
  for (let at: ProfileNode | undefined = node; at !== undefined; at = parents.get(at.id))
    if (at.callFrame.url.startsWith('node:inspector')) return true;
  return false;
}

const BY_NAME = new Set(['(garbage collector)', '(program)']);

/** What Node itself does counts for who asked for it. */
function partOf(node: ProfileNode, { parents }: Tree): string {
  if (BY_NAME.has(node.callFrame.functionName)) return node.callFrame.functionName;
  for (let at: ProfileNode | undefined = node; at !== undefined; at = parents.get(at.id)) {
    const part = packageOf(at.callFrame.url);
    if (part !== undefined) return part;
  }
  return 'Node';
}

function packageOf(url: string): string | undefined {
  const installed = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return installed ?? /dist\/((?:apps|libs)\/[^/]+(?:\/src\/[^/]+(?:\/[^/]+)?)?)/.exec(url)?.[1];
}
