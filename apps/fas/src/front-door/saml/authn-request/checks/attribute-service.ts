import { askedNames, attributeNamed, attributeOfSamlName } from '#libs/attributes';
import { STATUS, defaultOf, type AttributeConsumingService, type AuthnRequest } from '#libs/saml';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/**
 * The bundle of attributes that is pointed at exists (Core 3.4.1, IIP-IDP04). Without a pointer it is the default one of
 * the metadata, and without any bundle everything that the application registered. What is authorised is decided later.
 */
export function checkAttributeService(
  request: AuthnRequest,
  party: ServiceProvider,
): StatusOutcome<readonly string[]> {
  const { attributeConsumingServices: services } = party.metadata;
  const { attributeConsumingServiceIndex: index } = request;
  const service = index === undefined ? defaultOf(services) : services.find((one) => one.index === index);
  const dossier = party.application.attributes.map(({ name }) => name);
  if (service) return passed(askedNames(namesIn(service), dossier));
  if (index === undefined) return passed(askedNames(dossier, dossier));
  return toParty('attribute-service', { code: STATUS.requester, subCode: STATUS.requestUnsupported });
}

function namesIn({ requestedAttributes }: AttributeConsumingService): readonly string[] {
  return requestedAttributes.flatMap(({ name }) => {
    const attribute = attributeOfSamlName(name) ?? attributeNamed(name);
    return attribute ? [attribute.name] : [];
  });
}
