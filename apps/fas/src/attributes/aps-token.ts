import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { APS_AUDIENCE, APS_TOKEN_LIFETIME, APS_TOKEN_TYPE, type ApsCall } from '#libs/attributes';
import type { SigningKeyRing } from '#libs/security';

/** The curve key signs what stays between our own services: ten times cheaper than RSA. */
export const APS_TOKEN_ALGORITHM = 'ES256';

/** Makes the token with which FAS asks APS: one person, one application, one minute. */
export function apsTokenIssuer(ring: SigningKeyRing, issuer: string): (call: ApsCall) => Promise<string> {
  return async (call) => {
    const key = await ring.active('oidc', APS_TOKEN_ALGORITHM);
    return new SignJWT({ client_id: call.application, journey: call.journey, purpose: call.purpose })
      .setProtectedHeader({ alg: APS_TOKEN_ALGORITHM, typ: APS_TOKEN_TYPE, kid: key.kid })
      .setIssuer(issuer)
      .setAudience(APS_AUDIENCE)
      .setSubject(call.subject)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${APS_TOKEN_LIFETIME}s`)
      .sign(key.privateKey);
  };
}
