import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An unguessable value from the system's random source, base64url. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** The form in which a random token is stored. A plain hash is enough since a token has its full entropy. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares secrets in a time that tells nothing about where they differ. */
export function constantTimeEqual(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}
