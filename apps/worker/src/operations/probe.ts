import { seconds } from '#libs/kernel';
import type { ComponentName } from '#libs/operations';

/** Tries one component; rejects when it does not work. */
export interface Probe {
  readonly component: ComponentName;
  run(signal: AbortSignal): Promise<void>;
}

export interface ProbeFinding {
  readonly component: ComponentName;
  readonly works: boolean;
  readonly problem?: string;
  readonly milliseconds: number;
}

/** Why a probe failed, as a code that may be kept and shown. */
export class ProbeFailed extends Error {
  override readonly name = 'ProbeFailed';
}

const PATIENCE = seconds(10);

/** Runs a probe; an answer that takes longer than people would wait is none. */
export async function find({ component, run }: Probe): Promise<ProbeFinding> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    await run(AbortSignal.timeout(PATIENCE));
    return { component, works: true, milliseconds: took() };
  } catch (error) {
    const problem = error instanceof ProbeFailed ? error.message : 'no-answer';
    return { component, works: false, problem, milliseconds: took() };
  }
}

/** What an app or its listener says of itself. */
export const readiness = (component: ComponentName, baseUrl: string): Probe => ({
  component,
  run: async (signal) => {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/health/ready`, {
      signal,
      redirect: 'error',
    });
    await response.body?.cancel();
    if (response.status !== 200) throw new ProbeFailed(`status-${response.status}`);
  },
});
