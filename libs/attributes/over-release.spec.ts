import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXTS, ENROLMENTS } from '#libs/loa';
import {
  attributeNamed,
  ATTRIBUTES,
  baseOf,
  decideEntitlement,
  LEGAL_BASIS_KINDS,
  type EntitlementQuestion,
} from './index.js';

/** A few names often, or question, dossier and authorisation would hardly ever meet in one. */
const anyName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('egovNRN', 'givenName', 'surname', 'residentOf:21004') },
  { weight: 3, arbitrary: fc.constantFrom(...ATTRIBUTES.map(({ name }) => name)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('residentOf:44021', 'representativeOf:0671516647', 'residentOf:x'),
  },
  { weight: 1, arbitrary: fc.constantFrom('shoeSize', '', 'egovNRN:1', '__proto__') },
);
const anyNames = fc.uniqueArray(anyName, { maxLength: 12 });
const anyDay = fc.constantFrom('2026-06-13', '2026-06-14', '2026-06-15', '2026-06-16', 'soon');

const anyQuestion: fc.Arbitrary<EntitlementQuestion> = fc.record({
  application: fc.record({
    environment: fc.constantFrom('INT', 'PROD'),
    contexts: fc.subarray([...CONTEXTS]),
    attributes: fc.uniqueArray(fc.record({ name: anyName, mandatory: fc.boolean() }), {
      selector: ({ name }) => name,
      maxLength: 12,
    }),
    authorisation: fc.option(
      fc.record({
        kind: fc.constantFrom(...LEGAL_BASIS_KINDS),
        reference: fc.constantFrom('RR 21/2015', ' '),
        validFrom: anyDay,
        validUntil: fc.option(anyDay, { nil: undefined }),
        attributes: anyNames,
      }),
      { nil: undefined, freq: 9 },
    ),
  }),
  servedEnvironments: fc.constantFrom(['INT', 'PROD'], ['INT'], ['PROD'], []),
  asked: anyNames,
  purpose: fc.constantFrom('sign-in', 'sign-in', 'sign-in', ''),
  context: fc.constantFrom(...CONTEXTS),
  today: fc.constant('2026-06-15'),
  subjectRegister: fc.constantFrom('national', 'bis', 'none'),
  enrolment: fc.constantFrom(...ENROLMENTS),
  forEnterprise: fc.boolean(),
});

describe('attributes that are granted (XS-23)', () => {
  it('are asked AND in the dossier AND covered by a legal basis of today, for 5,000 random combinations', () => {
    let granted = 0;
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { application, asked } = question;
        const { authorisation } = application;
        for (const { name, decision } of decideEntitlement(question)) {
          if (decision === 'refused') continue;
          granted += 1;
          const attribute = attributeNamed(name);
          const dossier = application.attributes.map((registered) => registered.name);
          const open = attribute?.parameter?.open === true ? [baseOf(name)] : [];
          expect(asked).toContain(name);
          expect([name, ...open].some((one) => dossier.includes(one))).toBe(true);
          expect([name, baseOf(name)].some((one) => authorisation?.attributes.includes(one))).toBe(true);
          expect(attribute?.legalBases).toContain(authorisation?.kind);
          expect(authorisation && authorisation.validFrom <= '2026-06-15').toBe(true);
          expect((authorisation?.validUntil ?? '2026-06-15') >= '2026-06-15').toBe(true);
          expect(question.purpose).not.toBe('');
          expect(application.contexts).toContain(question.context);
          expect(attribute?.contexts).toContain(question.context);
          expect(question.servedEnvironments).toContain(application.environment);
          if (question.enrolment === 'self') expect(attribute?.forSelfRegistered).toBe(true);
          if (attribute?.ofEnterprise === true) expect(question.forEnterprise).toBe(true);
          if (name === 'egovNRN') expect(question.subjectRegister).not.toBe('none');
        }
      }),
      { numRuns: 5_000 },
    );
    expect(granted).toBeGreaterThan(0);
  });

  it('are each decided once, and nothing is decided that was neither asked nor registered', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const names = decideEntitlement(question).map(({ name }) => name);
        const known = new Set([
          ...question.asked,
          ...question.application.attributes.map(({ name }) => name),
        ]);
        expect(new Set(names)).toEqual(known);
        expect(names).toHaveLength(known.size);
      }),
      { numRuns: 1_000 },
    );
  });
});
