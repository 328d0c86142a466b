import { describe, expect, it } from 'vitest';
import {
  LEVELS,
  SMARTCARD_PKI,
  meets,
  resolveRequirement,
  type Comparison,
  type KeyKind,
  type Level,
  type RequirementInput,
} from './index.js';
import { requirementFor } from './requirement.fixtures.js';

const fas = (name: string) => `urn:be:fedict:iam:fas:${name}`;
const resolve = (input: Partial<RequirementInput>) =>
  resolveRequirement({
    classReferences: [],
    comparison: 'exact',
    applicationMinimum: 100,
    applicationContexts: ['citizen', 'enterprise'],
    ...input,
  });

/** Which levels of some key satisfy, by the class answered. */
const satisfying = (input: Partial<RequirementInput>, key: KeyKind = 'eid') => {
  const requirement = requirementFor(input);
  return LEVELS.filter((level) => meets(requirement, { key, level }).kind === 'met');
};

describe('the levels that satisfy', () => {
  it.each<[Comparison, string[], Level, Level[]]>([
    ['exact', ['Level400'], 100, [400]],
    ['exact', ['Level300', 'Level450'], 100, [300, 450]],
    ['exact', ['Level200', 'Level400'], 300, [400]],
    ['minimum', ['Level400'], 100, [400, 450, 500]],
    ['minimum', ['Level450', 'Level350'], 100, [350, 400, 450, 500]],
    ['minimum', ['Level100'], 450, [450, 500]],
    ['better', ['Level400'], 100, [450, 500]],
    ['better', ['Level200', 'Level400'], 100, [450, 500]],
    ['better', ['Level100'], 400, [400, 450, 500]],
    ['maximum', ['Level300'], 100, [100, 200, 300]],
    ['maximum', ['Level200', 'Level400'], 300, [300, 350, 400]],
    ['exact', [], 400, [400, 450, 500]],
    ['minimum', ['Level400', 'nonsense'], 100, [400, 450, 500]],
    ['exact', ['nonsense', 'Level400'], 100, [400]],
  ])('%s %j over a registered minimum of %i', (comparison, names, applicationMinimum, expected) => {
    expect(satisfying({ comparison, classReferences: names.map(fas), applicationMinimum })).toEqual(expected);
  });
});

describe('a request is refused', () => {
  it.each<[string, Partial<RequirementInput>, object]>([
    [
      'with only unknown classes',
      { classReferences: [fas('Level250'), 'urn:x'] },
      { kind: 'unknown-class', references: [fas('Level250'), 'urn:x'] },
    ],
    [
      'for better than something unknown',
      { comparison: 'better', classReferences: [fas('Level400'), 'urn:x'] },
      { kind: 'unknown-class', references: ['urn:x'] },
    ],
    [
      'for a method class by an application that is not known to use them',
      { classReferences: [fas('citizen:eid')] },
      { kind: 'unknown-class', references: [fas('citizen:eid')] },
    ],
    [
      'for the generic class by an application that is not known to use it',
      { classReferences: [SMARTCARD_PKI], legacyMethodClasses: true },
      { kind: 'unknown-class', references: [SMARTCARD_PKI] },
    ],
    [
      'for exactly less than the registered minimum',
      { classReferences: [fas('Level200')], applicationMinimum: 400 },
      { kind: 'impossible', reason: 'below-minimum' },
    ],
    [
      'for at most less than the registered minimum',
      { comparison: 'maximum', classReferences: [fas('Level200')], applicationMinimum: 400 },
      { kind: 'impossible', reason: 'below-minimum' },
    ],
    [
      'for better than the strongest',
      { comparison: 'better', classReferences: [fas('Level500')] },
      { kind: 'impossible', reason: 'nothing-stronger' },
    ],
    [
      'for a context that is not registered',
      { classReferences: [fas('enterprise:Level300')], applicationContexts: ['citizen'] },
      { kind: 'impossible', reason: 'context-not-allowed' },
    ],
    [
      'for an enterprise by a self-registered level',
      { classReferences: [fas('enterprise:Level100')] },
      { kind: 'impossible', reason: 'below-minimum' },
    ],
    [
      'by an application without any context',
      { applicationContexts: [] },
      { kind: 'impossible', reason: 'context-not-allowed' },
    ],
  ])('%s', (_, input, outcome) => {
    expect(resolve(input)).toEqual(outcome);
  });
});

