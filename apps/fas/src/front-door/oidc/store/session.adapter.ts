import { Provider, type Adapter, type AdapterPayload, type KoaContextWithOIDC } from 'oidc-provider';
import { minutes } from '#libs/kernel';
import type { AnySession } from '../../../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import { RecordAdapter } from './record.adapter.js';

/**
 * The OpenID provider's session *is* the sign-in session: one row, one cookie, one truth. Who is signed in comes
 * from the row; the provider keeps beside it only which client knows the session by which `sid` and grant.
 */
export class SessionAdapter extends RecordAdapter implements Adapter {
  private readonly found = new WeakMap<KoaContextWithOIDC, Found>();

  constructor(
    private readonly sessions: SignInSessionStore,
    records: ConstructorParameters<typeof RecordAdapter>[1],
  ) {
    super('Session', records);
  }

  override async find(cookie: string): Promise<AdapterPayload | undefined> {
    const session = await this.sessions.findByCookie(cookie);
    if (session === undefined) return undefined;
    const { ctx } = Provider;
    if (ctx !== undefined) this.found.set(ctx, { cookie, session, state: textOf(session.oidc) });
    return payloadOf(session, cookie);
  }

  override async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const session = await this.sessions.findByUid(uid);
    return session && payloadOf(session, uid);
  }

  override async upsert(given: string, payload: AdapterPayload, ttlSeconds = 3_600): Promise<void> {
    const { uid } = payload;
    if (uid === undefined) throw new Error('a session without an identifier');
    const cookies = cookiesFor(given, Provider.ctx && this.found.get(Provider.ctx)?.cookie);
    if (!this.isAsFound(cookies.cookie, payload)) {
      const isCurrent = await this.sessions.saveOidc({ uid, ttlSeconds, ...cookies }, stateOf(payload));
      if (isCurrent && cookies.cookie === given) return;
    }
    leaveCookieOfBrowser();
  }

  /** Nothing to write: the session is what this request found, and was seen to be used a moment ago. */
  private isAsFound(cookie: string, payload: AdapterPayload): boolean {
    const found = Provider.ctx && this.found.get(Provider.ctx);
    if (found === undefined || found.cookie !== cookie || found.session.uid !== payload.uid) return false;
    return wasNoted(found.session) && found.state === textOf(payload);
  }

  /** A session that takes another cookie is destroyed under the old one first; to us it is the same session. */
  override async destroy(cookie: string): Promise<void> {
    if (cookie !== cookieToReplace()) await this.sessions.endByCookie(cookie);
  }
}

interface Found {
  readonly cookie: string;
  readonly session: AnySession;
  /** What the provider kept with it, before it changed anything. */
  readonly state: string;
}

/** How precisely the time of last use is known; small beside the time after which an idle session ends. */
const NOTED_EVERY = minutes(1);

/** That it is in use stands in its row already. */
export const wasNoted = ({ lastUsedAt }: Pick<AnySession, 'lastUsedAt'>): boolean =>
  Date.now() - (lastUsedAt?.getTime() ?? 0) < NOTED_EVERY;

/** By which name and answer a client knows a session; nothing when it does not. */
export function knownTo(
  clientId: string,
  { oidc }: Pick<AnySession, 'oidc'>,
): { readonly sid?: string; readonly grantId?: string } {
  const { authorizations } = oidc as Pick<AdapterPayload, 'authorizations'>;
  return authorizations?.[clientId] ?? {};
}

const stateOf = ({ authorizations, state }: AdapterPayload) => ({
  ...(authorizations && { authorizations }),
  ...(state && { state }),
});

const textOf = ({ authorizations, state }: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ authorizations, state });

function payloadOf(session: AnySession, cookie: string): AdapterPayload {
  const proofs = session.events.map(({ at }) => Date.parse(at));
  return {
    // The provider writes in what it is given, and this is not read for it alone.
    ...structuredClone(session.oidc),
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

/**
 * The cookie that a session has from now on. A browser that comes back from its journey keeps the one that it came with
 * when that is good: the proof brought it (session fixation), and another one now would be lost with an answer that is
 * lost, so that the person would have to sign in again.
 */
function cookiesFor(
  given: string,
  found: string | undefined,
): { readonly cookie: string; readonly formerCookie?: string } {
  const formerCookie = cookieToReplace();
  if (formerCookie === undefined) return { cookie: given };
  const stays = Provider.ctx?.oidc.route === 'resume' && found === formerCookie;
  return stays ? { cookie: formerCookie } : { cookie: given, formerCookie };
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
