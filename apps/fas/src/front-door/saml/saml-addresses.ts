/** Paths of the SAML endpoints, as the clients of the service know them. */
export const SAML_PATHS = {
  metadata: '/saml/fas-metadata.xml',
  singleSignOnRedirect: '/fas/SSORedirect/metaAlias/idp',
  singleSignOnPost: '/fas/SSOPOST/metaAlias/idp',
  /** Where a posted request goes on, see `PostedRequests`. */
  singleSignOnContinue: '/fas/SSOPOST/metaAlias/idp/continue',
  artifactResolution: '/fas/ArtifactResolver/metaAlias/idp',
  singleLogoutRedirect: '/fas/IDPSloRedirect/metaAlias/idp',
  singleLogoutPost: '/fas/IDPSloPOST/metaAlias/idp',
  singleLogoutSoap: '/fas/IDPSloSoap/metaAlias/idp',
} as const;

/** Who we are and where we answer, all from configuration and never from a header of the request. */
export interface SamlAddresses {
  /** Address of FAS without a path. */
  readonly baseUrl: string;
  /** Our entity identifier: the address of our metadata. */
  readonly entityId: string;
  readonly singleSignOnRedirect: string;
  readonly singleSignOnPost: string;
  readonly artifactResolution: string;
  readonly singleLogoutRedirect: string;
  readonly singleLogoutPost: string;
  readonly singleLogoutSoap: string;
}

export function samlAddresses(fasBaseUrl: string): SamlAddresses {
  const baseUrl = fasBaseUrl.replace(/\/+$/, '');
  return {
    baseUrl,
    entityId: baseUrl + SAML_PATHS.metadata,
    singleSignOnRedirect: baseUrl + SAML_PATHS.singleSignOnRedirect,
    singleSignOnPost: baseUrl + SAML_PATHS.singleSignOnPost,
    artifactResolution: baseUrl + SAML_PATHS.artifactResolution,
    singleLogoutRedirect: baseUrl + SAML_PATHS.singleLogoutRedirect,
    singleLogoutPost: baseUrl + SAML_PATHS.singleLogoutPost,
    singleLogoutSoap: baseUrl + SAML_PATHS.singleLogoutSoap,
  };
}
