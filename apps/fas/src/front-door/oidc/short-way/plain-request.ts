import type { Client, Provider } from 'oidc-provider';
import type { OidcParameters } from '../authorization/read-request.js';
import { onceEach } from './once-each.js';

const MUST = ['client_id', 'response_type', 'redirect_uri', 'scope'] as const;
const MAY = [
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'acr_values',
  'ui_locales',
] as const;

export type Asked = Readonly<Record<(typeof MUST)[number], string>> &
  Readonly<Partial<Record<(typeof MAY)[number], string>>>;

export type PlainParameters = Pick<OidcParameters, 'scopes' | 'acrValues' | 'uiLocales'>;

/** What a plain request asks, in our own words. */
export const plainParametersOf = ({
  scope,
  acr_values: acrValues,
  ui_locales: uiLocales,
}: Asked): PlainParameters => ({
  scopes: [...new Set(scope.split(' '))],
  ...(acrValues !== undefined && { acrValues }),
  ...(uiLocales !== undefined && { uiLocales }),
});

/** What others ask and a plain request does not. */
export const NOTHING_MORE = {
  prompts: new Set<string>(),
  claims: { idToken: {}, userinfo: {} },
  hintedOther: false,
} as const;

/** A plain request and the client that may send it. */
export interface PlainRequest {
  readonly asked: Asked;
  readonly client: Client;
}

/** What is asked, when nothing is asked that is not on the list, and nothing twice. */
export const readAsked = (query: string): Asked | undefined => onceEach(query, MUST, MAY);

const PKCE_CHALLENGE = /^[\w.~-]{43,128}$/;

/** The request with its client, when both are plain: what is on the list here, and nothing else. */
export async function plainRequest(
  provider: Provider,
  requiresPkce: (clientId: string) => boolean,
  asked: Asked | undefined,
): Promise<PlainRequest | undefined> {
  const client = asked && (await provider.Client.find(asked.client_id));
  if (asked === undefined || client === undefined) return undefined;
  const isAll = isPlain(asked, client) && isProtected(asked, requiresPkce) && areTheirs(asked.scope, client);
  return isAll ? { asked, client } : undefined;
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
