import { issuerOf, type ParsedXml } from '#libs/saml';
import { SuspendedService } from '../../../../relying-parties/relying-parties.errors.js';
import { UnknownService, UnusableSamlRequest } from '../../saml.errors.js';
import type { ServiceProvider, ServiceProviders } from '../../service-providers.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

/**
 * The issuer is registered and may use the service (Core 3.4.1.4, Profiles 4.1.4.1). It is only a claim until the
 * signature is checked, and decides nothing but whose keys and addresses count.
 */
export async function checkIssuer(
  root: ParsedXml['root'],
  providers: ServiceProviders,
): Promise<PageOutcome<ServiceProvider>> {
  const issuer = issuerOf(root);
  if (issuer === undefined) return toPage('issuer', UnusableSamlRequest, 'absent');
  const found = await providers.find(issuer);
  if (found.kind === 'found') return passed(found.party);
  if (found.kind === 'unusable' && found.reason === 'suspended') {
    return toPage('issuer', SuspendedService, found.reason);
  }
  return toPage('issuer', UnknownService, found.kind === 'unknown' ? 'unknown' : found.reason);
}
