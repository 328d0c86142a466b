import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type AuthorizationCode, type Client, type Grant, type Provider } from 'oidc-provider';
import { constantTimeEqual } from '#libs/security';
import type { OidcEvents } from '../oidc-events.js';
import { onceEach } from './once-each.js';
import { provenClient } from './proven-client.js';
import { readShortBody } from './short-body.js';

export interface PlainExchangeServices {
  readonly events: Pick<OidcEvents, 'issued'>;
}

const GRANT = 'authorization_code';
const MUST = ['grant_type', 'code', 'redirect_uri'] as const;
const MAY = ['code_verifier', 'client_id', 'client_secret'] as const;

type Asked = Readonly<Record<(typeof MUST)[number], string>> &
  Readonly<Partial<Record<(typeof MAY)[number], string>>>;

/** Headers with which a request is more than the plain one. */
const MORE = ['dpop', 'origin', 'oauth-client-attestation', 'oauth-client-attestation-pop'] as const;

const PKCE_VERIFIER = /^[\w.~-]{43,128}$/;

/**
 * Exchanges a code for tokens (RFC 6749 section 4.1.3, OpenID Connect Core 3.1.3) when the request is the plain one: a
 * client that proves itself by its secret, or a public one, with unbound tokens and no access beyond the session. The
 * provider's own models find the code, its session and its grant, and keep and sign what is issued; its middleware,
 * which costs more than the answer, is left out.
 *
 * @returns false, with nothing answered, when anything is otherwise: the provider then judges the request in full, and
 * words the refusal
 */
export async function answerPlainExchange(
  provider: Provider,
  { events }: PlainExchangeServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const plain = await plainRequest(provider, request);
  const issued = plain && (await issue(provider, plain));
  if (plain === undefined || issued === undefined) return false;
  const { client, code } = plain;
  const { accountId = '' } = code;
  events.issued({ request, clientId: client.clientId }, { accountId, grantType: GRANT });
  const text = JSON.stringify(issued);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    vary: 'Origin',
  });
  response.end(text);
  return true;
}

/** What is exchanged, when request, client and code are plain. */
async function plainRequest(provider: Provider, request: IncomingMessage): Promise<Exchanged | undefined> {
  const body = isForTokens(request) ? await readShortBody(request) : undefined;
  const asked = body === undefined ? undefined : onceEach(body, MUST, MAY);
  const client =
    asked && (await provenClient(provider, GRANT, { form: asked, header: request.headers.authorization }));
  const source = client && (await sourceOf(provider, { asked, client }));
  return source && { ...source, client };
}

const isForTokens = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' && url === '/access_token' && MORE.every((name) => headers[name] === undefined);

/** The code and the scope that was granted with it. */
async function sourceOf(provider: Provider, { asked, client }: { asked: Asked; client: Client }) {
  if (asked.grant_type !== GRANT) return undefined;
  const code = await provider.AuthorizationCode.find(asked.code);
  if (code === undefined || !isPlain(code) || !isFor(code, client, asked)) return undefined;
  const scope = grantedScope(await provider.Grant.find(code.grantId ?? ''), code);
  return scope === undefined ? undefined : { code, scope };
}

/** Of the code's scopes, when the grant is of the same client and person. */
const grantedScope = (grant: Grant | undefined, { clientId, accountId, scopes }: AuthorizationCode) =>
  grant?.clientId === clientId && grant?.accountId === accountId
    ? grant?.getOIDCScopeFiltered(scopes)
    : undefined;

/** Unused, and for nothing that needs more than an ID token and an unbound token that ends with the session. */
const isPlain = (code: AuthorizationCode): boolean =>
  code.isValid &&
  code.expiresWithSession === true &&
  code.scopes.has('openid') &&
  !code.scopes.has('offline_access') &&
  MORE_IN_CODE.every((name) => code[name] === undefined) &&
  asksOnlyLevel(code.claims ?? {});

const MORE_IN_CODE = ['resource', 'dpopJkt', 'rar', 'attestationJkt'] as const;

const asksOnlyLevel = (claims: object): boolean =>
  Object.entries(claims).every(
    ([place, asked]) => place === 'id_token' && Object.keys(asked ?? {}).every((claim) => claim === 'acr'),
  );

function isFor(code: AuthorizationCode, client: Client, asked: Asked): boolean {
  return (
    code.clientId === client.clientId &&
    code.redirectUri === asked.redirect_uri &&
    isProven(asked.code_verifier, code.codeChallenge)
  );
}

/** RFC 7636 section 4.6. A verifier without a challenge is a code that somebody slipped in (RFC 9700 section 4.8.2). */
function isProven(verifier: string | undefined, challenge: string | undefined): boolean {
  if (verifier === undefined || challenge === undefined) return verifier === challenge;
  return PKCE_VERIFIER.test(verifier) && constantTimeEqual(hash('sha256', verifier, 'base64url'), challenge);
}

interface Exchanged {
  readonly code: AuthorizationCode;
  readonly scope: string;
  readonly client: Client;
}

/** Undefined when another request used the code up a moment ago. */
async function issue(provider: Provider, { code, scope, client }: Exchanged) {
  const { accountId, claims, grantId, sessionUid, sid } = code;
  const token = new provider.AccessToken({
    accountId,
    client,
    expiresWithSession: true,
    grantId,
    gty: GRANT,
    sessionUid,
    scope,
    ...(claims !== undefined && { claims }),
    ...(sid !== undefined && { sid }),
  } as ConstructorParameters<typeof provider.AccessToken>[0]);
  try {
    await code.consume();
    const value = await token.save();
    const idToken = await idTokenOf(provider, code, client);
    return {
      access_token: value,
      expires_in: token.expiration,
      id_token: idToken,
      scope,
      token_type: 'Bearer',
    };
  } catch (error) {
    if (error instanceof errors.InvalidGrant) return undefined;
    throw error;
  }
}

function idTokenOf(provider: Provider, code: AuthorizationCode, client: Client): Promise<string> {
  const { accountId: sub, acr, amr, authTime } = code;
  const idToken = Object.assign(
    new provider.IdToken({ sub, acr, amr, auth_time: authTime }, { client }),
    // Settable, which the types do not say.
    { scope: 'openid', mask: code.claims?.id_token },
  );
  if (code.nonce !== undefined) idToken.set('nonce', code.nonce);
  if (code.sid !== undefined) idToken.set('sid', code.sid);
  return idToken.issue({ use: 'idtoken' });
}
