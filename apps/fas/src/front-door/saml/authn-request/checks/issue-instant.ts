import { minutes } from '#libs/kernel';
import type { AuthnRequest } from '#libs/saml';
import { UsedOrOldRequest } from '../../saml.errors.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

/** How far the clock of a relying party may be from ours, either way (SDP-G01 asks for three to five minutes). */
export const CLOCK_SKEW = minutes(3);

/** The request was made just now (Core 3.2.1). */
export function checkIssueInstant(
  { issueInstant }: Pick<AuthnRequest, 'issueInstant'>,
  now: Date,
): PageOutcome<void> {
  const age = now.getTime() - issueInstant.getTime();
  if (Math.abs(age) <= CLOCK_SKEW) return passed(undefined);
  return toPage('issue-instant', UsedOrOldRequest, age > 0 ? 'too-old' : 'in-the-future');
}
