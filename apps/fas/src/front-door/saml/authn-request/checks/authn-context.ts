import { resolveRequirement, type LoaPolicy, type Requirement } from '#libs/loa';
import { STATUS, type AuthnRequest } from '#libs/saml';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/**
 * The classes that are asked can be met by this application (Core 3.3.2.2.1); nothing asked means its registered minimum.
 * What cannot be met is said so, and never answered with less.
 */
export function checkAuthnContext(
  { requestedAuthnContext: asked }: AuthnRequest,
  { application }: ServiceProvider,
  policy: LoaPolicy,
): StatusOutcome<Requirement> {
  const unmet = toParty('authn-context', { code: STATUS.responder, subCode: STATUS.noAuthnContext });
  // Declarations describe what our classes name; we have none, so a request by declaration cannot be met.
  if (asked && asked.classReferences.length === 0) return unmet;
  const resolved = resolveRequirement({
    classReferences: asked?.classReferences ?? [],
    comparison: asked?.comparison ?? 'minimum',
    applicationMinimum: application.minimumLevel,
    applicationContexts: application.contexts,
    legacyMethodClasses: true,
    policy,
  });
  return resolved.kind === 'resolved' ? passed(resolved.requirement) : unmet;
}
