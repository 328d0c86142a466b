import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client, Provider } from 'oidc-provider';
import { hashToken, randomToken } from '#libs/security';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import type { OidcEvents } from '../oidc-events.js';
import { TOKEN_LIFETIME } from '../provider.js';
import type { PlainCode } from '../store/plain-code.js';
import type { OidcRecords } from '../store/records.js';
import { exchangeByModels } from './exchange-by-models.js';
import { onceEach } from './once-each.js';
import { challengeOf, GRANT, MAY, MUST, type Asked, type Exchanged } from './plain-code-request.js';
import { provenClient } from './proven-client.js';
import { readShortBody } from './short-body.js';

export interface PlainExchangeServices {
  readonly records: Pick<OidcRecords, 'exchangePlain'>;
  readonly sessions: SignInSessionStore;
  readonly events: Pick<OidcEvents, 'issued'>;
}

/** Headers with which a request is more than the plain one. */
const MORE = ['dpop', 'origin', 'oauth-client-attestation', 'oauth-client-attestation-pop'] as const;

const PKCE_VERIFIER = /^[\w.~-]{43,128}$/;

/**
 * Exchanges a code for tokens (RFC 6749 section 4.1.3, OpenID Connect Core 3.1.3) when the request is the plain one: a
 * client that proves itself by its secret, or a public one, with unbound tokens and no access beyond the session. Where
 * codes, answers and sessions are in one database, one statement judges and exchanges; elsewhere the provider's own
 * models do. Its middleware, which costs more than the answer, is left out.
 *
 * @returns false, with nothing answered, when anything is otherwise: the provider then judges the request in full, and
 * words the refusal
 */
export async function answerPlainExchange(
  provider: Provider,
  services: PlainExchangeServices,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<boolean> {
  const body = isForTokens(request) ? await readShortBody(request) : undefined;
  if (body === undefined) return false;
  const asked = await plainRequest(provider, body.text, request.headers.authorization);
  const issued = asked && ((await atOnce(services, asked)) ?? (await exchangeByModels(provider, asked)));
  if (asked === undefined || issued === undefined) {
    body.putBack();
    return false;
  }
  const { code, tokens } = issued;
  const { accountId } = code;
  services.events.issued({ request, clientId: asked.client.clientId }, { accountId, grantType: GRANT });
  const text = JSON.stringify({ ...tokens, id_token: await idTokenOf(provider, code, asked.client) });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    vary: 'Origin',
  });
  response.end(text);
  return true;
}

const isForTokens = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' && url === '/access_token' && MORE.every((name) => headers[name] === undefined);

async function plainRequest(
  provider: Provider,
  body: string,
  header: string | undefined,
): Promise<Asked | undefined> {
  const form = onceEach(body, MUST, MAY);
  if (form?.grant_type !== GRANT) return undefined;
  const { code_verifier: verifier } = form;
  if (verifier !== undefined && !PKCE_VERIFIER.test(verifier)) return undefined;
  const client = await provenClient(provider, GRANT, { form, header });
  return client && { form, client };
}

async function atOnce(
  { records, sessions }: PlainExchangeServices,
  { form, client }: Asked,
): Promise<Exchanged | undefined> {
  const value = randomToken();
  const exchange = {
    code: hashToken(form.code),
    clientId: client.clientId,
    redirectUri: form.redirect_uri,
    challenge: challengeOf(form),
    token: hashToken(value),
    life: TOKEN_LIFETIME,
  };
  const code = await records.exchangePlain(exchange, sessions.idleMinutes);
  return (
    code && {
      code,
      tokens: { access_token: value, expires_in: TOKEN_LIFETIME, scope: code.scope, token_type: 'Bearer' },
    }
  );
}

function idTokenOf(provider: Provider, code: PlainCode, client: Client): Promise<string> {
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
