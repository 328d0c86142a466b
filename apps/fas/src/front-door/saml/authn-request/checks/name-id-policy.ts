import { NAME_ID_FORMAT, STATUS, type AuthnRequest } from '#libs/saml';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/** What a NameID of ours can be (Core 8.3.7, 8.3.8). */
export type NameIdKind = 'transient' | 'persistent';

const KINDS: ReadonlyMap<string, NameIdKind> = new Map([
  [NAME_ID_FORMAT.transient, 'transient'],
  [NAME_ID_FORMAT.persistent, 'persistent'],
]);

/**
 * The wanted format is one that we give, in the relying party's own name space (Core 3.4.1.1). Who wants none gets the
 * first of its metadata that we give, or else a transient one, which says nothing about the person.
 */
export function checkNameIdPolicy(request: AuthnRequest, party: ServiceProvider): StatusOutcome<NameIdKind> {
  const { format = NAME_ID_FORMAT.unspecified, spNameQualifier } = request.nameIdPolicy ?? {};
  const ownQualifier = spNameQualifier === undefined || spNameQualifier === party.entityId;
  const kind = format === NAME_ID_FORMAT.unspecified ? usualKind(party) : KINDS.get(format);
  if (kind !== undefined && ownQualifier) return passed(kind);
  return toParty('name-id-policy', { code: STATUS.requester, subCode: STATUS.invalidNameIdPolicy });
}

function usualKind({ metadata }: ServiceProvider): NameIdKind {
  const known = metadata.nameIdFormats.map((format) => KINDS.get(format)).find((kind) => kind !== undefined);
  return known ?? 'transient';
}
