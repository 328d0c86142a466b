import { ApsClient } from '#libs/attributes';
import { tracedFetch } from '#libs/http';
import type { SigningKeyRing } from '#libs/security';
import { apsTokenIssuer } from './aps-token.js';

/** How FAS asks APS: with a token for one person and application, and in the trace of the request. */
export const apsAccess = (baseUrl: string, ring: SigningKeyRing, issuer: string): ApsClient =>
  new ApsClient({ baseUrl, token: apsTokenIssuer(ring, issuer), fetch: tracedFetch });
