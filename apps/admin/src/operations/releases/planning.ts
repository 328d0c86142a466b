import type { ReleasePlan, ReleaseProblem } from '#libs/operations';
import type { Typed } from '../../frame/form/typed.js';
import { belgianMoment } from '../belgian-moment.js';
import { emptyLanguage, inFourLanguages } from '../../frame/form/four-languages.js';

export const KINDS = ['minor', 'major'] as const;

/** What was typed, as a plan; what could not be read is judged as wrong. */
export function releaseFrom(typed: Typed): ReleasePlan {
  const capacity = typed.text('capacity');
  return {
    version: typed.text('version'),
    kind: typed.oneOf('kind', KINDS) ?? 'minor',
    plannedAt: belgianMoment(typed.text('date')) ?? new Date(NaN),
    ...(capacity !== '' && { capacityPercent: Number(capacity) }),
    notes: inFourLanguages(typed, 'notes'),
  };
}

export type ReleaseMessage =
  'versionProblem' | 'knownProblem' | 'dateProblem' | 'capacityProblem' | 'notesProblem';

const MESSAGES = {
  version: ['version', 'versionProblem'],
  'planned-at': ['date', 'dateProblem'],
  capacity: ['capacity', 'capacityProblem'],
  notes: ['notes-nl', 'notesProblem'],
} as const satisfies Record<ReleaseProblem, readonly [field: string, message: ReleaseMessage]>;

/** By field, what is to be mended; missing words at the first language that lacks them. */
export function messagesOf(
  problems: readonly ReleaseProblem[],
  { notes }: ReleasePlan,
): Readonly<Record<string, ReleaseMessage>> {
  return Object.fromEntries(
    problems.map((problem) => {
      const [field, message] = MESSAGES[problem];
      return [problem === 'notes' ? (emptyLanguage(notes, 'notes') ?? field) : field, message];
    }),
  );
}
