import { randomUUID, sign } from 'node:crypto';
import { APS_AUDIENCE, APS_TOKEN_LIFETIME, APS_TOKEN_TYPE, type ApsCall } from '#libs/attributes';
import { signatureParameters, type SigningKeyRing } from '#libs/security';

/** The curve key signs what stays between our own services: ten times cheaper than RSA. */
export const APS_TOKEN_ALGORITHM = 'ES256';

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * Makes the token with which FAS asks APS: one person, one application, one minute. Signed at once, in this thread:
 * handing so little work to another one costs more than the work.
 */
export function apsTokenIssuer(ring: SigningKeyRing, issuer: string): (call: ApsCall) => Promise<string> {
  return async ({ application, journey, purpose, subject }) => {
    const { kid, algorithm, privateKey } = await ring.active('oidc', APS_TOKEN_ALGORITHM);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      client_id: application,
      journey,
      purpose,
      iss: issuer,
      aud: APS_AUDIENCE,
      sub: subject,
      jti: randomUUID(),
      iat: now,
      exp: now + APS_TOKEN_LIFETIME,
    };
    const header = { alg: APS_TOKEN_ALGORITHM, typ: APS_TOKEN_TYPE, kid };
    const message = `${encoded(header)}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(message), signatureParameters(algorithm, privateKey));
    return `${message}.${signature.toString('base64url')}`;
  };
}
