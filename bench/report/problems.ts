import { flowInfo } from '../flows/catalogue.js';
import type { BenchResult } from '../result.js';

/** Why the figures may not be used: flows that failed, or none that succeeded. */
export function problemsOf({ flows }: BenchResult): string[] {
  return flows.flatMap((measured) => {
    const { title } = flowInfo(measured.flow);
    if (measured.kind === 'skipped') return measured.broken ? [`${title}: ${measured.reason}`] : [];
    const none = measured.capacity.flows === 0 ? [`${title}: not one went through.`] : [];
    const runs = [measured.capacity, measured.responseTimes];
    const told = new Set([...measured.failures, ...runs.flatMap(({ failures }) => failures)]);
    const failed = Math.max(
      told.size,
      runs.reduce((sum, run) => sum + run.failed, 0),
    );
    return failed === 0 ? none : [...none, `${title}: ${failed} failed (${[...told].join('; ')}).`];
  });
}
