import type { Level } from '#libs/loa';
import { CSRF_FIELD } from '#libs/ui';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, RedirectAnswer, type AppErrorOptions } from '../errors/app-error.js';
import type { ErrorDefinition } from '../errors/define-error.js';
import { FOREIGN_FORM, FORBIDDEN, UNAUTHENTICATED } from '../errors/http-errors.js';
import type { CsrfProtection } from '../request/csrf.js';
import type { Access } from './declarations.js';

export type GuardOutcome =
  | { readonly kind: 'allowed'; /** found again with `principalOf(request)` */ readonly principal?: unknown }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'unauthenticated'; /** WWW-Authenticate */ readonly challenge?: string }
  | { readonly kind: 'forbidden'; readonly challenge?: string }
  | { readonly kind: 'refused'; readonly error: ErrorDefinition; readonly options?: AppErrorOptions };

type Strategy<Wanted> = (
  request: FastifyRequest,
  wanted: Wanted,
  reply: FastifyReply,
) => GuardOutcome | Promise<GuardOutcome>;

/** How this app finds out who is there. A route may only declare a guard that has its strategy here. */
export interface GuardStrategies {
  readonly person?: Strategy<Level>;
  readonly staff?: Strategy<string>;
  readonly client?: Strategy<string>;
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every route: nothing undeclared runs, nothing changes by a foreign form. */
export class RouteGuard implements CanActivate {
  constructor(
    private readonly strategies: GuardStrategies,
    private readonly csrf: CsrfProtection,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { policy } = request.routeOptions.config;
    if (policy === undefined) throw new AppError(FORBIDDEN, { detail: 'the route declares no guard' });
    // Bearer tokens are not sent by browsers on their own, so only cookie-borne access needs this.
    if (!policy.crossSite && policy.access.kind !== 'client') this.refuseForeignForm(request);
    if (policy.access.kind === 'public') return true;
    return this.admit(policy.access, request, http.getResponse<FastifyReply>());
  }

  private async admit(access: Access, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const outcome = await this.evaluate(access, request, reply);
    switch (outcome.kind) {
      case 'allowed':
        request.principal = outcome.principal;
        return true;
      case 'redirect':
        throw new RedirectAnswer(outcome.to);
      case 'unauthenticated':
        throw new AppError(UNAUTHENTICATED, { headers: challenge(outcome.challenge) });
      case 'forbidden':
        throw new AppError(FORBIDDEN, { headers: challenge(outcome.challenge) });
      case 'refused':
        throw new AppError(outcome.error, outcome.options);
    }
  }

  private evaluate(access: Access, request: FastifyRequest, reply: FastifyReply) {
    const { person, staff, client } = this.strategies;
    if (access.kind === 'person' && person !== undefined) return person(request, access.level, reply);
    if (access.kind === 'staff' && staff !== undefined) return staff(request, access.right, reply);
    if (access.kind === 'client' && client !== undefined) return client(request, access.scope, reply);
    return { kind: 'forbidden' } as const;
  }

  private refuseForeignForm(request: FastifyRequest): void {
    if (SAFE_METHODS.has(request.method)) return;
    const outcome = this.csrf.check({
      cookies: request.context.cookies,
      origin: request.headers.origin,
      fetchSite: single(request.headers['sec-fetch-site']),
      token: single(request.headers['x-csrf-token']) ?? fieldOf(request.body),
    });
    if (outcome.kind === 'foreign') throw new AppError(FOREIGN_FORM, { detail: outcome.reason });
  }
}

const fieldOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, CSRF_FIELD) : undefined;

const single = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

const challenge = (value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { 'www-authenticate': value };

/** Who the guard let through; throws on a route without such a guard. */
export function principalOf<T>(request: FastifyRequest): T {
  if (request.principal === undefined) throw new Error('This route has no principal.');
  return request.principal as T;
}
