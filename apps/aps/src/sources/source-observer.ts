import type { Logger } from '#libs/http';
import type { AvailabilityRecorder } from '#libs/availability';
import type { Metrics } from '#libs/metrics';
import { ILLNESS, type SourceObservation } from './source-guard.js';

/** Of an open circuit the measurements tell; a line for every question would only drown the cause. */
const UNLOGGED: ReadonlySet<SourceObservation['outcome']> = new Set(['answered', 'source-out-of-service']);

/** Our own tables are no party: when they are away, so is the whole service. */
const OWN: ReadonlySet<string> = new Set(['identity', 'contact-data']);

/** A source that is left alone is away as well: the calls that it was spared count as failed. */
const isFailed = (outcome: string) => ILLNESS.has(outcome) || outcome === 'source-out-of-service';

/** Measures every consultation of a source, and writes down why one gave nothing. */
export function sourceObserver(
  metrics: Metrics,
  logger: Logger,
  availability: Pick<AvailabilityRecorder, 'note'>,
): (observation: SourceObservation) => void {
  const measure = metrics.timer({
    name: 'csam_aps_source_duration_seconds',
    help: 'Time that a source took, by source and outcome',
    labels: ['source', 'outcome'],
  });
  return ({ source, outcome, detail, consultation, seconds }) => {
    measure({ source, outcome }, seconds);
    if (!OWN.has(source) && outcome !== 'source-busy') availability.note(source, !isFailed(outcome));
    if (!UNLOGGED.has(outcome))
      logger.warn({ source, outcome, detail, consultation }, 'a source gave nothing');
  };
}
