const inAllLanguages = (text: string) => ({ nl: text, fr: text, de: text, en: text });

/** Invented: the agency of the demo and another one. */
export const AGENCY = '0671516647';
export const OTHER_AGENCY = '0123456749';

export const agencyFile = {
  number: AGENCY,
  name: inAllLanguages('Overheidsdienst Proef'),
  agreementVersion: '1.0',
};

/** A file of an application over OpenID Connect in which every field is there. */
export const oidcFile = {
  agency: AGENCY,
  name: inAllLanguages('Proefloket'),
  environment: 'INT',
  minimumLevel: 400,
  keys: ['eid', 'itsme', 'totp'],
  contexts: ['citizen'],
  attributes: ['egovNRN', 'givenName'],
  mandatoryAttributes: ['egovNRN'],
  legalBasis: {
    kind: 'RR_21_2015',
    reference: 'RR 21/2015',
    validFrom: '2026-01-01',
    validUntil: '2027-12-31',
  },
  oidc: {
    clientId: 'proefloket',
    profile: 'standard',
    clientSecret: 'only-known-in-this-test',
    redirectUris: ['https://proef.example/callback'],
    postLogoutRedirectUris: ['https://proef.example/'],
    backchannelLogoutUri: 'https://proef.example/logout',
    initiateLoginUri: 'https://proef.example/login',
    tokenEndpointAuthMethod: 'client_secret_post',
    jwks: { keys: [{ kty: 'EC' }] },
    scopes: ['openid', 'profile'],
    subjectType: 'public',
    sectorIdentifier: 'proef.example',
    userinfoFormat: 'json',
    requirePkce: true,
    requirePushedRequests: true,
    requestObjectSigningAlg: 'ES256',
    requireSignedRequests: true,
    signedResponses: true,
    tokenBinding: 'dpop',
    signingAlg: 'PS256',
    tokenEncryption: { alg: 'ECDH-ES', enc: 'A256GCM' },
  },
};

const { oidc: _withoutOidc, ...common } = oidcFile;

export const samlFile = {
  ...common,
  saml: {
    metadataFile: 'sp.xml',
    wantAssertionsEncrypted: false,
    requireSignedRequests: true,
    allowCbcEncryption: true,
    allowSha1: true,
    nameAuthenticatingAuthority: true,
  },
};

export const serviceProviderMetadata = (entityId: string) => `<md:EntityDescriptor
  xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:AssertionConsumerService index="0" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
      Location="https://proef.example/acs"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>`;
