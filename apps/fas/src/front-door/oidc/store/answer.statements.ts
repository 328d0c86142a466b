import { sessionWithCookie } from '../../../sign-in-session/session-row.js';

/**
 * An answer with offline access hangs on no session. It stands while the person may sign in, the key that was proven
 * works, and what was agreed to is not taken back.
 */
const STANDS_ALONE = `exists (
  select 1 from people.person p
    join digital_keys.digital_key k on k.fed_id = p.fed_id
    join fas.release_decision d on d.fed_id = p.fed_id
   where p.fed_id = o.fed_id and p.state = 'active'
     and k.id::text = o.key_id and k.state = 'active' and d.application = o.application)`;

/** The key whose proof counted; a proof that is gone leaves an answer that nothing stands behind. */
const PROVEN_KEY = `coalesce((select e->>'keyId' from fas.sign_in_session s, jsonb_array_elements(s.events) e
  where s.uid = $5 and e->>'at' = $12 limit 1), 'none')`;

const save = (key: { readonly id: string; readonly life: string }) => `
  insert into fas.oidc_answer (id, application, client_id, fed_id, session_uid, scope, class_reference, amr,
                               authenticated_at, attributes, key_id, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, ${key.id}, now() + make_interval(${key.life} => $11))
  on conflict (id) do update
    set scope = excluded.scope, class_reference = excluded.class_reference, amr = excluded.amr,
        authenticated_at = excluded.authenticated_at, attributes = excluded.attributes,
        created_at = now(), expires_at = excluded.expires_at`;

export const SAVE = save({ id: 'null', life: 'hours' });
export const SAVE_OFFLINE = save({ id: PROVEN_KEY, life: 'days' });

/** Reads an answer by its identifier, as part of a larger statement. */
export const answerOf = (id: string) => `
  select id, application, client_id, fed_id, scope, class_reference, amr, authenticated_at, attributes, created_at,
         expires_at
    from fas.oidc_answer o
   where id = ${id} and expires_at > now() and (key_id is null or ${STANDS_ALONE})`;

/**
 * Reads a live session by the hash of its cookie with what was answered in it to a client, as long as that lasts as long
 * as the session.
 */
export const SESSION_WITH_ANSWER = `
  select s.*, to_jsonb(a) as answer
    from (${sessionWithCookie('$1', '$2')}) s
    left join lateral (
      select id, application, client_id, fed_id, scope, class_reference, amr, authenticated_at, attributes, created_at,
             expires_at
        from fas.oidc_answer o
       where o.id = s.oidc->'authorizations'->$3->>'grantId' and o.key_id is null and o.expires_at >= s.expires_at) a
      on true`;
