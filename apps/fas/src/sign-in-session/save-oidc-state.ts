import { hashToken } from '#libs/security';

export type OidcSessionState = Readonly<Record<string, unknown>>;

/** What the OpenID provider keeps of a session; `formerCookie` when this request gives the session a new cookie. */
export interface SavedOidcSession {
  readonly uid: string;
  readonly cookie: string;
  readonly formerCookie?: string;
  readonly ttlSeconds: number;
}

type Write = (name: string, sql: string, params: readonly unknown[]) => Promise<{ cookie: string }[]>;

/**
 * Adds to the session's row what the provider knows of its clients, and makes the row when there is none.
 * Update and insert are apart: with `on conflict (uid) do update` a row that another request is just changing can
 * break the insert on the other unique column, the cookie.
 *
 * @returns true when the given cookie is that of the session afterwards
 */
export async function saveOidcState(
  write: Write,
  session: SavedOidcSession,
  oidc: OidcSessionState,
): Promise<boolean> {
  const saved =
    (await update(write, session, oidc)) ??
    (await insert(write, session, oidc)) ??
    (await update(write, session, oidc));
  return saved === hashToken(session.cookie);
}

async function update(
  write: Write,
  session: SavedOidcSession,
  oidc: OidcSessionState,
): Promise<string | undefined> {
  const updated = await write(
    'session-update-oidc',
    `update fas.sign_in_session s
        set cookie = case when s.cookie = $4 then $2 else s.cookie end, last_used_at = now(),
            oidc = $3::jsonb || jsonb_build_object('authorizations',
              coalesce(s.oidc->'authorizations', '{}') || coalesce($3::jsonb->'authorizations', '{}'))
      where uid = $1 and ended_at is null returning cookie`,
    [
      session.uid,
      hashToken(session.cookie),
      JSON.stringify(oidc),
      hashToken(session.formerCookie ?? session.cookie),
    ],
  );
  return updated[0]?.cookie;
}

/** Nothing when the row is there already, ended, or made by another request at this moment. */
async function insert(
  write: Write,
  session: SavedOidcSession,
  oidc: OidcSessionState,
): Promise<string | undefined> {
  const inserted = await write(
    'session-insert-oidc',
    `insert into fas.sign_in_session (uid, cookie, oidc, expires_at)
     values ($1, $2, $3, now() + make_interval(secs => $4)) on conflict do nothing returning cookie`,
    [session.uid, hashToken(session.cookie), JSON.stringify(oidc), session.ttlSeconds],
  );
  return inserted[0]?.cookie;
}
