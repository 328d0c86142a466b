import type { AdapterPayload, Client } from 'oidc-provider';
import { randomToken } from '#libs/security';
import { CODE_LIFETIME } from '../provider.js';
import type { OidcAdapters } from '../store/adapters.js';
import type { PlainGrant } from './plain-grants.js';
import type { Asked, PlainRequest } from './plain-request.js';

const MODEL = 'AuthorizationCode';

export interface PlainAnswer extends PlainRequest {
  readonly grant: PlainGrant;
}

/**
 * Keeps a code, in the form that the provider's own model gives it.
 *
 * @returns where the browser takes it to
 */
export async function keepCode(
  adapters: Pick<OidcAdapters, 'of'>,
  issuer: string,
  answer: PlainAnswer,
): Promise<string> {
  const code = randomToken();
  await adapters.of(MODEL).upsert(code, payloadOf(answer), CODE_LIFETIME);
  return answerAddress(answer.asked, { code, issuer });
}

/** What the code carries is what this request reached, not what the session could. */
function payloadOf({ asked, client, grant }: PlainAnswer): AdapterPayload {
  const { result, sid } = grant;
  const now = Math.floor(Date.now() / 1000);
  return {
    kind: MODEL,
    iat: now,
    exp: now + CODE_LIFETIME,
    accountId: result.fedId,
    acr: result.classReference,
    amr: [...result.amr],
    authTime: Math.floor(Date.parse(result.authenticatedAt) / 1000),
    clientId: client.clientId,
    grantId: grant.id,
    redirectUri: asked.redirect_uri,
    scope: grant.scope,
    sessionUid: result.sessionUid,
    expiresWithSession: true,
    ...(asked.nonce !== undefined && { nonce: asked.nonce }),
    ...(asked.code_challenge !== undefined && {
      codeChallenge: asked.code_challenge,
      codeChallengeMethod: 'S256',
    }),
    // As the provider has it: acr_values are a claim that is asked for (OpenID Connect Core 5.5.1.1).
    ...(asked.acr_values !== undefined && {
      claims: { id_token: { acr: { values: asked.acr_values.split(' ') } } },
    }),
    ...(isToldSessions(client) && { sid }),
  };
}

/** Clients that hear over the back channel that a session ended (OpenID Connect Back-Channel Logout 2.2). */
const isToldSessions = ({ backchannelLogoutUri, backchannelLogoutSessionRequired }: Client): boolean =>
  backchannelLogoutUri !== undefined && backchannelLogoutSessionRequired === true;

function answerAddress(
  { redirect_uri: address, state }: Asked,
  of: { code: string; issuer: string },
): string {
  const url = new URL(address);
  url.searchParams.set('code', of.code);
  if (state !== undefined) url.searchParams.set('state', state);
  // Which provider answers (RFC 9207).
  url.searchParams.set('iss', of.issuer);
  return url.href;
}
