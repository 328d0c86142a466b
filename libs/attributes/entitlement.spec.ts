import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '#libs/loa';
import {
  attributeNamed,
  ATTRIBUTES,
  decideEntitlement,
  LEGAL_BASIS_KINDS,
  type EntitlementQuestion,
  type RefusalReason,
} from './index.js';

const ALL = ATTRIBUTES.map(({ name }) => name);

/** Attributes that are asked with a parameter, with one. */
const PARAMETERS: Readonly<Record<string, string>> = {
  residentOf: 'residentOf:21004',
  representativeOf: 'representativeOf:0671516647',
};

const usual: EntitlementQuestion = {
  application: {
    environment: 'INT',
    contexts: ['citizen', 'enterprise'],
    attributes: ALL.map((name) => ({ name, mandatory: name === 'egovNRN' })),
    authorisation: {
      kind: 'LAW',
      reference: 'Law of 1 January 2026',
      validFrom: '2026-01-01',
      attributes: ALL,
    },
  },
  servedEnvironments: ['INT'],
  asked: ['egovNRN'],
  purpose: 'sign-in',
  context: 'citizen',
  today: '2026-06-15',
  subjectRegister: 'national',
  enrolment: 'eid',
};

type Change = Omit<Partial<EntitlementQuestion>, 'application'> & {
  readonly application?: Partial<EntitlementQuestion['application']>;
};

const changed = ({ application, ...rest }: Change): EntitlementQuestion => ({
  ...usual,
  ...rest,
  application: { ...usual.application, ...application },
});

const basis = (
  change: Partial<NonNullable<EntitlementQuestion['application']['authorisation']>>,
): Change => ({
  application: {
    authorisation: { kind: 'LAW', reference: 'A law', validFrom: '2026-01-01', attributes: ALL, ...change },
  },
});

function reasonFor(name: string, question: EntitlementQuestion): RefusalReason | 'granted' | 'absent' {
  const decision = decideEntitlement(question).find((candidate) => candidate.name === name);
  if (decision === undefined) return 'absent';
  return decision.decision === 'granted' ? 'granted' : decision.reason;
}

describe('the decision whether an application receives an attribute', () => {
  it.each<[string, string, Change, RefusalReason | 'granted']>([
    ['asked, in the dossier and covered', 'egovNRN', {}, 'granted'],
    ['in the dossier and not asked', 'mail', {}, 'not-asked'],
    ['unknown to us', 'shoeSize', { asked: ['shoeSize'] }, 'unknown-attribute'],
    ['for an application of another environment', 'egovNRN', { servedEnvironments: ['PROD'] }, 'environment'],
    ['for an installation that serves none', 'egovNRN', { servedEnvironments: [] }, 'environment'],
    ['without a purpose', 'egovNRN', { purpose: ' ' }, 'no-purpose'],
    [
      'in a context that the application lacks',
      'egovNRN',
      { context: 'enterprise', application: { contexts: ['citizen'] } },
      'context',
    ],
    [
      'that has no place in that context',
      'address',
      { asked: ['address'], context: 'enterprise' },
      'context',
    ],
    ['in a context that suits both', 'egovNRN', { context: 'enterprise' }, 'granted'],
    ['absent from the dossier', 'egovNRN', { application: { attributes: [] } }, 'not-authorised'],
    ['without a legal basis', 'egovNRN', { application: { authorisation: undefined } }, 'no-legal-basis'],
    ['with a basis without a number', 'egovNRN', basis({ reference: '' }), 'no-legal-basis'],
    ['on the first day of the basis', 'egovNRN', basis({ validFrom: '2026-06-15' }), 'granted'],
    [
      'the day before the basis begins',
      'egovNRN',
      basis({ validFrom: '2026-06-16' }),
      'legal-basis-not-valid-today',
    ],
    ['on the last day of the basis', 'egovNRN', basis({ validUntil: '2026-06-15' }), 'granted'],
    [
      'the day after the basis ended',
      'egovNRN',
      basis({ validUntil: '2026-06-14' }),
      'legal-basis-not-valid-today',
    ],
    [
      'with a date that is no date',
      'egovNRN',
      basis({ validFrom: '1/1/2026' }),
      'legal-basis-not-valid-today',
    ],
    ['on a today that is no date', 'egovNRN', { today: '' }, 'legal-basis-not-valid-today'],
    [
      'of the register under RR 21/2015',
      'birthDate',
      { ...basis({ kind: 'RR_21_2015' }), asked: ['birthDate'] },
      'legal-basis-does-not-cover',
    ],
    [
      'the number under RR 21/2015',
      'egovNRN',
      basis({ kind: 'RR_21_2015', reference: 'RR 21/2015' }),
      'granted',
    ],
    ['that the basis does not name', 'egovNRN', basis({ attributes: ['mail'] }), 'not-authorised'],
    ['the number of a self-registered person', 'egovNRN', { enrolment: 'self' }, 'self-registered'],
    [
      'the address for mail of a self-registered person',
      'mail',
      { asked: ['mail'], enrolment: 'self' },
      'granted',
    ],
    [
      'a self-registered person for an enterprise',
      'mail',
      { asked: ['mail'], enrolment: 'self', context: 'enterprise' },
      'self-registered',
    ],
    ['the number of who has none', 'egovNRN', { subjectRegister: 'none' }, 'no-person-number'],
    [
      'the name of who is in no register',
      'surname',
      { asked: ['surname'], subjectRegister: 'none' },
      'no-person-number',
    ],
    ['the mail of who is in no register', 'mail', { asked: ['mail'], subjectRegister: 'none' }, 'granted'],
    [
      'the name of who has a BIS number',
      'surname',
      { asked: ['surname'], subjectRegister: 'bis' },
      'granted',
    ],
    ['of a person whom a registration office enrolled', 'egovNRN', { enrolment: 'lra' }, 'granted'],
  ])('an attribute %s: %s', (_, name, change, expected) => {
    expect(reasonFor(name, changed(change))).toBe(expected);
  });

  it.each(LEGAL_BASIS_KINDS)('a basis of kind %s covers exactly the attributes that name it', (kind) => {
    for (const attribute of ATTRIBUTES) {
      const covered: readonly string[] = attribute.legalBases;
      const asked = PARAMETERS[attribute.name] ?? attribute.name;
      const question = changed({ asked: [asked], context: attribute.contexts[0], forEnterprise: true });
      const { authorisation } = { ...usual.application, ...basis({ kind }).application };
      const application = {
        ...usual.application,
        authorisation,
        attributes: [...usual.application.attributes, { name: asked, mandatory: false }],
      };
      expect(reasonFor(asked, { ...question, application })).toBe(
        covered.includes(kind) ? 'granted' : 'legal-basis-does-not-cover',
      );
    }
  });

  it('decides once for an attribute that is asked twice, and says whether it is mandatory', () => {
    const decisions = decideEntitlement(changed({ asked: ['egovNRN', 'egovNRN'] }));
    expect(decisions.filter(({ name }) => name === 'egovNRN')).toEqual([
      { name: 'egovNRN', decision: 'granted', mandatory: true },
    ]);
    expect(decisions.map(({ name }) => name).toSorted()).toEqual([...ALL].toSorted());
  });
});

