import type { ServiceProblem } from '#libs/digital-keys';
import type { LoginMemory } from '../answer/login-memory.js';
import { jsonOf } from '../partner-channel.js';
import { clientAssertion, type Exchange } from './client-assertion.js';

export type RedeemOutcome =
  | { readonly kind: 'redeemed'; readonly idToken: string }
  | { readonly kind: 'refused'; readonly problem: ServiceProblem; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Exchanges the code for the ID token (OpenID Connect Core 3.1.3); the access token is not used. */
export async function redeem(
  of: Exchange & { readonly code: string; readonly memory: LoginMemory },
): Promise<RedeemOutcome> {
  const { channel, metadata, row, redirectUri } = of;
  const answer = await channel.ask({
    address: metadata.tokenEndpoint,
    form: {
      grant_type: 'authorization_code',
      code: of.code,
      redirect_uri: redirectUri,
      code_verifier: of.memory.codeVerifier,
      client_id: row.clientId,
      ...(await clientAssertion(of)),
    },
  });
  if (answer.kind === 'unreachable') return { kind: 'unavailable', reason: answer.reason };
  const body = jsonOf(answer);
  const idToken = body?.['id_token'];
  if (answer.status === 200 && typeof idToken === 'string') return { kind: 'redeemed', idToken };
  // The code is too old, was used, or belongs to another login (RFC 6749 section 5.2).
  if (answer.status === 400 && body?.['error'] === 'invalid_grant')
    return { kind: 'refused', problem: 'timed-out', reason: 'code' };
  return { kind: 'unavailable', reason: `token-refused-${answer.status}` };
}
