import { BINDING, defaultOf, type AuthnRequest, type IndexedEndpoint } from '#libs/saml';
import { WrongReturnAddress } from '../../saml.errors.js';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

/**
 * The answer goes to an address of the metadata and to no other (Core 3.4.1, Profiles 4.1.4.1, SDP-IDP06). Addresses are
 * compared character by character: no case folding, no default port, no prefix.
 */
export function checkAssertionConsumer(
  request: AuthnRequest,
  { metadata }: ServiceProvider,
): PageOutcome<string> {
  const { acsUrl, acsIndex } = request;
  if (acsUrl !== undefined && acsIndex !== undefined) return refuse('url-and-index');
  const reachable = metadata.assertionConsumerServices.filter(({ binding }) => binding === BINDING.post);
  const chosen = choose(request, reachable);
  return chosen ? passed(chosen.location) : refuse(acsIndex === undefined ? 'url' : 'index');
}

function choose(
  { acsUrl, acsIndex }: AuthnRequest,
  reachable: readonly IndexedEndpoint[],
): IndexedEndpoint | undefined {
  if (acsUrl !== undefined) return reachable.find(({ location }) => location === acsUrl);
  if (acsIndex !== undefined) return reachable.find(({ index }) => index === acsIndex);
  return defaultOf(reachable);
}

const refuse = (reason: string) => toPage('assertion-consumer', WrongReturnAddress, reason);
