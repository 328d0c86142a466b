import type { Logger } from '#libs/http';
import type { Metrics } from '#libs/metrics';
import type { SourceObservation } from './guarded-source.js';

/** Of an open circuit the measurements tell; a line for every question would only drown the cause. */
const UNLOGGED: ReadonlySet<SourceObservation['outcome']> = new Set(['answered', 'source-out-of-service']);

/** Measures every consultation of a source, and writes down why one gave nothing. */
export function sourceObserver(metrics: Metrics, logger: Logger): (observation: SourceObservation) => void {
  const measure = metrics.timer({
    name: 'csam_aps_source_duration_seconds',
    help: 'Time that a source took, by source and outcome',
    labels: ['source', 'outcome'],
  });
  return ({ source, outcome, detail, consultation, seconds }) => {
    measure({ source, outcome }, seconds);
    if (!UNLOGGED.has(outcome))
      logger.warn({ source, outcome, detail, consultation }, 'a source gave nothing');
  };
}
