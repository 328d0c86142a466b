import { COMPONENT_NAMES, IMPACTS, type PlanProblem, type WindowPlan } from '#libs/operations';
import type { Typed } from '../../frame/form/typed.js';
import { belgianMoment } from '../belgian-moment.js';
import { inFourLanguages } from '../../frame/form/four-languages.js';

/** What was typed, as a plan; what could not be read is judged as wrong. */
export function planFrom(typed: Typed): WindowPlan {
  const late = typed.text('lateReason');
  return {
    components: typed.chosen('components', COMPONENT_NAMES),
    startsAt: belgianMoment(typed.text('start')) ?? new Date(NaN),
    minutes: Number(typed.text('minutes') || NaN),
    impact: typed.oneOf('impact', IMPACTS) ?? 'outage',
    reason: inFourLanguages(typed, 'reason'),
    ...(late !== '' && { lateReason: late }),
  };
}

const MESSAGES = {
  components: ['components', 'componentsProblem'],
  'start-invalid': ['start', 'startProblem'],
  'start-past': ['start', 'startProblem'],
  duration: ['minutes', 'durationProblem'],
  reason: ['reason-nl', 'reasonProblem'],
  'late-reason': ['lateReason', 'lateProblem'],
} as const satisfies Record<PlanProblem, readonly [field: string, message: string]>;

export type PlanMessage = (typeof MESSAGES)[PlanProblem][1];

/** By field, what is to be mended. */
export const messagesOf = (problems: readonly PlanProblem[]): Readonly<Record<string, PlanMessage>> =>
  Object.fromEntries(problems.map((problem) => MESSAGES[problem]));
