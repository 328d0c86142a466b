import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#libs/http';
import { API_NO_VERSION, API_OTHER_VERSION } from './api.errors.js';

/** The entity tag of what a GET answers (RFC 9110 section 8.8.3): it changes with every change that a reader sees. */
export const versionOf = (seen: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 22)}"`;

/** Answers with its version. */
export function versioned<T>(reply: FastifyReply, seen: T): T {
  reply.header('etag', versionOf(seen)).header('cache-control', 'no-store');
  return seen;
}

/**
 * Demands that the caller saw what is stored now (RFC 9110 section 13.1.1).
 *
 * @throws when If-Match is absent, or is another version
 */
export function demandVersion({ headers }: FastifyRequest, stored: unknown): void {
  const wanted = headers['if-match'];
  if (wanted === undefined) throw new AppError(API_NO_VERSION);
  const tags = wanted.split(',').map((tag) => tag.trim());
  if (!tags.includes('*') && !tags.includes(versionOf(stored))) throw new AppError(API_OTHER_VERSION);
}
