import type { FastifyRequest } from 'fastify';
import type { ApiClient, ApiClientsStore, ApiRight } from '#libs/agencies';
import type { AuditData, AuditEvent, AuditFields, AuditWriter } from '#libs/audit';
import { AppError, httpErrors, principalOf, type GuardOutcome } from '#libs/http';
import type { Clock, EnterpriseNumber } from '#libs/kernel';
import type { AccessTokens } from './access-token.js';
import { ApiCallFailed, ApiCallRefused } from './api.audit.js';
import { API_RIGHT, API_TOKEN } from './api.errors.js';
import type { CallCounter } from './call-counter.js';
import { failureOf } from './call-failure.js';

export interface ApiDeskParts {
  readonly clients: ApiClientsStore;
  readonly tokens: AccessTokens;
  readonly counter: CallCounter;
  readonly audit: AuditWriter;
  readonly clock: Clock;
}

type Caller = Pick<ApiClient, 'id' | 'agency'>;

/** RFC 6750 section 3.1: the error is named only when a token was shown. */
const CHALLENGE = 'Bearer realm="administration"';
const INVALID = { 'www-authenticate': `${CHALLENGE}, error="invalid_token"` };

/** The guard of the API: which program it is, whether it may still work, and for which agency. */
export class ApiDesk {
  /** Calls whose refusal is in the record already. */
  private readonly refused = new WeakSet<FastifyRequest>();

  constructor(private readonly the: ApiDeskParts) {}

  get clock(): Clock {
    return this.the.clock;
  }

  /** Guard of routes that declare `@Client(right)`. */
  async admit(request: FastifyRequest, right: string): Promise<GuardOutcome> {
    const now = this.the.clock.now();
    const token = bearerOf(request);
    if (token === undefined) return this.refuse(request, 'no token', { 'www-authenticate': CHALLENGE });
    const checked = await this.the.tokens.check(token);
    if (checked.kind === 'invalid') return this.refuse(request, `token: ${checked.reason}`, INVALID);
    const found = await this.the.clients.find(checked.client, now);
    if (found === undefined) return this.refuse(request, 'unknown', INVALID);
    const { client, state } = found;
    if (state !== 'usable') return this.refuse(request, state, INVALID, client);
    const counted = this.the.counter.count(client.id, now);
    if (counted.kind === 'too-many') {
      const headers = { 'retry-after': String(counted.retryAfter) };
      // One for each minute: a program that runs wild does not fill the record.
      if (counted.first) await this.recordRefusal(request, 'too many calls', client);
      return { kind: 'refused', error: httpErrors.TOO_MANY, options: { headers } };
    }
    if (!client.rights.includes(right as ApiRight)) {
      await this.recordRefusal(request, `right ${right}`, client);
      const headers = { 'www-authenticate': `${CHALLENGE}, error="insufficient_scope", scope="${right}"` };
      return { kind: 'refused', error: API_RIGHT, options: { headers } };
    }
    await this.the.clients.noteUse(client, now);
    return { kind: 'allowed', principal: client };
  }

  /** What belongs to another agency is not there; that it was asked for is in the record. */
  async own<T>(request: FastifyRequest, thing: T | undefined, agencyOf: (thing: T) => EnterpriseNumber) {
    const client = apiClientOf(request);
    if (thing === undefined) throw new AppError(httpErrors.NOT_FOUND);
    if (agencyOf(thing) === client.agency) return thing;
    await this.recordRefusal(request, 'another agency', client);
    throw new AppError(httpErrors.NOT_FOUND);
  }

  /** Records, once, what came to nothing behind the guard; tells whether the call is this desk's to record. */
  async noteFailure(error: AppError, request: FastifyRequest): Promise<boolean> {
    if (request.routeOptions.config.policy?.access.kind !== 'client') return false;
    if (this.refused.has(request)) return true;
    if (request.principal === undefined || error.definition.status >= 500) return false;
    const route = request.routeOptions.url ?? 'unknown';
    await this.record(request, ApiCallFailed, { data: { route, ...failureOf(error) } });
    return true;
  }

  /** Records what a program does, and waits for it. */
  record<const F extends AuditFields>(
    request: FastifyRequest,
    event: AuditEvent<F>,
    action: { readonly application?: string; readonly data: AuditData<F> },
  ): Promise<void> {
    const { reference, address } = request.context;
    const { id: actor, agency } = apiClientOf(request);
    return this.the.audit.record(event, { ...action, reference, address, actor, agency });
  }

  private async refuse(
    request: FastifyRequest,
    reason: string,
    headers: Readonly<Record<string, string>>,
    caller?: Caller,
  ): Promise<GuardOutcome> {
    await this.recordRefusal(request, reason, caller);
    return { kind: 'refused', error: API_TOKEN, options: { detail: reason, headers } };
  }

  private recordRefusal(request: FastifyRequest, reason: string, caller?: Caller): Promise<void> {
    this.refused.add(request);
    const { reference, address } = request.context;
    const data = { reason, route: request.routeOptions.url ?? 'unknown' };
    const who = caller && { actor: caller.id, agency: caller.agency };
    return this.the.audit.record(ApiCallRefused, { reference, address, ...who, data });
  }
}

/** The program that came through the guard of a route that declares `@Client(right)`. */
export const apiClientOf = (request: FastifyRequest): ApiClient => principalOf<ApiClient>(request);

function bearerOf({ headers: { authorization = '' } }: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
}
