import { formatClassReference, parseClassReference, type ClassReference } from './class-reference.js';
import { COMPARE } from './comparison.js';
import { defaultLoaPolicy } from './default-policy.js';
import { STRONGEST, stronger, type Level } from './level.js';
import { contextFloor, type LoaPolicy } from './policy.js';
import type { Alternative, Requirement } from './requirement.js';
import type { Comparison, Context } from './words.js';

export interface RequirementInput {
  /** RequestedAuthnContext or acr_values, in the order asked; empty when nothing was asked. */
  readonly classReferences: readonly string[];
  /** OpenID Connect's acr_values are a `minimum`. */
  readonly comparison: Comparison;
  readonly applicationMinimum: Level;
  /** Registered contexts, the usual one first. */
  readonly applicationContexts: readonly Context[];
  /** The application is known to use the older classes that name a method. */
  readonly legacyMethodClasses?: boolean;
  /** The application is known to send the generic smart card class for the eID. */
  readonly genericAliases?: boolean;
  readonly policy?: LoaPolicy;
}

export type RequirementOutcome =
  | { readonly kind: 'resolved'; readonly requirement: Requirement }
  | { readonly kind: 'unknown-class'; readonly references: readonly string[] }
  | {
      readonly kind: 'impossible';
      readonly reason: 'context-not-allowed' | 'below-minimum' | 'nothing-stronger';
    };

/**
 * What a request asks, held against what the application registered. Its own minimum holds in every case.
 * References that nobody knows are passed over while another is known, except for `better`: nothing can be
 * said to be stronger than the unknown.
 */
export function resolveRequirement(input: RequirementInput): RequirementOutcome {
  const { known, unknown } = sort(input);
  const unusable = known.length === 0 || input.comparison === 'better';
  if (unknown.length > 0 && unusable) return { kind: 'unknown-class', references: unknown };

  const context = contextFor(known, input.applicationContexts);
  if (context === undefined) return { kind: 'impossible', reason: 'context-not-allowed' };
  const counting = known.filter((one) => contextOf(one) === context || contextOf(one) === null);
  return resolveIn(context, counting, input);
}

/** What the references that count in a context come to; none of them: anything that the application takes. */
function resolveIn(
  context: Context,
  references: readonly ClassReference[],
  { comparison, applicationMinimum, policy = defaultLoaPolicy }: RequirementInput,
): RequirementOutcome {
  const floor = stronger(applicationMinimum, contextFloor(policy, context));
  const [first, ...rest] = references;
  const alternatives =
    first === undefined
      ? [anythingFrom(floor)]
      : COMPARE[comparison]({ references: [first, ...rest], floor, policy });
  if (alternatives.length === 0) {
    return { kind: 'impossible', reason: comparison === 'better' ? 'nothing-stronger' : 'below-minimum' };
  }
  const classReferences = references.map(formatClassReference);
  return {
    kind: 'resolved',
    requirement: { context, comparison, classReferences, minimum: floor, alternatives },
  };
}

const anythingFrom = (floor: Level): Alternative => ({
  from: floor,
  to: STRONGEST,
  keys: null,
  prefix: null,
  answer: null,
});

const contextOf = (reference: ClassReference): Context | null =>
  reference.kind === 'smartcard' ? null : reference.context;

function sort(input: RequirementInput): { known: ClassReference[]; unknown: string[] } {
  const known: ClassReference[] = [];
  const unknown: string[] = [];
  for (const text of new Set(input.classReferences)) {
    const reference = parseClassReference(text);
    if (reference !== undefined && isSpokenBy(reference, input)) known.push(reference);
    else unknown.push(text);
  }
  return { known, unknown };
}

function isSpokenBy(reference: ClassReference, input: RequirementInput): boolean {
  if (reference.kind === 'method') return input.legacyMethodClasses === true;
  return reference.kind === 'level' || input.genericAliases === true;
}

/** The first context named that the application has; when none is named, its usual one. */
function contextFor(known: readonly ClassReference[], allowed: readonly Context[]): Context | undefined {
  const named = known.map(contextOf).filter((context) => context !== null);
  const found = named.find((context) => allowed.includes(context));
  const open = known.length === 0 || known.some((reference) => contextOf(reference) === null);
  return found ?? (open ? allowed[0] : undefined);
}
