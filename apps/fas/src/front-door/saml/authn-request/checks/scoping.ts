import { KEY_KINDS, limitedToKeys, type KeyKind, type Requirement } from '#libs/loa';
import { STATUS, type AuthnRequest, type Scoping } from '#libs/saml';
import { PARTNER_KEYS, partnerNamed } from '../partner-names.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

export interface Scoped {
  readonly requirement: Requirement;
  /** The only partner that the relying party wants: the person need not choose. */
  readonly straightTo?: KeyKind;
}

/**
 * Whom the relying party wants the person to be identified by (Core 3.4.1.2, 3.4.1.5; eGov-081 to 083): by us, by named
 * partners behind us, or by nobody behind us (ProxyCount 0). RequesterID is for who proxies to us and goes no further.
 *
 * @param issuer our own entity identifier
 */
export function checkScoping(
  { scoping }: AuthnRequest,
  requirement: Requirement,
  issuer: string,
): StatusOutcome<Scoped> {
  if (scoping === undefined) return passed({ requirement });
  const named = namedKeys(scoping, issuer);
  if (named.length === 0) return refuse(STATUS.noSupportedIdp);
  const keys = scoping.proxyCount === 0 ? named.filter((key) => !PARTNER_KEYS.has(key)) : named;
  const limited = limitedToKeys(requirement, keys);
  if (limited === undefined) {
    return refuse(keys.length < named.length ? STATUS.proxyCountExceeded : STATUS.noAvailableIdp);
  }
  const straightTo = onlyPartner(keys);
  return passed({ requirement: limited, ...(straightTo !== undefined && { straightTo }) });
}

function onlyPartner([key, ...others]: readonly KeyKind[]): KeyKind | undefined {
  return key !== undefined && others.length === 0 && PARTNER_KEYS.has(key) ? key : undefined;
}

function namedKeys({ identityProviders }: Scoping, issuer: string): readonly KeyKind[] {
  if (identityProviders.length === 0 || identityProviders.includes(issuer)) return KEY_KINDS;
  return [...new Set(identityProviders.flatMap((name) => partnerNamed(name) ?? []))];
}

const refuse = (subCode: (typeof STATUS)['noSupportedIdp' | 'noAvailableIdp' | 'proxyCountExceeded']) =>
  toParty('scoping', { code: STATUS.responder, subCode });
