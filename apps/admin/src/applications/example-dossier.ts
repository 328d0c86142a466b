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