describe('XS-23: no combination of dossier, basis and question releases too much', () => {
  /** Mostly in order and often not, so that thousands of combinations are granted and thousands refused. */
  const mostly = <T>(usually: T, otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(usually) }, { weight: 1, arbitrary: otherwise });
  const names = mostly<string[]>(
    ALL,
    fc.subarray([...ALL, 'shoeSize', '__proto__', 'constructor', 'egovnrn']),
  );
  const otherDay = fc.constantFrom('2025-12-31', '2026-06-14', '2026-06-16', '2027-01-01', 'soon', '');
  const authorisation = fc.record({
    kind: fc.constantFrom(...LEGAL_BASIS_KINDS),
    reference: mostly('RR 21/2015', fc.constantFrom('X 1/2026', '')),
    validFrom: mostly('2026-01-01', otherDay),
    validUntil: mostly<string | undefined>(undefined, otherDay),
    attributes: names,
  });
  const question: fc.Arbitrary<EntitlementQuestion> = fc.record({
    application: fc.record({
      environment: mostly('INT', fc.constantFrom('PROD', 'ACC')),
      contexts: mostly<Context[]>(['citizen', 'enterprise'], fc.subarray<Context>(['citizen', 'enterprise'])),
      attributes: names.map((chosen) => chosen.map((name) => ({ name, mandatory: name.length % 2 === 0 }))),
      authorisation: fc.option(authorisation, { nil: undefined }),
    }),
    servedEnvironments: mostly<string[]>(['INT', 'PROD'], fc.subarray(['INT', 'PROD'])),
    asked: names,
    purpose: mostly('sign-in', fc.constantFrom('userinfo', '')),
    context: fc.constantFrom('citizen', 'enterprise'),
    today: mostly('2026-06-15', otherDay),
    subjectRegister: fc.constantFrom('national', 'bis', 'none'),
    enrolment: fc.constantFrom('eid', 'itsme', 'lra', 'self'),
  });

  it('what is granted was asked, stands in the dossier and is covered by a basis valid that day', () => {
    let granted = 0;
    fc.assert(
      fc.property(question, (asked) => {
        for (const decision of decideEntitlement(asked)) {
          if (decision.decision === 'refused') continue;
          granted++;
          expectLawful(decision.name, asked);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(granted).toBeGreaterThan(1_000);
  });

  it('asking more never takes away or adds to what else is decided', () => {
    fc.assert(
      fc.property(question, names, (asked, more) => {
        const before = decideEntitlement(asked).filter(({ name }) => asked.asked.includes(name));
        const after = decideEntitlement({ ...asked, asked: [...asked.asked, ...more] });
        expect(after.filter(({ name }) => asked.asked.includes(name))).toEqual(before);
      }),
    );
  });

  function expectLawful(
    name: string,
    { application, asked, today, context, ...rest }: EntitlementQuestion,
  ): void {
    const { authorisation: ground } = application;
    expect(asked).toContain(name);
    expect(application.attributes.map((registered) => registered.name)).toContain(name);
    expect(ground?.attributes).toContain(name);
    expect(ground?.reference).not.toBe('');
    expect(ground !== undefined && ground.validFrom <= today && (ground.validUntil ?? today) >= today).toBe(
      true,
    );
    expect(attributeNamed(name)?.legalBases).toContain(ground?.kind);
    expect(application.contexts).toContain(context);
    expect(rest.servedEnvironments).toContain(application.environment);
    expect(rest.purpose).not.toBe('');
    const ours = ['mail', 'prefLanguage', 'fedid', 'context'];
    if (rest.enrolment === 'self') expect(ours).toContain(name);
    if (rest.subjectRegister === 'none') expect(ours).toContain(name);
  }
});
