import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessToken, Client, Provider } from 'oidc-provider';
import { releasedClaims, type ReleaseServices } from '../released-claims.js';

const BEARER = /^Bearer ([\w-]{20,100})$/;

/** Headers with which a request is more than the plain one. */
const MORE = ['dpop', 'origin', 'content-type', 'transfer-encoding', 'content-length'] as const;

/**
 * Answers the plain question for userinfo (OpenID Connect Core 5.3): an unbound bearer token in the header, no
 * parameters. It asks the provider's own models for the token, its client and its grant, holds them against each other
 * as the provider does, and leaves out its middleware, which costs more than the answer.
 *
 * @returns false, with nothing answered, when anything is otherwise: the provider then judges the request in full and
 * words the refusal
 */
export async function answerPlainUserinfo(
  provider: Provider,
  services: ReleaseServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const value = plainToken(request);
  const token = value === undefined ? undefined : await provider.AccessToken.find(value);
  if (token === undefined || !isForUserinfo(token)) return false;
  const holders = await holdersOf(provider, token);
  if (holders === undefined) return false;
  const claims = { ...(await releasedClaims(services, token)), sub: token.accountId };
  const scope = holders.grant.getOIDCScopeFiltered(token.scopes);
  const { body, type } = await worded(provider, holders.client, { token, scope, claims });
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    vary: 'Origin',
  });
  response.end(body);
  return true;
}

/** Client and grant of a token, as long as all three belong together. */
async function holdersOf(provider: Provider, { clientId = '', grantId = '', accountId }: AccessToken) {
  const client = await provider.Client.find(clientId);
  const grant = await provider.Grant.find(grantId);
  if (client === undefined || grant === undefined) return undefined;
  return grant.clientId === clientId && grant.accountId === accountId ? { client, grant } : undefined;
}

function plainToken({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || url !== '/userinfo' || MORE.some((name) => headers[name] !== undefined))
    return undefined;
  return BEARER.exec(headers.authorization ?? '')?.[1];
}

/** Bound to nobody's key, for no other audience, and without single claims that were asked for. */
function isForUserinfo(token: AccessToken): boolean {
  return (
    token.scopes.has('openid') &&
    !token.isSenderConstrained() &&
    token.aud === undefined &&
    token.claims?.userinfo === undefined
  );
}

interface Told {
  readonly token: AccessToken;
  readonly scope: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Signed for clients that registered so (OpenID Connect Core 5.3.2). */
async function worded(provider: Provider, client: Client, { token, scope, claims }: Told) {
  if (client.userinfoSignedResponseAlg === undefined && client.userinfoEncryptedResponseAlg === undefined) {
    const told = new provider.Claims(claims, { client });
    told.scope(scope);
    return { type: 'application/json', body: JSON.stringify(await told.result()) };
  }
  // Settable, which the types do not say.
  const signed = Object.assign(new provider.IdToken(claims, { client }), { scope });
  const body = await signed.issue({
    use: 'userinfo',
    ...(token.exp !== undefined && { expiresAt: token.exp }),
  });
  return { type: 'application/jwt', body };
}
