import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { asAppError, loggedError } from '#libs/http';

/**
 * What went wrong on our side, at the endpoints for clients: the provider says `server_error` whatever it was. A client
 * that is told that something we need does not answer, and when to come back, asks again (RFC 6749 section 5.2 leaves
 * the codes of such answers open; `temporarily_unavailable` is that of section 4.1.2.1).
 */
export function wordFault(ctx: KoaContextWithOIDC, error: Error, request: FastifyRequest | undefined): void {
  const { definition, headers } = asAppError(error);
  const { code, status } = definition;
  request?.log.error({ err: loggedError(error), error: code }, 'an endpoint for clients failed');
  // A page is worded elsewhere.
  if (status !== 503 || ctx.respond === false) return;
  ctx.status = status;
  ctx.set(headers);
  ctx.body = { error: 'temporarily_unavailable', error_description: definition.title.en };
}
