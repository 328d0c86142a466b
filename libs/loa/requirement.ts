import { levelClass } from './class-reference.js';
import { LEVELS, type Level } from './level.js';
import type { Comparison, Context, KeyKind } from './words.js';

/** One way to satisfy a requirement: a band of levels, perhaps with some keys only. */
export interface Alternative {
  readonly from: Level;
  readonly to: Level;
  /** `null`: any key. */
  readonly keys: readonly KeyKind[] | null;
  /** The context the asked class names, and so the answered one. */
  readonly prefix: Context | null;
  /** Answered as it is; `null`: the class of the level that was proven. */
  readonly answer: string | null;
}

/** What one sign-in must prove, resolved once from request and registration. Plain data: it is stored with the journey. */
export interface Requirement {
  readonly context: Context;
  readonly comparison: Comparison;
  /** The understood references, as asked. */
  readonly classReferences: readonly string[];
  /** Holds for every alternative, whatever was asked. */
  readonly minimum: Level;
  /** In order of preference. */
  readonly alternatives: readonly Alternative[];
}

export interface Achieved {
  readonly key: KeyKind;
  readonly level: Level;
}

export type MeetsOutcome =
  | { readonly kind: 'met'; readonly classReference: string }
  | { readonly kind: 'not-met'; readonly reason: 'too-weak' | 'too-strong' | 'other-key' };

export function fits(alternative: Alternative, achieved: Achieved): boolean {
  const { from, to, keys } = alternative;
  return achieved.level >= from && achieved.level <= to && (keys?.includes(achieved.key) ?? true);
}

/**
 * The same requirement, met by some keys only; undefined when none of them can meet it in any of its ways.
 */
export function limitedToKeys(requirement: Requirement, keys: readonly KeyKind[]): Requirement | undefined {
  const alternatives = requirement.alternatives
    .map((one) => ({ ...one, keys: one.keys?.filter((key) => keys.includes(key)) ?? keys }))
    .filter((one) => one.keys.length > 0);
  return alternatives.length === 0 ? undefined : { ...requirement, alternatives };
}

/** The class to answer for what was proven; never of a higher level than that. */
export function answerFor(alternative: Alternative, level: Level): string {
  return alternative.answer ?? levelClass(level, alternative.prefix);
}

/** Whether one proven key is enough, and with which class it is then answered. */
export function meets(requirement: Requirement, achieved: Achieved): MeetsOutcome {
  if (achieved.level < requirement.minimum) return { kind: 'not-met', reason: 'too-weak' };
  const found = requirement.alternatives.find((alternative) => fits(alternative, achieved));
  if (found !== undefined) return { kind: 'met', classReference: answerFor(found, achieved.level) };
  return { kind: 'not-met', reason: whyNot(requirement.alternatives, achieved.level) };
}

/** The weakest level at which this key is enough; undefined when no level of it is. */
export function weakestMeeting(requirement: Requirement, key: KeyKind): Level | undefined {
  return LEVELS.find((level) => meets(requirement, { key, level }).kind === 'met');
}

function whyNot(alternatives: readonly Alternative[], level: Level): 'too-weak' | 'too-strong' | 'other-key' {
  if (alternatives.some(({ from, to }) => level >= from && level <= to)) return 'other-key';
  return alternatives.some(({ from }) => level < from) ? 'too-weak' : 'too-strong';
}
