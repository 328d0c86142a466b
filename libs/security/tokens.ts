import { hash, timingSafeEqual } from 'node:crypto';
import { randomPool } from './random-pool.js';

/** An unguessable value from the system's random source, base64url. */
export function randomToken(bytes = 32): string {
  return randomPool.take(bytes).toString('base64url');
}

/** The form in which a random token is stored. A plain hash is enough since a token has its full entropy. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}

const digest = (text: string) => hash('sha256', text, 'buffer');

/** Compares secrets in a time that tells nothing about where they differ. */
export function constantTimeEqual(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}
