import type { AdapterPayload } from 'oidc-provider';
import { sessionOf } from '../../../sign-in-session/session-row.js';
import { answerOf } from './answer.statements.js';

/** A code that a client presents, and the token that it wants in exchange, both by their hashes. */
export interface PlainExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** What the verifier of PKCE hashes to; none when the client sent none. */
  readonly challenge: string | undefined;
  readonly token: string;
  /** Seconds for which the token is worth something. */
  readonly life: number;
}

/** What a code says of the sign-in, for the ID token. */
export type PlainCode = Readonly<
  Pick<AdapterPayload, 'accountId' | 'acr' | 'amr' | 'authTime' | 'nonce' | 'sid' | 'claims'>
>;

/** A code that was used up, with the scope of the token that was kept for it. */
export type ExchangedCode = PlainCode & { readonly scope: string };

/** What a token does not take over from its code, or has of its own. */
const NOT_TAKEN_OVER = [
  'acr',
  'amr',
  'authTime',
  'codeChallenge',
  'codeChallengeMethod',
  'exp',
  'iat',
  'kind',
  'nonce',
  'redirectUri',
];

/** What a code has that stands for more than an ID token and an unbound token. */
const MORE = ['resource', 'dpopJkt', 'rar', 'attestationJkt'];

const listed = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`).join(', ')}]`;

/** For an ID token and an unbound token that ends with the session, without single claims but the level. */
const IS_PLAIN = `
       r.payload->>'expiresWithSession' = 'true' and not r.payload ?| ${listed(MORE)}
   and string_to_array(r.payload->>'scope', ' ') @> '{openid}'
   and not string_to_array(r.payload->>'scope', ' ') @> '{offline_access}'
   and coalesce(r.payload->'claims', '{}') - 'id_token' = '{}'
   and coalesce(r.payload#>'{claims,id_token}', '{}') - 'acr' = '{}'`;

const BELONGS_TO_ANSWER = `exists (
     select 1 from (${answerOf('r.grant_id')}) a
      where a.client_id = $2 and a.fed_id = r.payload->>'accountId' and a.scope = r.payload->>'scope')`;

const BELONGS_TO_SESSION = `exists (
     select 1 from (${sessionOf("(r.payload->>'sessionUid')", '$5')}) s
      where s.fed_id = r.payload->>'accountId' and s.oidc->'authorizations'->$2->>'grantId' = r.grant_id)`;

/**
 * Uses up a plain code and keeps its token, as the provider does in two steps between which it judges: unused and not
 * over (RFC 6749 section 4.1.2), of this client and address (4.1.3), proven by the verifier (RFC 7636 section 4.6), and
 * its answer, session and person still there. Of a code of which anything else holds nothing is changed.
 */
export const EXCHANGE_PLAIN = `
  with code as (
    update fas.oidc_record r set consumed_at = now()
     where r.model = 'AuthorizationCode' and r.id = $1 and r.consumed_at is null and r.expires_at > now()
       and r.payload->>'clientId' = $2 and r.payload->>'redirectUri' = $3
       and r.payload->>'codeChallenge' is not distinct from $4
       and ${IS_PLAIN}
       and ${BELONGS_TO_ANSWER}
       and ${BELONGS_TO_SESSION}
    returning r.payload, r.grant_id),
  token as (
    insert into fas.oidc_record (model, id, payload, grant_id, expires_at)
    select 'AccessToken', $6, payload - ${listed(NOT_TAKEN_OVER)} || $7::jsonb, grant_id,
           now() + make_interval(secs => $8)
      from code)
  select payload from code`;

/** Values of {@link EXCHANGE_PLAIN}. */
export function plainExchangeValues(exchange: PlainExchange, idleMinutes: number): readonly unknown[] {
  const { code, clientId, redirectUri, challenge = null, token, life } = exchange;
  const now = Math.floor(Date.now() / 1000);
  const own = JSON.stringify({ kind: 'AccessToken', gty: 'authorization_code', iat: now, exp: now + life });
  return [code, clientId, redirectUri, challenge, idleMinutes, token, own, life];
}
