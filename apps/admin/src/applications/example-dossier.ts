import type { EnterpriseNumber, FedId } from '#libs/kernel';
import type { Dossier, DossierState, EnvironmentSettings } from './dossier/dossier.js';

const settings: EnvironmentSettings = {
  protocol: 'oidc',
  redirectUris: ['https://counter.agency.example/callback'],
  postLogoutRedirectUris: ['https://counter.agency.example/'],
  tokenEndpointAuthMethod: 'client_secret_basic',
};

/** An invented service in some state, for the gallery. */
export const exampleDossier = (state: DossierState): Dossier => ({
  id: '11111111-2222-3333-4444-555555555555',
  agency: '0671516647' as EnterpriseNumber,
  state,
  details: {
    name: { nl: 'Bouwloket', fr: 'Guichet du bâtiment', de: 'Bauschalter', en: 'Building counter' },
    minimumLevel: 400,
    keys: ['eid', 'itsme', 'totp'],
    contexts: ['citizen'],
    attributes: [{ name: 'egovNRN', justification: 'CSAM' }],
    signInsPerYear: 12_000,
    signInsAtPeak: 40,
    smsAccepted: false,
  },
  environments: {
    INT: { settings, ...(state === 'draft' ? {} : { application: 'a' }) },
    ...(state === 'prod-active' && { PROD: { settings, application: 'b' } }),
  },
  ...(state === 'ended' && { endedAt: new Date('2026-03-04T09:00:00Z') }),
  ...(state === 'suspended' && {
    suspension: { since: new Date('2026-03-04T09:00:00Z'), reason: 'CSAM' },
  }),
  createdBy: 'ab'.repeat(20) as FedId,
  createdAt: new Date('2026-03-01T08:00:00Z'),
  updatedAt: new Date('2026-03-02T08:00:00Z'),
});

/** What a small SAML service says of itself. */
export const exampleMetadata = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://town.example/saml">
<md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
<md:AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://town.example/saml/acs"/>
</md:SPSSODescriptor>
</md:EntityDescriptor>`;

/** A certificate that vouches for nobody. */
const CERTIFICATE = [
  'MIIBgjCCASmgAwIBAgIUcUUAxSVhT4MipaUkknabGB3vkC0wCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMdG93bi5leGFtcGxl',
  'MB4XDTI2MTEzMDE5MjYwMVoXDTI5MDIwNzE5MjYwMVowFzEVMBMGA1UEAwwMdG93bi5leGFtcGxlMFkwEwYHKoZIzj0CAQYI',
  'KoZIzj0DAQcDQgAEZcQYdWX6lHbaqAxJnC2moqGkL34nsShWcZ1x2fP9tWrUTAj/q2nhW2hQTKKAGRVU3+7HM/WMseAwwz+c',
  'BH7EYaNTMFEwHQYDVR0OBBYEFH/MFtmqvQnQdHplNsGyCfojspHCMB8GA1UdIwQYMBaAFH/MFtmqvQnQdHplNsGyCfojspHC',
  'MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgQ4y7ulN0XCgFo6uaAabYLMcinNK6iKn1pRJfPQnAJxgCIEk7',
  'gpbMmmNF7Z8HxXdBJ++SblC0Hlh7RXv0TGmW5duu',
].join('');

/** The same in PEM. */
export const exampleCertificate = `-----BEGIN CERTIFICATE-----\n${CERTIFICATE}\n-----END CERTIFICATE-----`;

/** Metadata of a service that signs what it asks. */
export const certifiedMetadata = exampleMetadata.replace(
  '<md:Assertion',
  `<md:KeyDescriptor use="signing">
<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
<ds:X509Certificate>${CERTIFICATE}</ds:X509Certificate>
</ds:X509Data></ds:KeyInfo>
</md:KeyDescriptor>
<md:Assertion`,
);
