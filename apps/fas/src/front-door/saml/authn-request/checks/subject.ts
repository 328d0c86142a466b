import { NAME_ID_FORMAT, STATUS, type AuthnRequest } from '#libs/saml';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

const OURS: ReadonlySet<string> = new Set([
  NAME_ID_FORMAT.transient,
  NAME_ID_FORMAT.persistent,
  NAME_ID_FORMAT.unspecified,
]);

/**
 * A subject that the request names is one by a NameID of ours to this relying party (Core 3.4.1.4): then only that person
 * will do. Gives the NameID.
 */
export function checkSubject(
  { subject }: AuthnRequest,
  party: ServiceProvider,
): StatusOutcome<string | undefined> {
  if (subject === undefined) return passed(undefined);
  const unknown = toParty('subject', { code: STATUS.responder, subCode: STATUS.unknownPrincipal });
  if (subject.kind === 'unreadable') return unknown;
  const { format = NAME_ID_FORMAT.unspecified, spNameQualifier = party.entityId } = subject;
  return OURS.has(format) && spNameQualifier === party.entityId ? passed(subject.nameId) : unknown;
}
