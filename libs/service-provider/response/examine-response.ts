import type { Element } from '@xmldom/xmldom';
import { keyFromCertificate, parseXml, STATUS, type Trust } from '#libs/saml';
import { AUTHENTICATION_CHECKS } from './checks/authentication.js';
import { CONDITION_CHECKS } from './checks/conditions.js';
import { ENVELOPE_CHECKS } from './checks/envelope.js';
import { SUBJECT_CHECKS } from './checks/subject.js';
import type { AssertionCheck, Expected } from './expected.js';
import { readAssertion, type Assertion } from './read-assertion.js';
import { readEnvelope, type ResponseEnvelope } from './read-response.js';
import { refuse, type ResponseRefusal } from './response-refusal.js';
import { verifyResponse } from './verify-response.js';

export type Examined =
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  /** The identity provider says, under its signature, that there will be no assertion. */
  | { readonly kind: 'declined'; readonly status: string; readonly subStatus: string | undefined };

const ASSERTION_CHECKS: readonly AssertionCheck[] = [
  ...CONDITION_CHECKS,
  ...SUBJECT_CHECKS,
  ...AUTHENTICATION_CHECKS,
];

/**
 * Everything that an answer must satisfy before passport-saml sees it: bounds and form, who signed what, and that it
 * answers this request, to us, at this level (Profiles 4.1.4.3; ACCEPTANCE 2.6 and 2.7).
 */
export function examineResponse(
  xml: string,
  certificates: readonly string[],
  expected: Expected,
): Examined | ResponseRefusal {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') return parsed;
  const verified = verifyResponse(parsed.root, trustIn(certificates));
  if (verified.kind === 'refused') return verified;
  const envelope = readEnvelope(verified.response);
  if (envelope === undefined) return refuse('malformed-response');
  return (
    firstOf(ENVELOPE_CHECKS, envelope, expected) ?? examineContent(envelope, verified.assertion, expected)
  );
}

function examineContent(
  { status, subStatus }: ResponseEnvelope,
  verified: Element | undefined,
  expected: Expected,
): Examined | ResponseRefusal {
  if (verified !== undefined) {
    // A failure around an assertion says two things.
    return status === STATUS.success
      ? examineAssertion(readAssertion(verified), expected)
      : refuse('status', status);
  }
  // Success without an assertion says nothing.
  return status === STATUS.success ? refuse('status', status) : { kind: 'declined', status, subStatus };
}

function examineAssertion(assertion: Assertion | undefined, expected: Expected): Examined | ResponseRefusal {
  if (assertion === undefined) return refuse('malformed-assertion');
  return firstOf(ASSERTION_CHECKS, assertion, expected) ?? { kind: 'assertion', assertion };
}

function firstOf<Subject>(
  checks: readonly ((subject: Subject, expected: Expected) => ResponseRefusal | undefined)[],
  subject: Subject,
  expected: Expected,
): ResponseRefusal | undefined {
  for (const check of checks) {
    const refusal = check(subject, expected);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Keys come from what we know of the identity provider; none in a message is looked at (SX-16). */
function trustIn(certificates: readonly string[]): Trust {
  return {
    keys: certificates.flatMap((certificate) => {
      const read = keyFromCertificate(certificate);
      return read.kind === 'key' ? [read.key] : [];
    }),
  };
}
