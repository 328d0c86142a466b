/** Where a service sends the browser back to. One per service, so that no answer of one is taken for another's. */
export const callbackPath = (service: string): string => `/fas/partners/${service}/callback`;

/** Where a service that speaks SAML posts its answers; one per service, for the same reason. */
export const consumerPath = (service: string): string => `/fas/partners/${service}/acs`;

/** Our metadata for that service, and our name there. */
export const partnerMetadataPath = (service: string): string => `/fas/partners/${service}/metadata.xml`;

/** Where a login goes on when its browser is back from the service. */
export const returnPath = (journey: string, service: string): string =>
  `/fas/sign-in/${encodeURIComponent(journey)}/${service}/return`;

/** Where services find our keys. */
export const PARTNER_KEYS_PATH = '/fas/partners/jwks';
