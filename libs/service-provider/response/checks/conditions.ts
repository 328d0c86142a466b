import type { AssertionCheck } from '../expected.js';
import { refuse } from '../response-refusal.js';
import { isAhead, isOver, isTooOld } from './clock.js';

const version: AssertionCheck = (assertion) =>
  assertion.version === '2.0' ? undefined : refuse('version', 'assertion');

const issuer: AssertionCheck = (assertion, expected) =>
  assertion.issuer === expected.issuer ? undefined : refuse('assertion-issuer');

const issueInstant: AssertionCheck = ({ issuedAt }, { now }) =>
  isAhead(issuedAt, now) || isTooOld(issuedAt, now) ? refuse('issue-instant', 'assertion') : undefined;

/** Core 2.5.1.4: several restrictions are all meant, the audiences within one are alternatives. */
const audience: AssertionCheck = ({ conditions: { audiences } }, expected) =>
  audiences.length > 0 && audiences.every((restriction) => restriction.includes(expected.audience))
    ? undefined
    : refuse('audience');

const time: AssertionCheck = ({ conditions: { notBefore, notOnOrAfter } }, { now }) =>
  (notBefore !== undefined && isAhead(notBefore, now)) ||
  (notOnOrAfter !== undefined && isOver(notOnOrAfter, now))
    ? refuse('condition-time')
    : undefined;

/** Core 2.5.1: with a condition that cannot be judged, the assertion is neither valid nor invalid. */
const unknown: AssertionCheck = ({ conditions }) =>
  conditions.unknown.length === 0 ? undefined : refuse('condition', conditions.unknown[0]);

export const CONDITION_CHECKS: readonly AssertionCheck[] = [
  version,
  issuer,
  issueInstant,
  audience,
  time,
  unknown,
];
