import { AuthGuard } from '@nestjs/passport';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditWriter } from '#libs/audit';
import type { ApsTokenClaims } from '#libs/attributes';
import type { GuardOutcome } from '#libs/http';
import { APS_TOKEN, FasKeysUnavailable } from './aps-token.strategy.js';
import { AttributeRequestRefused } from './publication.audit.js';
import { KEYS_UNAVAILABLE, TOKEN_NOT_ACCEPTED } from './publication.errors.js';

/** RFC 6750 section 3.1: the error is named only when a token was shown. */
const CHALLENGE = 'Bearer realm="aps"';
const CHALLENGE_AFTER_TOKEN = `${CHALLENGE}, error="invalid_token"`;

/** Runs passport's check of the bearer token for routes that declare `@Client`, and records each refusal. */
export class ApsTokenGuard extends AuthGuard(APS_TOKEN) {
  constructor(private readonly audit: AuditWriter) {
    super();
  }

  async admit(request: FastifyRequest, reply: FastifyReply): Promise<GuardOutcome> {
    try {
      await this.canActivate(new ExecutionContextHost([request, reply]));
      return { kind: 'allowed', principal: (request as FastifyRequest & { user?: ApsTokenClaims }).user };
    } catch (error) {
      if (error instanceof FasKeysUnavailable) {
        return {
          kind: 'refused',
          error: KEYS_UNAVAILABLE,
          options: { cause: error, headers: { 'retry-after': '5' } },
        };
      }
      if (!(error instanceof Error)) throw error;
      return this.refuse(error, request);
    }
  }

  /** Passport hands over either claims, or why there are none. */
  override handleRequest<T>(error: unknown, claims: T, why: unknown): T {
    if (error instanceof Error) throw error;
    if (claims) return claims;
    throw why instanceof Error ? why : new Error('no claims');
  }

  private async refuse(why: Error, request: FastifyRequest): Promise<GuardOutcome> {
    const isTokenShown = request.headers.authorization !== undefined;
    const { reference, address } = request.context;
    const data = { reason: `token: ${reasonOf(why)}` };
    await this.audit.record(AttributeRequestRefused, { reference, address, data });
    return {
      kind: 'refused',
      error: TOKEN_NOT_ACCEPTED,
      options: {
        detail: data.reason,
        headers: { 'www-authenticate': isTokenShown ? CHALLENGE_AFTER_TOKEN : CHALLENGE },
      },
    };
  }
}

/** The first words of a check name what is wrong ("jwt expired"); none of them repeats the token. */
function reasonOf({ message }: Error): string {
  const [words = ''] = message.split('. ');
  return /^[\w ]{1,80}$/.test(words) ? words : 'malformed';
}
