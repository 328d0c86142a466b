import { limitedToKeys, type KeyKind, type Requirement } from '#libs/loa';
import { STATUS, type AuthnRequest, type Scoping } from '#libs/saml';
import type { PartnerNames } from '../partner-names.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

export interface Scoped {
  readonly requirement: Requirement;
  /** The only partner that the relying party wants: the person need not choose. */
  readonly straightTo?: KeyKind;
}

export interface KnownProviders {
  readonly issuer: string;
  readonly partners: PartnerNames;
}

/**
 * Whom the relying party wants the person to be identified by (Core 3.4.1.2, 3.4.1.5; eGov-081 to 083): by us, by named
 * partners behind us, or by nobody behind us (ProxyCount 0). RequesterID is for who proxies to us and goes no further.
 *
 * @param us our own entity identifier, and the partners behind us
 */
export function checkScoping(
  { scoping }: AuthnRequest,
  requirement: Requirement,
  us: KnownProviders,
): StatusOutcome<Scoped> {
  if (scoping === undefined) return passed({ requirement });
  const named = namedKeys(scoping, us);
  if (named.length === 0) return refuse(STATUS.noSupportedIdp);
  const keys = scoping.proxyCount === 0 ? named.filter((key) => !us.partners.isPartner(key)) : named;
  const limited = limitedToKeys(requirement, keys);
  if (limited === undefined) {
    return refuse(keys.length < named.length ? STATUS.proxyCountExceeded : STATUS.noAvailableIdp);
  }
  const straightTo = onlyPartner(keys, us.partners);
  return passed({ requirement: limited, ...(straightTo !== undefined && { straightTo }) });
}

function onlyPartner([key, ...others]: readonly KeyKind[], partners: PartnerNames): KeyKind | undefined {
  return key !== undefined && others.length === 0 && partners.isPartner(key) ? key : undefined;
}

function namedKeys({ identityProviders }: Scoping, { issuer, partners }: KnownProviders): readonly KeyKind[] {
  if (identityProviders.length === 0 || identityProviders.includes(issuer)) return partners.everyKey;
  return [...new Set(identityProviders.flatMap((name) => partners.keyNamed(name) ?? []))];
}

const refuse = (subCode: (typeof STATUS)['noSupportedIdp' | 'noAvailableIdp' | 'proxyCountExceeded']) =>
  toParty('scoping', { code: STATUS.responder, subCode });
