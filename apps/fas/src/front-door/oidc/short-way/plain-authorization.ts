import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AdapterPayload, Client, Provider } from 'oidc-provider';
import { randomToken } from '#libs/security';
import type { OidcEvents } from '../oidc-events.js';
import { CODE_LIFETIME } from '../provider.js';
import type { OidcAdapters } from '../store/adapters.js';
import type { PlainGrant, PlainGrants, PlainParameters } from './plain-grants.js';
import { onceEach } from './once-each.js';

export interface PlainAuthorizationServices {
  readonly grants: PlainGrants;
  readonly adapters: Pick<OidcAdapters, 'of'>;
  readonly events: Pick<OidcEvents, 'accepted'>;
  readonly requiresPkce: (clientId: string) => boolean;
}

const MUST = ['client_id', 'response_type', 'redirect_uri', 'scope'] as const;
const MAY = [
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'acr_values',
  'ui_locales',
] as const;

type Asked = Readonly<Record<(typeof MUST)[number], string>> &
  Readonly<Partial<Record<(typeof MAY)[number], string>>>;

const MODEL = 'AuthorizationCode';
const PATH = '/authorize?';
const PKCE_CHALLENGE = /^[\w.~-]{43,128}$/;

/**
 * Answers the plain authorization request (OpenID Connect Core 3.1.2) of a browser that is signed in, and that the
 * service already knows from this session: a code, kept in the form that the provider's own model gives it. The
 * provider's middleware, which costs more than the answer, is left out.
 *
 * @returns false, with nothing answered, when anything is otherwise: the provider then judges the request in full, and
 * words the refusal or sends for the person
 */
export async function answerPlainAuthorization(
  provider: Provider,
  services: PlainAuthorizationServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const plain = await plainRequest(provider, services.requiresPkce, request);
  const grant = plain && (await services.grants.atOnce(plain.client.clientId, parametersOf(plain.asked)));
  if (plain === undefined || grant === undefined) return false;
  const { asked, client } = plain;
  services.events.accepted({ request, clientId: client.clientId }, asked);
  const code = randomToken();
  await services.adapters.of(MODEL).upsert(code, payloadOf({ asked, client, grant }), CODE_LIFETIME);
  response.writeHead(303, {
    location: answerAddress(asked, { code, issuer: provider.issuer }),
    'cache-control': 'no-store',
    'content-length': 0,
  });
  response.end();
  return true;
}

/** The request and its client, when both are plain. */
async function plainRequest(
  provider: Provider,
  requiresPkce: PlainAuthorizationServices['requiresPkce'],
  request: IncomingMessage,
) {
  const asked = askedBy(request);
  const client = asked && (await provider.Client.find(asked.client_id));
  if (asked === undefined || client === undefined) return undefined;
  const isAll = isPlain(asked, client) && isProtected(asked, requiresPkce) && areTheirs(asked.scope, client);
  return isAll ? { asked, client } : undefined;
}

function parametersOf({ scope, acr_values: acrValues, ui_locales: uiLocales }: Asked): PlainParameters {
  return {
    scopes: [...new Set(scope.split(' '))],
    ...(acrValues !== undefined && { acrValues }),
    ...(uiLocales !== undefined && { uiLocales }),
  };
}

function askedBy({ method, url = '' }: IncomingMessage): Asked | undefined {
  if (method !== 'GET' || !url.startsWith(PATH)) return undefined;
  return onceEach(url.slice(PATH.length), MUST, MAY);
}

/** The code flow to an address that is registered letter for letter, for a client that chose nothing stricter. */
function isPlain(asked: Asked, client: Client): boolean {
  return (
    asked.response_type === 'code' &&
    client.responseTypes?.includes('code') === true &&
    client.redirectUris?.includes(asked.redirect_uri) === true &&
    client.requirePushedAuthorizationRequests !== true &&
    client.requireSignedRequestObject !== true &&
    client.responseModes === undefined
  );
}

/** PKCE as RFC 7636 has it, which a client leaves out only when it need not send it. */
function isProtected(asked: Asked, requiresPkce: (clientId: string) => boolean): boolean {
  const { code_challenge: challenge, code_challenge_method: method } = asked;
  if (challenge === undefined && method === undefined) return !requiresPkce(asked.client_id);
  return method === 'S256' && PKCE_CHALLENGE.test(challenge ?? '');
}

/** Registered scopes only; what is to last beyond the session is asked with more than this. */
function areTheirs(asked: string, { scope = '' }: Client): boolean {
  const [scopes, registered] = [asked.split(' '), scope.split(' ')];
  return (
    scopes.includes('openid') &&
    !scopes.includes('offline_access') &&
    scopes.every((one) => registered.includes(one))
  );
}

interface Answered {
  readonly asked: Asked;
  readonly client: Client;
  readonly grant: PlainGrant;
}

/** What the code carries is what this request reached, not what the session could. */
function payloadOf({ asked, client, grant }: Answered): AdapterPayload {
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
