import type { Language } from '#libs/kernel';
import { randomToken } from '#libs/security';
import type { LoginMemory } from '../answer/login-memory.js';
import type { PartnerKeys } from '../partner-keys.js';
import { jsonOf } from '../partner-channel.js';
import type { Partner } from '../partner.js';
import { clientAssertion, type Exchange } from './client-assertion.js';

export interface RequestToSign {
  readonly row: Partner;
  readonly redirectUri: string;
  readonly memory: LoginMemory;
  readonly challenge: string;
  readonly language: Language;
  readonly now: Date;
  readonly keys: PartnerKeys;
}

/**
 * The request object (RFC 9101): code flow with PKCE, state and nonce, the class asked, and of the person the number
 * alone. Nothing in it tells for which service of the government the person signs in.
 */
export function signedRequest({ row, redirectUri, memory, ...of }: RequestToSign): Promise<string> {
  const { clientId, issuer, scope, acr, numberClaim } = row;
  const claims = {
    iss: clientId,
    aud: issuer,
    jti: randomToken(16),
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope,
    state: memory.state,
    nonce: memory.nonce,
    code_challenge: of.challenge,
    code_challenge_method: 'S256',
    acr_values: acr,
    claims: { id_token: { [numberClaim]: { essential: true } } },
    ui_locales: of.language,
    // Each sign-in is an act of the person, whatever session there is over there.
    prompt: 'login',
  };
  return of.keys.sign(claims, of.now, 'oauth-authz-req+jwt');
}

/** OpenID Connect Core 6.1 wants these beside the request object too. */
export function requestUrl(
  endpoint: string,
  { clientId, scope }: Pick<Partner, 'clientId' | 'scope'>,
  carried: Readonly<Record<string, string>>,
): string {
  const url = new URL(endpoint);
  const common = { client_id: clientId, response_type: 'code', scope };
  for (const [name, value] of Object.entries({ ...common, ...carried })) url.searchParams.set(name, value);
  return url.href;
}

export type PushOutcome =
  | { readonly kind: 'pushed'; readonly location: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

const REFERENCE = /^urn:[\x21-\x7e]{1,500}$/;

/** Hands the request over directly (RFC 9126); the browser carries a reference only. */
export async function pushRequest(of: Exchange & { readonly request: string }): Promise<PushOutcome> {
  const { metadata, row, channel } = of;
  if (metadata.pushEndpoint === undefined) return { kind: 'unavailable', reason: 'no-push-endpoint' };
  const answer = await channel.ask({
    address: metadata.pushEndpoint,
    form: { client_id: row.clientId, request: of.request, ...(await clientAssertion(of)) },
  });
  if (answer.kind === 'unreachable') return { kind: 'unavailable', reason: answer.reason };
  const reference = jsonOf(answer)?.['request_uri'];
  if (answer.status !== 201 || typeof reference !== 'string' || !REFERENCE.test(reference))
    return { kind: 'unavailable', reason: `push-refused-${answer.status}` };
  const location = new URL(metadata.authorizationEndpoint);
  location.searchParams.set('client_id', row.clientId);
  location.searchParams.set('request_uri', reference);
  return { kind: 'pushed', location: location.href };
}
