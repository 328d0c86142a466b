import type { ServiceProblem } from '#libs/digital-keys';
import { constantTimeEqual } from '#libs/security';
import type { LoginMemory } from './login-memory.js';

type Query = Readonly<Record<string, string | undefined>>;

export type ResponseOutcome =
  | { readonly kind: 'code'; readonly code: string; readonly memory: LoginMemory }
  | { readonly kind: 'refused'; readonly problem: ServiceProblem; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface ResponseExpectations {
  readonly issuer: string;
  /** RFC 9207: the answer must name the issuer. */
  readonly namesItself: boolean;
  readonly memory: LoginMemory | undefined;
}

/** Errors that say something about the person; all others say something about the service or about us. */
const PERSON: Readonly<Record<string, ServiceProblem>> = {
  access_denied: 'refused',
  login_required: 'timed-out',
  interaction_required: 'timed-out',
  consent_required: 'refused',
};

const LONGEST_CODE = 2_048;

/** Judges what the browser brought back (OpenID Connect Core 3.1.2.5 to 3.1.2.7, RFC 9207, RFC 9700 section 4.4). */
export function readResponse(query: Query, expected: ResponseExpectations): ResponseOutcome {
  const { memory } = expected;
  if (memory === undefined) return refused('not-begun', 'no-question');
  if (!constantTimeEqual(textOf(query['state']), memory.state)) return refused('not-begun', 'state');
  if (!isFrom(query['iss'], expected)) return refused('not-verified', 'issuer-of-response');
  const error = query['error'];
  if (error !== undefined) return errorOutcome(textOf(error));
  const code = textOf(query['code']);
  return code === '' || code.length > LONGEST_CODE
    ? refused('not-verified', 'no-code')
    : { kind: 'code', code, memory };
}

function isFrom(named: string | undefined, { issuer, namesItself }: ResponseExpectations): boolean {
  return named === undefined ? !namesItself : named === issuer;
}

function errorOutcome(error: string): ResponseOutcome {
  const problem = PERSON[error];
  if (problem !== undefined) return refused(problem, error);
  return { kind: 'unavailable', reason: `error-${/^\w{1,40}$/.exec(error)?.[0] ?? 'unknown'}` };
}

/** A parameter that came twice arrives as a list, and says nothing. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const refused = (problem: ServiceProblem, reason: string): ResponseOutcome => ({
  kind: 'refused',
  problem,
  reason,
});
