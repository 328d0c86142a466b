import { LANGUAGES, minutes } from '#libs/kernel';
import {
  COMPONENT_NAMES,
  IMPACTS,
  type ChangeOutcome,
  type PlannedWindow,
  type PlanProblem,
  type WindowPlan,
} from '#libs/operations';
import { Typed } from '../../frame/form/typed.js';
import { belgianMoment, writtenMoment } from '../belgian-moment.js';
import { emptyLanguage, inFourLanguages } from '../../frame/form/four-languages.js';

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

/** The same the other way round, for a form in which it is changed. */
export const typedFrom = ({ components, startsAt, endsAt, impact, reason }: PlannedWindow): Typed =>
  Typed.of({
    ...Object.fromEntries(components.map((component) => [`components.${component}`, 'on'])),
    start: writtenMoment(startsAt),
    minutes: String((endsAt.getTime() - startsAt.getTime()) / minutes(1)),
    impact,
    ...Object.fromEntries(LANGUAGES.map((language) => [`reason-${language}`, reason[language]])),
  });

const MESSAGES = {
  components: ['components', 'componentsProblem'],
  'start-invalid': ['start', 'startProblem'],
  'start-past': ['start', 'startProblem'],
  duration: ['minutes', 'durationProblem'],
  reason: ['reason-nl', 'reasonProblem'],
  'late-reason': ['lateReason', 'lateProblem'],
} as const satisfies Record<PlanProblem, readonly [field: string, message: string]>;

export type PlanMessage = (typeof MESSAGES)[PlanProblem][1] | 'lateChangeProblem';

type Words = Pick<WindowPlan, 'reason'>;

/** By field, what is to be mended; missing words at the first language that lacks them. */
export const messagesOf = (
  problems: readonly PlanProblem[],
  { reason }: Words,
): Readonly<Record<string, PlanMessage>> =>
  Object.fromEntries(
    problems.map((problem) => {
      const [field, message] = MESSAGES[problem];
      return [problem === 'reason' ? (emptyLanguage(reason, 'reason') ?? field) : field, message];
    }),
  );

/** What is to be mended in a change; undefined when it was made, or when no change of the form would help. */
export function changeMessages(
  outcome: ChangeOutcome,
  words: Words,
): Readonly<Record<string, PlanMessage>> | undefined {
  if (outcome.kind === 'refused') return messagesOf(outcome.problems, words);
  return outcome.kind === 'not-possible' && outcome.why === 'late'
    ? { start: 'lateChangeProblem' }
    : undefined;
}
