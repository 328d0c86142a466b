import { generateServiceProviderMetadata } from 'passport-saml';
import { BINDING, NAME_ID_FORMAT } from '#libs/saml';
import type { ServiceProviderKey } from './key/service-provider-key.js';

/** Who a service provider is and where answers are posted. */
export interface ServiceProviderAddresses {
  readonly entityId: string;
  readonly assertionConsumer: string;
  /** Where FAS tells over SOAP that a session ended; the hub keeps no session of a service that could end. */
  readonly singleLogout?: string;
}

export const SERVICE_PROVIDER_PATHS = {
  metadata: '/saml/metadata.xml',
  assertionConsumer: '/saml/acs',
  singleLogout: '/saml/slo',
} as const;

/** Names and addresses of a service provider that lives under this base address. */
export function serviceProviderAddresses(baseUrl: string): Required<ServiceProviderAddresses> {
  const base = baseUrl.replace(/\/+$/, '');
  return {
    entityId: base + SERVICE_PROVIDER_PATHS.metadata,
    assertionConsumer: base + SERVICE_PROVIDER_PATHS.assertionConsumer,
    singleLogout: base + SERVICE_PROVIDER_PATHS.singleLogout,
  };
}

/** What an identity provider has to know about us (Metadata 2.4.4). Not signed: an operator hands it over. */
export function serviceProviderMetadata(
  description: ServiceProviderAddresses & { readonly key: ServiceProviderKey },
): string {
  const { entityId, assertionConsumer, singleLogout, key } = description;
  const metadata = generateServiceProviderMetadata({
    issuer: entityId,
    callbackUrl: assertionConsumer,
    identifierFormat: NAME_ID_FORMAT.transient,
    wantAssertionsSigned: true,
    // The generator says that requests are signed only when it sees with what; it does not sign here.
    privateKey: key.privateKey,
    publicCerts: key.certificate,
    generateUniqueId: () => '_metadata',
  });
  if (singleLogout === undefined) return metadata;
  // The generator knows logout by POST only; in the schema it stands before the formats of names.
  const logout = `<SingleLogoutService Binding="${BINDING.soap}" Location="${singleLogout}"/>`;
  return metadata.replace('<NameIDFormat>', () => `${logout}<NameIDFormat>`);
}
