/** Where a service sends the browser back to. One per service, so that no answer of one is taken for another's. */
export const callbackPath = (service: string): string => `/fas/partners/${service}/callback`;

/** Where services find our keys. */
export const PARTNER_KEYS_PATH = '/fas/partners/jwks';
