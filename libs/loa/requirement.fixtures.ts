import fc from 'fast-check';
import {
  COMPARISONS,
  CONTEXTS,
  KEY_KINDS,
  LEVELS,
  METHOD_CLASSES,
  formatClassReference,
  resolveRequirement,
  type Requirement,
  type RequirementInput,
} from './index.js';

const context = fc.constantFrom(...CONTEXTS, null);

export const anyLevel = fc.constantFrom(...LEVELS);
export const anyKey = fc.constantFrom(...KEY_KINDS);

const anyClass = fc.oneof(
  fc.record({ kind: fc.constant('level' as const), level: anyLevel, context }).map(formatClassReference),
  fc
    .record({ kind: fc.constant('method' as const), method: fc.constantFrom(...METHOD_CLASSES), context })
    .map(formatClassReference),
  fc.constant('urn:example:not-known'),
);

export const anyRequest: fc.Arbitrary<RequirementInput> = fc.record({
  classReferences: fc.array(anyClass, { maxLength: 4 }),
  comparison: fc.constantFrom(...COMPARISONS),
  applicationMinimum: anyLevel,
  applicationContexts: fc.constantFrom(CONTEXTS, ['citizen'] as const, ['enterprise'] as const),
  legacyMethodClasses: fc.boolean(),
});

/** Every request that could be resolved. */
export const anyRequirement: fc.Arbitrary<Requirement> = anyRequest
  .map((request) => resolveRequirement(request))
  .filter((outcome) => outcome.kind === 'resolved')
  .map(({ requirement }) => requirement);

/** For tests in which resolving is not the question. */
export function requirementFor(input: Partial<RequirementInput>): Requirement {
  const outcome = resolveRequirement({
    classReferences: [],
    comparison: 'minimum',
    applicationMinimum: 100,
    applicationContexts: ['citizen'],
    ...input,
  });
  if (outcome.kind !== 'resolved') throw new Error(outcome.kind);
  return outcome.requirement;
}
