/** What the claims parameter says of one claim (OpenID Connect Core 5.5.1). */
export interface ClaimRequest {
  readonly essential: boolean;
  /** `value` and `values`, as texts. */
  readonly values: readonly string[];
}

export interface RequestedClaims {
  readonly idToken: Readonly<Record<string, ClaimRequest>>;
  readonly userinfo: Readonly<Record<string, ClaimRequest>>;
}

/**
 * The claims parameter of an authorization request. That it is a JSON object with objects in it was checked before;
 * what a client says of a single claim may still be anything, and what means nothing counts as plainly asked.
 */
export function readClaims(parameter: string | undefined): RequestedClaims {
  const parsed: unknown = parameter === undefined ? {} : JSON.parse(parameter);
  return { idToken: claimsIn(parsed, 'id_token'), userinfo: claimsIn(parsed, 'userinfo') };
}

function claimsIn(parsed: unknown, member: string): Record<string, ClaimRequest> {
  const asked = Object.entries(objectOf(objectOf(parsed)[member]));
  return Object.fromEntries(asked.map(([name, request]) => [name, claimRequest(objectOf(request))]));
}

function claimRequest({ essential, value, values }: Readonly<Record<string, unknown>>): ClaimRequest {
  const all = [value, ...(Array.isArray(values) ? (values as unknown[]) : [])];
  return { essential: essential === true, values: all.filter((one) => typeof one === 'string') };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
