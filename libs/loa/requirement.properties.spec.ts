import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  KEY_KINDS,
  LEVELS,
  defaultLoaPolicy as policy,
  keyPolicy,
  levelClass,
  meets,
  parseClassReference,
  resolveRequirement,
} from './index.js';
import { anyKey, anyLevel, anyRequest, anyRequirement, requirementFor } from './requirement.fixtures.js';

describe('for every requirement', () => {
  it('a higher level satisfies a lower minimum and never the other way round', () => {
    for (const asked of LEVELS) {
      for (const key of KEY_KINDS) {
        for (const level of policy.keys[key].levels) {
          const requirement = requirementFor({ classReferences: [levelClass(asked)] });
          expect(meets(requirement, { key, level }).kind).toBe(level >= asked ? 'met' : 'not-met');
        }
      }
    }
  });

  it("the application's own minimum holds, whatever is asked", () => {
    fc.assert(
      fc.property(anyRequest, anyKey, anyLevel, (request, key, level) => {
        const outcome = resolveRequirement(request);
        if (outcome.kind !== 'resolved') return;
        expect(outcome.requirement.minimum).toBeGreaterThanOrEqual(request.applicationMinimum);
        if (level < request.applicationMinimum) {
          expect(meets(outcome.requirement, { key, level }).kind).toBe('not-met');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('the class answered is never above the level proven', () => {
    fc.assert(
      fc.property(anyRequirement, anyKey, anyLevel, (requirement, key, level) => {
        const outcome = meets(requirement, { key, level });
        if (outcome.kind !== 'met') return;
        const answered = parseClassReference(outcome.classReference);
        const claimed =
          answered?.kind === 'method'
            ? keyPolicy(policy, policy.methodClasses[answered.method]).levels[0]
            : answered?.kind === 'level'
              ? answered.level
              : Infinity;
        expect(claimed).toBeLessThanOrEqual(level);
      }),
      { numRuns: 1_000 },
    );
  });

  it('an exact request is answered with one of the classes asked', () => {
    fc.assert(
      fc.property(anyRequirement, anyKey, anyLevel, (requirement, key, level) => {
        const outcome = meets(requirement, { key, level });
        if (outcome.kind !== 'met' || requirement.comparison !== 'exact') return;
        if (requirement.classReferences.length === 0) return;
        expect(requirement.classReferences).toContain(outcome.classReference);
      }),
    );
  });

  it('storing it as JSON changes nothing', () => {
    fc.assert(
      fc.property(anyRequirement, (requirement) => {
        expect(JSON.parse(JSON.stringify(requirement))).toEqual(requirement);
      }),
    );
  });
});
