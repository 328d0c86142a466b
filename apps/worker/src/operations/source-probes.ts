import type { Ask } from './probe-fetch.js';
import { ProbeFailed, type Probe } from './probe.js';

/** Those of the Attribute Publication Service that another party runs. */
const SOURCES = ['national-register', 'bis-register', 'enterprise-register', 'roles'] as const;

/**
 * How each source is: what sign-ins met there lately, and what it says of itself where it can be asked about nobody.
 * Either is trouble, so that one that fails while nobody signs in is seen too.
 */
export const sourceProbes = (aps: string, ask: Ask): readonly Probe[] =>
  SOURCES.map((component) => ({
    component,
    run: (signal) => source(() => ask(`${aps}/health/sources`, { signal, redirect: 'error' }), component),
  }));

interface State {
  readonly circuit?: string;
  readonly health?: string;
}

async function source(asked: () => Promise<Response>, name: string): Promise<void> {
  const response = await asked();
  const states = (await response.json()) as Readonly<Record<string, State>>;
  const { circuit, health = 'works' } = states[name] ?? {};
  if (circuit === undefined) throw new ProbeFailed('unknown-source');
  if (circuit === 'open') throw new ProbeFailed('circuit-open');
  if (health !== 'works') throw new ProbeFailed(health);
}
