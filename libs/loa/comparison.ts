import { formatClassReference, type ClassReference } from './class-reference.js';
import { STRONGEST, nextLevel, stronger, type Level } from './level.js';
import { keyPolicy, type LoaPolicy } from './policy.js';
import type { Alternative } from './requirement.js';
import type { Comparison, Context, KeyKind } from './words.js';

/** The references that count in this request, at least one, and the floor under them. */
export interface Asked {
  readonly references: readonly [ClassReference, ...ClassReference[]];
  readonly floor: Level;
  readonly policy: LoaPolicy;
}

/** Translates each comparison into alternatives; none left means that nothing can satisfy it. */
export const COMPARE: Readonly<Record<Comparison, (asked: Asked) => Alternative[]>> = {
  exact,
  minimum,
  better,
  maximum,
};

const contextOf = (reference: ClassReference): Context | null =>
  reference.kind === 'smartcard' ? null : reference.context;

function keyOf(reference: ClassReference, policy: LoaPolicy): KeyKind | undefined {
  if (reference.kind === 'level') return undefined;
  return reference.kind === 'smartcard' ? 'eid' : policy.methodClasses[reference.method];
}

function levelOf(reference: ClassReference, policy: LoaPolicy): Level {
  if (reference.kind === 'level') return reference.level;
  return keyPolicy(policy, keyOf(reference, policy) ?? 'eid').levels[0];
}

const upwards = (from: Level, prefix: Context | null): Alternative => ({
  from,
  to: STRONGEST,
  keys: null,
  prefix,
  answer: null,
});

/** "The exact match of at least one"; the first of the list comes first (SAML Core 3.3.2.2.1). */
function exact({ references, floor, policy }: Asked): Alternative[] {
  const precise = references.map((reference) => exactly(reference, policy));
  const relaxed = references.flatMap((reference) => atLeastToken(reference, policy));
  // A precise match anywhere in the list is a truer answer than "at least a token".
  return [...precise, ...relaxed]
    .filter(({ to }) => to >= floor)
    .map((alternative) => ({ ...alternative, from: stronger(alternative.from, floor) }));
}

function exactly(reference: ClassReference, policy: LoaPolicy): Alternative {
  const level = levelOf(reference, policy);
  const prefix = contextOf(reference);
  const key = keyOf(reference, policy);
  if (key === undefined) return { from: level, to: level, keys: null, prefix, answer: null };
  // A method class stands for the level of its method, so a key capped below it does not earn it.
  return { from: level, to: STRONGEST, keys: [key], prefix, answer: formatClassReference(reference) };
}

/** Old service providers mean by the token class: the token or anything as strong. */
function atLeastToken(reference: ClassReference, policy: LoaPolicy): Alternative[] {
  if (reference.kind !== 'method' || reference.method !== 'token') return [];
  const from = levelOf(reference, policy);
  return [{ ...upwards(from, reference.context), answer: formatClassReference(reference) }];
}

/** "At least as strong as one of the authentication contexts specified". */
function minimum({ references, floor, policy }: Asked): Alternative[] {
  return references.map((reference) =>
    upwards(stronger(levelOf(reference, policy), floor), contextOf(reference)),
  );
}

/** "Stronger than any one of the authentication contexts specified": read as strictly above all of them. */
function better({ references, floor, policy }: Asked): Alternative[] {
  const strongest = references.map((one) => levelOf(one, policy)).reduce(stronger);
  const above = nextLevel(strongest);
  return above === undefined ? [] : [upwards(stronger(above, floor), contextOf(references[0]))];
}

/** "As strong as possible without exceeding the strength of at least one": the strongest asked is the ceiling. */
function maximum({ references, floor, policy }: Asked): Alternative[] {
  const ceiling = references.map((one) => levelOf(one, policy)).reduce(stronger);
  const named = references.find((one) => levelOf(one, policy) === ceiling) ?? references[0];
  if (ceiling < floor) return [];
  return [{ from: floor, to: ceiling, keys: null, prefix: contextOf(named), answer: null }];
}
