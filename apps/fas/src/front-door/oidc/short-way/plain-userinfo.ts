import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessToken, Client, Provider } from 'oidc-provider';
import { hashToken } from '#libs/security';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import { releasedClaims, stillReleased, type ReleaseServices } from '../released-claims.js';
import type { OidcRecords } from '../store/records.js';

export interface PlainUserinfoServices extends ReleaseServices {
  readonly records: Pick<OidcRecords, 'findPlainToken'>;
  readonly sessions: SignInSessionStore;
}

const BEARER = /^Bearer ([\w-]{20,100})$/;

/** Headers with which a request is more than the plain one. */
const MORE = ['dpop', 'origin', 'content-type', 'transfer-encoding', 'content-length'] as const;

/**
 * Answers the plain question for userinfo (OpenID Connect Core 5.3): an unbound bearer token in the header, no
 * parameters. Where tokens, answers and sessions are in one database, one statement finds the token and holds all three
 * against each other as the provider does; elsewhere the provider's own models do. Its middleware, which costs more than
 * the answer, is left out.
 *
 * @returns false, with nothing answered, when anything is otherwise: the provider then judges the request in full and
 * words the refusal
 */
export async function answerPlainUserinfo(
  provider: Provider,
  services: PlainUserinfoServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const value = plainToken(request);
  const told =
    value && ((await atOnce(provider, services, value)) ?? (await byModels(provider, services, value)));
  if (!told) return false;
  const { body, type } = await worded(provider, told);
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    vary: 'Origin',
  });
  response.end(body);
  return true;
}

function plainToken({ method, url, headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' || url !== '/userinfo' || MORE.some((name) => headers[name] !== undefined))
    return undefined;
  return BEARER.exec(headers.authorization ?? '')?.[1];
}

interface Told {
  readonly client: Client;
  readonly scope: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** When the token ends, in seconds since 1970. */
  readonly expiresAt?: number;
}

async function atOnce(
  provider: Provider,
  services: PlainUserinfoServices,
  value: string,
): Promise<Told | undefined> {
  const token = await services.records.findPlainToken(hashToken(value), services.sessions.idleMinutes);
  const client = token && (await provider.Client.find(token.client_id));
  if (token === undefined || client === undefined) return undefined;
  const { scope, exp: expiresAt, fed_id: sub, answer_id: id, application: applicationId } = token;
  const attributes = services.answers.attributesOf({ id, attributes: token.attributes });
  return {
    client,
    scope,
    expiresAt,
    claims: { ...stillReleased(services, { applicationId, attributes }), sub },
  };
}

async function byModels(
  provider: Provider,
  services: PlainUserinfoServices,
  value: string,
): Promise<Told | undefined> {
  const token = await provider.AccessToken.find(value);
  const holders = token && isForUserinfo(token) ? await holdersOf(provider, token) : undefined;
  if (token === undefined || holders === undefined) return undefined;
  return {
    client: holders.client,
    scope: holders.grant.getOIDCScopeFiltered(token.scopes),
    claims: { ...(await releasedClaims(services, token)), sub: token.accountId },
    ...(token.exp !== undefined && { expiresAt: token.exp }),
  };
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

/** Client and grant of a token, as long as all three belong together. */
async function holdersOf(provider: Provider, { clientId = '', grantId = '', accountId }: AccessToken) {
  const client = await provider.Client.find(clientId);
  const grant = await provider.Grant.find(grantId);
  if (client === undefined || grant === undefined) return undefined;
  return grant.clientId === clientId && grant.accountId === accountId ? { client, grant } : undefined;
}

/** Signed for clients that registered so (OpenID Connect Core 5.3.2). */
async function worded(provider: Provider, { client, scope, claims, expiresAt }: Told) {
  if (client.userinfoSignedResponseAlg === undefined && client.userinfoEncryptedResponseAlg === undefined) {
    const told = new provider.Claims(claims, { client });
    told.scope(scope);
    return { type: 'application/json', body: JSON.stringify(await told.result()) };
  }
  // Settable, which the types do not say.
  const signed = Object.assign(new provider.IdToken(claims, { client }), { scope });
  const body = await signed.issue({ use: 'userinfo', ...(expiresAt !== undefined && { expiresAt }) });
  return { type: 'application/jwt', body };
}