describe('the context', () => {
  it.each<[string[], RequirementInput['applicationContexts'], string]>([
    [['Level400'], ['citizen', 'enterprise'], 'citizen'],
    [['Level400'], ['enterprise', 'citizen'], 'enterprise'],
    [['enterprise:Level400'], ['citizen', 'enterprise'], 'enterprise'],
    [['enterprise:Level400', 'citizen:Level400'], ['citizen'], 'citizen'],
    [['enterprise:Level400', 'Level400'], ['citizen'], 'citizen'],
    [[], ['enterprise'], 'enterprise'],
  ])('of %j with registered %j is %s', (names, applicationContexts, context) => {
    expect(resolve({ classReferences: names.map(fas), applicationContexts })).toMatchObject({
      requirement: { context },
    });
  });

  it('of a class that was passed over satisfies nothing', () => {
    const requirement = requirementFor({
      comparison: 'exact',
      classReferences: [fas('enterprise:Level300'), fas('citizen:Level400')],
    });
    expect(meets(requirement, { key: 'token', level: 300 }).kind).toBe('not-met');
  });
});

describe('the class answered', () => {
  const legacyMethodClasses = true;
  it.each<[Comparison, string[], KeyKind, Level, string]>([
    ['exact', ['citizen:Level400'], 'totp', 400, 'citizen:Level400'],
    ['minimum', ['citizen:Level300'], 'itsme', 450, 'citizen:Level450'],
    ['minimum', ['Level300'], 'eid', 500, 'Level500'],
    ['minimum', ['citizen:Level450', 'Level300'], 'totp', 400, 'Level400'],
    ['maximum', ['citizen:Level400'], 'password', 200, 'citizen:Level200'],
    ['better', ['citizen:Level400'], 'eid', 500, 'citizen:Level500'],
    ['exact', [], 'totp', 400, 'Level400'],
    ['exact', ['citizen:eid'], 'eid', 500, 'citizen:eid'],
    ['exact', ['citizen:bmid'], 'itsme', 450, 'citizen:bmid'],
    ['exact', ['citizen:token'], 'token', 300, 'citizen:token'],
    ['exact', ['citizen:token'], 'totp', 400, 'citizen:token'],
    ['exact', ['citizen:token', 'citizen:eid'], 'eid', 500, 'citizen:eid'],
    ['minimum', ['citizen:token'], 'totp', 400, 'citizen:Level400'],
  ])('%s %j proven by %s at %i is %s', (comparison, names, key, level, answer) => {
    const requirement = requirementFor({ comparison, classReferences: names.map(fas), legacyMethodClasses });
    expect(meets(requirement, { key, level })).toEqual({ kind: 'met', classReference: fas(answer) });
  });

  it('for the generic class is that class, and only the eID earns it', () => {
    const requirement = requirementFor({
      comparison: 'exact',
      classReferences: [SMARTCARD_PKI],
      genericAliases: true,
    });
    expect(meets(requirement, { key: 'eid', level: 500 })).toEqual({
      kind: 'met',
      classReference: SMARTCARD_PKI,
    });
    expect(meets(requirement, { key: 'eidas', level: 500 })).toEqual({
      kind: 'not-met',
      reason: 'other-key',
    });
  });

  it.each<[KeyKind, Level, string]>([
    ['itsme', 450, 'too-weak'],
    ['eid', 400, 'too-weak'],
    ['eidas', 500, 'other-key'],
  ])('%s at %i does not earn the class of the eID: %s', (key, level, reason) => {
    const requirement = requirementFor({
      comparison: 'exact',
      classReferences: [fas('citizen:eid')],
      legacyMethodClasses,
    });
    expect(meets(requirement, { key, level })).toEqual({ kind: 'not-met', reason });
  });
});
