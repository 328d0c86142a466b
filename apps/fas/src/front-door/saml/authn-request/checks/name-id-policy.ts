import { NAME_ID_FORMAT, STATUS, type AuthnRequest } from '#libs/saml';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/** What a NameID of ours can be (Core 8.3.7, 8.3.8). */
export type NameIdKind = 'transient' | 'persistent';

export interface NameIdWish {
  readonly kind: NameIdKind;
  /** A persistent one may be given to a person who has none for this relying party yet. */
  readonly mayCreate: boolean;
}

const KINDS: ReadonlyMap<string, NameIdKind> = new Map([
  [NAME_ID_FORMAT.transient, 'transient'],
  [NAME_ID_FORMAT.persistent, 'persistent'],
]);

/**
 * The wanted format is one that we give, in the relying party's own name space (Core 3.4.1.1). Who wants none gets the
 * first of its metadata that we give, or else a transient one, which says nothing about the person.
 */
export function checkNameIdPolicy(request: AuthnRequest, party: ServiceProvider): StatusOutcome<NameIdWish> {
  const { nameIdPolicy: policy } = request;
  const { allowCreate: mayCreate = true, spNameQualifier = party.entityId } = policy ?? {};
  const kind = kindOf(policy?.format ?? NAME_ID_FORMAT.unspecified, party);
  if (kind !== undefined && spNameQualifier === party.entityId) return passed({ kind, mayCreate });
  return toParty('name-id-policy', { code: STATUS.requester, subCode: STATUS.invalidNameIdPolicy });
}

const kindOf = (format: string, party: ServiceProvider) =>
  format === NAME_ID_FORMAT.unspecified ? usualKind(party) : KINDS.get(format);

function usualKind({ metadata }: ServiceProvider): NameIdKind {
  const known = metadata.nameIdFormats.map((format) => KINDS.get(format)).find((kind) => kind !== undefined);
  return known ?? 'transient';
}
