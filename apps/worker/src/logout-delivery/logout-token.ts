import { SignJWT } from 'jose';
import { minutes } from '#libs/kernel';
import type { SigningKey } from '#libs/security';
import type { Delivery } from '#libs/single-logout';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const LIFE = minutes(2);

/**
 * A logout token (Back-Channel Logout 1.0 section 2.4): `jti` is that of the delivery, so that a client that hears twice
 * knows it, and the times are those of this attempt. A nonce would make it look like an ID token and is forbidden.
 */
export function logoutToken(
  { messageId, details }: Delivery,
  { issuer, key, now }: { readonly issuer: string; readonly key: SigningKey; readonly now: Date },
): Promise<string> {
  const { audience, subject, index } = details;
  return new SignJWT({ sid: index, events: { [EVENT]: {} } })
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'logout+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setJti(messageId)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + LIFE))
    .sign(key.privateKey);
}
