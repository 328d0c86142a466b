import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  KEY_KINDS,
  LEVELS,
  decide,
  defaultLoaPolicy as policy,
  levelClass,
  meets,
  offersFor,
  parseClassReference,
  type AuthenticationEvent,
  type DecisionInput,
} from './index.js';
import { anyKey, anyLevel, anyRequirement, requirementFor } from './requirement.fixtures.js';

const now = new Date('2026-03-01T12:00:00Z');
const someKeys = fc.subarray([...KEY_KINDS]);
const anyEvent: fc.Arbitrary<AuthenticationEvent> = fc
  .record({ key: anyKey, level: anyLevel, age: fc.integer({ min: 0, max: 3_600 }) })
  .map(({ key, level, age }) => ({ key, level, at: new Date(now.getTime() - age * 1_000).toISOString() }));

const anyDecision: fc.Arbitrary<DecisionInput> = fc.record({
  policy: fc.constant(policy),
  requirement: anyRequirement,
  application: fc.record({ keys: someKeys }),
  events: fc.array(anyEvent, { maxLength: 4 }),
  now: fc.constant(now),
  force: fc.boolean(),
  forcedSince: fc.constantFrom(undefined, new Date(now.getTime() - 1_800_000)),
  maxAgeSeconds: fc.constantFrom(undefined, 0, 900),
  outOfService: someKeys,
});

const check = (property: (input: DecisionInput) => void) =>
  fc.assert(fc.property(anyDecision, property), { numRuns: 2_000 });

it('OG-1 a higher key satisfies each lower demand, a lower key never a higher one', () => {
  for (const asked of LEVELS) {
    for (const key of KEY_KINDS) {
      for (const level of policy.keys[key].levels) {
        const decision = decide({
          policy,
          requirement: requirementFor({ classReferences: [levelClass(asked)] }),
          application: { keys: KEY_KINDS },
          events: [{ key, level, at: now.toISOString() }],
          now,
          force: false,
        });
        expect(decision.kind, `${key} at ${level} for ${asked}`).toBe(
          level >= asked ? 'satisfied' : 'step-up',
        );
      }
    }
  }
});

it('what satisfies meets the requirement, by one of the session and with a key that the service takes', () => {
  check((input) => {
    const decision = decide(input);
    if (decision.kind !== 'satisfied') return;
    const { event, level, classReference } = decision;
    expect(meets(input.requirement, { key: event.key, level })).toEqual({ kind: 'met', classReference });
    expect(input.events).toContain(event);
    expect(input.application.keys).toContain(event.key);
    expect(level).toBeLessThanOrEqual(event.level);
    expect(level).toBeGreaterThanOrEqual(input.requirement.minimum);
  });
});

it('LN-21 neither acr nor amr claims a level above the proof', () => {
  check((input) => {
    const decision = decide(input);
    if (decision.kind !== 'satisfied') return;
    for (const text of [decision.classReference, decision.amr[1]]) {
      const claimed = parseClassReference(text);
      if (claimed?.kind === 'level') expect(claimed.level).toBeLessThanOrEqual(decision.event.level);
    }
  });
});

it('there is no way exactly when no key on offer could do it', () => {
  check((input) => {
    const decision = decide(input);
    if (decision.kind === 'satisfied') return;
    const usable = decision.offers.some(({ available }) => available);
    expect(decision.kind === 'impossible').toBe(!usable);
  });
});

it('a key on offer satisfies once it is proven', () => {
  check((input) => {
    for (const offer of offersFor(input).filter(({ available }) => available)) {
      const event = { key: offer.key, level: offer.level, at: now.toISOString() };
      const decision = decide({ ...input, forcedSince: now, events: [...input.events, event] });
      expect(decision.kind).toBe('satisfied');
    }
  });
});

it('the offers are the same whoever asks', () => {
  check((input) => {
    const decision = decide(input);
    if (decision.kind === 'satisfied') return;
    expect(decision.offers).toEqual(offersFor(input));
    expect(decision.offers.map(({ key }) => key)).toEqual(KEY_KINDS);
  });
});

it('a step up always goes up', () => {
  check((input) => {
    const decision = decide(input);
    if (decision.kind === 'step-up') expect(decision.to).toBeGreaterThan(decision.from);
  });
});

it('one more proof never takes away what was satisfied', () => {
  fc.assert(
    fc.property(anyDecision, anyEvent, (input, event) => {
      if (decide(input).kind !== 'satisfied') return;
      expect(decide({ ...input, events: [...input.events, event] }).kind).toBe('satisfied');
    }),
  );
});
