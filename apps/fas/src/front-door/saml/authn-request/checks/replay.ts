import type { AuthnRequest } from '#libs/saml';
import { UsedOrOldRequest } from '../../saml.errors.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';
import type { SeenRequestsStore } from '../seen-requests.store.js';
import { CLOCK_SKEW } from './issue-instant.js';

/**
 * A request serves once, on whichever server it arrives (Profiles 4.1.4.1, ASVS 6.8.3).
 *
 * @param cookie of the session that it came with, which is read along
 */
export async function checkReplay(
  { issuer, id, issueInstant }: AuthnRequest,
  seen: SeenRequestsStore,
  cookie: string | undefined,
): Promise<PageOutcome<void>> {
  // From then on the issue instant refuses it.
  const forgetAt = new Date(issueInstant.getTime() + 2 * CLOCK_SKEW);
  const request = `${issuer}\n${id}`;
  const first = await (cookie === undefined
    ? seen.note(request, forgetAt)
    : seen.noteAndRead(request, forgetAt, cookie));
  return first ? passed(undefined) : toPage('replay', UsedOrOldRequest, 'seen-before');
}
