import { errors, type AuthorizationCode, type Client, type Grant, type Provider } from 'oidc-provider';
import { constantTimeEqual } from '#libs/security';
import { challengeOf, type Asked, type Exchanged } from './plain-code-request.js';

/**
 * Exchanges a plain code through the provider's own models, wherever these keep codes, sessions and answers.
 *
 * @returns undefined, with nothing changed, when the code is not plain or not this client's, and when another request
 * used it up a moment ago
 */
export async function exchangeByModels(
  provider: Provider,
  { form, client }: Asked,
): Promise<Exchanged | undefined> {
  const code = await provider.AuthorizationCode.find(form.code);
  if (code === undefined || !isPlain(code) || !isFor(code, client, form)) return undefined;
  const scope = grantedScope(await provider.Grant.find(code.grantId ?? ''), code);
  if (scope === undefined) return undefined;
  const token = tokenOf(provider, { code, client, scope });
  try {
    await code.consume();
    const value = await token.save();
    return {
      code,
      tokens: { access_token: value, expires_in: token.expiration, scope, token_type: 'Bearer' },
    };
  } catch (error) {
    if (error instanceof errors.InvalidGrant) return undefined;
    throw error;
  }
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

const isFor = (code: AuthorizationCode, { clientId }: Client, form: Asked['form']): boolean =>
  code.clientId === clientId &&
  code.redirectUri === form.redirect_uri &&
  isProven(challengeOf(form), code.codeChallenge);

/** RFC 7636 section 4.6. A verifier without a challenge is a code that somebody slipped in (RFC 9700 section 4.8.2). */
function isProven(presented: string | undefined, challenge: string | undefined): boolean {
  if (presented === undefined || challenge === undefined) return presented === challenge;
  return constantTimeEqual(presented, challenge);
}

interface Source {
  readonly code: AuthorizationCode;
  readonly client: Client;
  readonly scope: string;
}

function tokenOf(provider: Provider, { code, client, scope }: Source) {
  const { accountId, claims, grantId, sessionUid, sid } = code;
  return new provider.AccessToken({
    accountId,
    client,
    expiresWithSession: true,
    grantId,
    gty: 'authorization_code',
    sessionUid,
    scope,
    ...(claims !== undefined && { claims }),
    ...(sid !== undefined && { sid }),
  } as ConstructorParameters<typeof provider.AccessToken>[0]);
}
