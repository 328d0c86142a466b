import { sessionOf } from '../../../sign-in-session/session-row.js';
import { answerOf } from './answer.statements.js';

/** What a plain access token stands for: the answer that it hangs on, as it is kept. */
export interface PlainToken {
  readonly client_id: string;
  readonly fed_id: string;
  readonly scope: string;
  /** When it ends, in seconds since 1970. */
  readonly exp: number;
  readonly answer_id: string;
  readonly application: string;
  /** Encrypted; {@link AnswerStore.attributesOf} opens them. */
  readonly attributes: string;
}

/**
 * Reads a token that is bound to nobody's key, for no other audience and without single claims, as long as it is not
 * over and its answer, session and person are still there and belong together.
 */
export const FIND_PLAIN_TOKEN = `
  select a.client_id, a.fed_id, a.scope, (r.payload->>'exp')::int as exp, a.id as answer_id, a.application, a.attributes
    from fas.oidc_record r
    join lateral (${answerOf('r.grant_id')}) a
      on a.client_id = r.payload->>'clientId' and a.fed_id = r.payload->>'accountId' and a.scope = r.payload->>'scope'
   where r.model = 'AccessToken' and r.id = $1 and r.expires_at > now()
     and r.payload->>'expiresWithSession' = 'true' and not r.payload ?| array['aud', 'jkt', 'x5t#S256', 'rar']
     and string_to_array(a.scope, ' ') @> '{openid}'
     and not coalesce(r.payload->'claims', '{}') ? 'userinfo'
     and exists (
       select 1 from (${sessionOf("(r.payload->>'sessionUid')", '$2')}) s
        where s.fed_id = a.fed_id and s.oidc->'authorizations'->a.client_id->>'grantId' = r.grant_id)`;
