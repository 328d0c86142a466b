import { seconds } from '#libs/kernel';
import { authenticateMessage, verifyEnvelopedSignature, type ParsedXml, type SamlMessage } from '#libs/saml';
import { checkIssueInstant, CLOCK_SKEW } from '../authn-request/checks/issue-instant.js';
import { passed, toPage, type PageOutcome } from '../authn-request/rejection.js';
import type { SeenRequestsStore } from '../authn-request/seen-requests.store.js';
import { WrongSignature } from '../saml.errors.js';
import type { ServiceProvider } from '../service-providers.js';
import { StaleLogoutMessage, UnusableLogoutMessage } from './saml-logout.errors.js';

/** A message as it arrived: by the browser, or in a SOAP envelope. */
export type ArrivedMessage = SamlMessage | { readonly binding: 'soap' };

type Root = ParsedXml['root'];

/** Always demanded, whatever the metadata says (SDP-IDP26, Profiles 4.4.3.1); values are read from what it covers. */
export function checkLogoutSignature(
  message: ArrivedMessage,
  root: Root,
  party: ServiceProvider,
): PageOutcome<Root> {
  const outcome =
    message.binding === 'soap'
      ? verifyEnvelopedSignature(root, party.trust)
      : authenticateMessage(message, root, party.trust);
  if (outcome.kind === 'refused') return toPage('signature', WrongSignature, outcome.reason);
  return outcome.kind === 'unsigned' ? toPage('signature', WrongSignature, 'unsigned') : passed(outcome.root);
}

/** Core 3.2.1: a message that the browser brings names us; on a direct connection it may leave that out. */
export function checkLogoutDestination(
  destination: string | undefined,
  { endpoint, binding }: { readonly endpoint: string; readonly binding: ArrivedMessage['binding'] },
): PageOutcome<void> {
  if (destination === endpoint) return passed(undefined);
  if (destination === undefined && binding === 'soap') return passed(undefined);
  const reason = destination === undefined ? 'absent' : 'other';
  return toPage('destination', UnusableLogoutMessage, reason);
}

/** What two clocks that are kept in time may differ. */
const TOLERANCE = seconds(30);

/** The message was made just now, and has not expired (Core 3.2.1, 3.7.1). */
export function checkLogoutTimes(
  message: { readonly issueInstant: Date; readonly notOnOrAfter?: Date | undefined },
  now: Date,
): PageOutcome<void> {
  const instant = checkIssueInstant(message, now);
  if (instant.kind === 'rejected') return toPage('issue-instant', StaleLogoutMessage, instant.reason);
  const { notOnOrAfter } = message;
  return notOnOrAfter !== undefined && notOnOrAfter.getTime() + TOLERANCE <= now.getTime()
    ? toPage('not-on-or-after', StaleLogoutMessage, 'expired')
    : passed(undefined);
}

/** A request serves once, on whichever server it arrives (ASVS 6.8.3). */
export async function checkLogoutReplay(
  { issuer, id, issueInstant }: { readonly issuer: string; readonly id: string; readonly issueInstant: Date },
  seen: SeenRequestsStore,
): Promise<PageOutcome<void>> {
  const forgetAt = new Date(issueInstant.getTime() + 2 * CLOCK_SKEW);
  const first = await seen.note(`logout\n${issuer}\n${id}`, forgetAt);
  return first ? passed(undefined) : toPage('replay', StaleLogoutMessage, 'seen-before');
}
