import type { RefusalReason } from './authentication-result.js';
import type { Evaluation } from './evaluation.js';
import type { Journey } from './journey.js';

/** An evaluation with which a login cannot go on. */
export type RefusingEvaluation = Exclude<
  Evaluation,
  { kind: 'authenticated' | 'ask' | 'confirm' | 'choose-company' }
>;

export function isRefusing(evaluation: Evaluation): evaluation is RefusingEvaluation {
  return !['authenticated', 'ask', 'confirm', 'choose-company'].includes(evaluation.kind);
}

/** The person did not want to go on: there is nothing to explain. */
export const isCancelled = ({ state, result }: Journey): boolean =>
  state === 'refused' && result?.kind === 'refused' && result.reason === 'cancelled';

export function refusalOf(evaluation: RefusingEvaluation): RefusalReason {
  if (evaluation.kind === 'impossible') return 'level-impossible';
  return evaluation.kind === 'other-person' ? 'other-person' : 'attribute-unavailable';
}

/** What is answered without showing a page; undefined when a page is to be shown. */
export function refusalAtOnce(
  evaluation: Exclude<Evaluation, { kind: 'authenticated' }>,
  passive: boolean,
): RefusalReason | undefined {
  if (evaluation.kind === 'impossible') return 'level-impossible';
  if (!passive) return undefined;
  if (evaluation.kind === 'ask')
    return evaluation.decision.kind === 'step-up' ? 'level-not-met' : 'sign-in-needed';
  if (evaluation.kind === 'confirm' || evaluation.kind === 'choose-company') return 'interaction-needed';
  return refusalOf(evaluation);
}
