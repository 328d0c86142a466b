import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { AnySession, SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import { RecordAdapter } from './record.adapter.js';

/**
 * The OpenID provider's session *is* the sign-in session: one row, one cookie, one truth. Who is signed in comes
 * from the row; the provider keeps beside it only which client knows the session by which `sid` and grant.
 */
export class SessionAdapter extends RecordAdapter implements Adapter {
  constructor(
    private readonly sessions: SignInSessionStore,
    database: ConstructorParameters<typeof RecordAdapter>[1],
  ) {
    super('Session', database);
  }

  override async find(cookie: string): Promise<AdapterPayload | undefined> {
    const session = await this.sessions.findByCookie(cookie);
    return session && payloadOf(session, cookie);
  }

  override async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const session = await this.sessions.findByUid(uid);
    return session && payloadOf(session, uid);
  }

  override async upsert(cookie: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { uid, authorizations, state } = payload;
    if (uid === undefined) throw new Error('a session without an identifier');
    const formerCookie = cookieToReplace();
    const isCurrent = await this.sessions.saveOidc(
      { uid, cookie, ttlSeconds: expiresIn ?? 3_600, ...(formerCookie !== undefined && { formerCookie }) },
      { ...(authorizations && { authorizations }), ...(state && { state }) },
    );
    if (!isCurrent) leaveCookieOfBrowser();
  }

  /** A session that takes another cookie is destroyed under the old one first; to us it is the same session. */
  override async destroy(cookie: string): Promise<void> {
    if (cookie !== cookieToReplace()) await this.sessions.endByCookie(cookie);
  }
}

function payloadOf(session: AnySession, cookie: string): AdapterPayload {
  const proofs = session.events.map(({ at }) => Date.parse(at));
  return {
    ...session.oidc,
    kind: 'Session',
    jti: cookie,
    uid: session.uid,
    ...(session.fedId !== undefined && { accountId: session.fedId }),
    ...(proofs.length > 0 && { loginTs: Math.floor(Math.max(...proofs) / 1000) }),
    iat: Math.floor(session.createdAt.getTime() / 1000),
    exp: Math.floor(session.expiresAt.getTime() / 1000),
    // Keeps the cookie a session cookie: it goes when the browser closes.
    transient: true,
  };
}

/** The cookie with which the browser came, when the provider is giving the session another one. */
function cookieToReplace(): string | undefined {
  const session = Provider.ctx?.oidc.session as { readonly oldId?: string } | undefined;
  return session?.oldId;
}

/** A proof in another tab was faster: the browser has, or is about to get, the cookie that counts. */
function leaveCookieOfBrowser(): void {
  const { ctx } = Provider;
  if (ctx === undefined) return;
  const name = ctx.oidc.provider.cookieName('session');
  const others = [ctx.response.get('set-cookie')]
    .flat()
    .filter((text) => text !== '' && !text.startsWith(`${name}=`));
  ctx.response.remove('set-cookie');
  if (others.length > 0) ctx.response.set('set-cookie', others);
}
