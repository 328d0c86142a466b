import { BINDING, defaultOf, type AuthnRequest, type IndexedEndpoint } from '#libs/saml';
import { WrongReturnAddress } from '../../saml.errors.js';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';
import type { ReturnPoint } from '../received-request.js';

/**
 * The answer goes to an address of the metadata and to no other (Core 3.4.1, Profiles 4.1.4.1, SDP-IDP06). Addresses are
 * compared character by character: no case folding, no default port, no prefix. Where one address is there for several
 * bindings the wanted one counts; whether that is to be had is another rule.
 */
export function checkAssertionConsumer(
  request: AuthnRequest,
  { metadata }: ServiceProvider,
): PageOutcome<ReturnPoint> {
  const { acsUrl, acsIndex } = request;
  if (acsUrl !== undefined && acsIndex !== undefined) return refuse('url-and-index');
  const chosen = choose(request, metadata.assertionConsumerServices);
  if (chosen === undefined) return refuse(acsIndex === undefined ? 'url' : 'index');
  return passed({
    acs: chosen.location,
    binding: chosen.binding === BINDING.artifact ? 'artifact' : 'post',
  });
}

function choose(
  { acsUrl, acsIndex, protocolBinding }: AuthnRequest,
  all: readonly IndexedEndpoint[],
): IndexedEndpoint | undefined {
  const ofBinding = (binding: string | undefined) => all.filter((one) => one.binding === binding);
  const atUrl = ({ location }: IndexedEndpoint) => location === acsUrl;
  if (acsUrl !== undefined) {
    return ofBinding(protocolBinding).find(atUrl) ?? ofBinding(BINDING.post).find(atUrl) ?? all.find(atUrl);
  }
  if (acsIndex !== undefined) return all.find(({ index }) => index === acsIndex);
  return defaultOf(ofBinding(protocolBinding)) ?? defaultOf(all);
}

const refuse = (reason: string) => toPage('assertion-consumer', WrongReturnAddress, reason);
