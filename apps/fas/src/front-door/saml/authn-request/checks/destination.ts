import type { AuthnRequest } from '#libs/saml';
import { UnusableSamlRequest } from '../../saml.errors.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

/**
 * A signed request names us as its destination, and any request that names one names us (Bindings 3.4.5.2, 3.5.5.2):
 * what was meant for another identity provider is not carried over to us.
 */
export function checkDestination(
  { destination }: AuthnRequest,
  { endpoint, signed }: { readonly endpoint: string; readonly signed: boolean },
): PageOutcome<void> {
  if (destination === undefined) {
    return signed ? toPage('destination', UnusableSamlRequest, 'absent') : passed(undefined);
  }
  return destination === endpoint ? passed(undefined) : toPage('destination', UnusableSamlRequest, 'other');
}
