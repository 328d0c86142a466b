import type { Context, Enrolment } from '#libs/loa';
import { isCovered, isInDossier } from './asked.js';
import { attributeNamed, parameterOf } from './catalogue.js';
import type { AttributeDefinition, LegalBasisKind } from './definition.js';

/** The legal basis on which an application receives data. Dates are `YYYY-MM-DD`, both ends included. */
export interface Authorisation {
  readonly kind: LegalBasisKind;
  /** The number under which it can be looked up, for example `RR 21/2015`. */
  readonly reference: string;
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
  /** The attributes that it covers. */
  readonly attributes: readonly string[];
}

export interface EntitledApplication {
  readonly environment: string;
  readonly contexts: readonly Context[];
  /** The attributes of its dossier, and whether a sign-in without them makes sense. */
  readonly attributes: readonly { readonly name: string; readonly mandatory: boolean }[];
  readonly authorisation?: Authorisation | undefined;
}

export interface EntitlementQuestion {
  readonly application: EntitledApplication;
  /** Environments that this installation serves; an application of another one gets nothing. */
  readonly servedEnvironments: readonly string[];
  readonly asked: readonly string[];
  /** Why it is asked; a register may not be consulted without a reason. */
  readonly purpose: string;
  readonly context: Context;
  /** `YYYY-MM-DD` in Belgium. */
  readonly today: string;
  /** Which register issued the person's number; `none` when there is no number. */
  readonly subjectRegister: 'national' | 'bis' | 'none';
  readonly enrolment: Enrolment;
  /** Whether the person chose an enterprise for which they sign in. */
  readonly forEnterprise?: boolean;
}

export type RefusalReason =
  | 'unknown-attribute'
  | 'parameter-missing'
  | 'not-asked'
  | 'environment'
  | 'no-purpose'
  | 'context'
  | 'not-authorised'
  | 'no-legal-basis'
  | 'legal-basis-not-valid-today'
  | 'legal-basis-does-not-cover'
  | 'self-registered'
  | 'no-person-number'
  | 'no-enterprise-chosen';

export type EntitlementDecision =
  | { readonly name: string; readonly decision: 'granted'; readonly mandatory: boolean }
  | {
      readonly name: string;
      readonly decision: 'refused';
      readonly mandatory: boolean;
      readonly reason: RefusalReason;
    };

/** The attribute as it was named, parameter included. */
type Named = AttributeDefinition & { readonly asked: string };
type Rule = (attribute: Named, question: EntitlementQuestion) => RefusalReason | undefined;

const wasAsked: Rule = ({ asked: name }, { asked }) => (asked.includes(name) ? undefined : 'not-asked');

const hasParameter: Rule = ({ asked, parameter }) =>
  (parameter === undefined) === (parameterOf(asked) === undefined) ? undefined : 'parameter-missing';

const isServedHere: Rule = (_, { application, servedEnvironments }) =>
  servedEnvironments.includes(application.environment) ? undefined : 'environment';

const hasPurpose: Rule = (_, { purpose }) => (purpose.trim() === '' ? 'no-purpose' : undefined);

const isInContext: Rule = (attribute, { application, context }) =>
  application.contexts.includes(context) && attribute.contexts.includes(context) ? undefined : 'context';

const isRegistered: Rule = ({ asked }, { application }) =>
  isInDossier(
    application.attributes.map(({ name }) => name),
    asked,
  )
    ? undefined
    : 'not-authorised';

const hasLegalBasis: Rule = (_, { application: { authorisation } }) =>
  authorisation === undefined || authorisation.reference.trim() === '' ? 'no-legal-basis' : undefined;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days compare as text only when all are written in full, so anything else is outside the period. */
function isWithin(day: string, from: string, until = day): boolean {
  return [day, from, until].every((text) => DAY.test(text)) && from <= day && day <= until;
}

const isValidToday: Rule = (_, { application: { authorisation }, today }) =>
  authorisation !== undefined && isWithin(today, authorisation.validFrom, authorisation.validUntil)
    ? undefined
    : 'legal-basis-not-valid-today';

const kindCovers: Rule = ({ legalBases }, { application: { authorisation } }) =>
  authorisation !== undefined && legalBases.includes(authorisation.kind)
    ? undefined
    : 'legal-basis-does-not-cover';

const basisNames: Rule = ({ asked }, { application: { authorisation } }) =>
  authorisation !== undefined && isCovered(authorisation.attributes, asked) ? undefined : 'not-authorised';

const suitsEnrolment: Rule = ({ forSelfRegistered }, { enrolment, context }) => {
  if (enrolment !== 'self') return undefined;
  return forSelfRegistered && context === 'citizen' ? undefined : 'self-registered';
};

/** Registers know people by their number. */
const BY_NUMBER: ReadonlySet<string> = new Set(['national-register', 'enterprise-register', 'roles']);

const hasNumberForIt: Rule = ({ source, type }, { subjectRegister }) =>
  subjectRegister === 'none' && (BY_NUMBER.has(source) || type === 'person-number')
    ? 'no-person-number'
    : undefined;

const hasEnterprise: Rule = ({ ofEnterprise }, { forEnterprise }) =>
  ofEnterprise === true && forEnterprise !== true ? 'no-enterprise-chosen' : undefined;

/** In this order; the first that objects gives the reason. */
const RULES: readonly Rule[] = [
  wasAsked,
  hasParameter,
  isServedHere,
  hasPurpose,
  isInContext,
  isRegistered,
  hasLegalBasis,
  isValidToday,
  kindCovers,
  basisNames,
  suitsEnrolment,
  hasNumberForIt,
  hasEnterprise,
];

/**
 * Decides per attribute whether the application receives it: asked AND in its dossier AND covered by a legal
 * basis that is valid today. What no rule expressly lets through is refused.
 *
 * @returns one decision for every attribute that was asked or stands in the application's dossier, each once;
 *   those that stand in the dossier and were not asked are refused as `not-asked`.
 */
export function decideEntitlement(question: EntitlementQuestion): EntitlementDecision[] {
  const { application, asked } = question;
  const names = new Set([...asked, ...application.attributes.map(({ name }) => name)]);
  return [...names].map((name) => decide(name, question));
}

function decide(name: string, question: EntitlementQuestion): EntitlementDecision {
  const mandatory = question.application.attributes.some(
    (registered) => registered.mandatory && isInDossier([registered.name], name),
  );
  const attribute = attributeNamed(name);
  if (attribute === undefined) return { name, decision: 'refused', mandatory, reason: 'unknown-attribute' };
  const named = { ...attribute, asked: name };
  for (const rule of RULES) {
    const reason = rule(named, question);
    if (reason !== undefined) return { name, decision: 'refused', mandatory, reason };
  }
  return { name, decision: 'granted', mandatory };
}
