import { AppError, httpErrors } from '#libs/http';
import type { Logout } from '#libs/single-logout';
import type { Exchange } from '../journey/front-door.js';
import type { LeftSession } from '../sign-in-session/session-endings.store.js';
import { SIGN_IN_COOKIE } from '../sign-in-session/sign-in-cookie.js';
import type { SignInSessionStore } from '../sign-in-session/sign-in-session.store.js';
import { CLEAR_SITE_DATA } from './clear-site-data.js';
import { PATIENCE, traceOf, type FrontChannel } from './front-channel.js';
import type { LogoutDoors } from './logout-doors.js';
import type { Settlements } from './settlements.js';
import type { SignOutPages } from './sign-out-pages.js';
import { LOGOUT_PATH, logoutPath, type SingleLogout } from './single-logout.js';

export interface SignOutDeskServices {
  readonly sessions: SignInSessionStore;
  readonly singleLogout: SingleLogout;
  readonly frontChannel: FrontChannel;
  readonly settlements: Settlements;
  readonly doors: LogoutDoors;
  readonly pages: SignOutPages;
}

/** What the person does about a sign-out in the browser. */
export class SignOutDesk {
  constructor(private readonly the: SignOutDeskServices) {}

  /** Our own page: asks, or says that nobody is signed in. */
  async own(exchange: Exchange): Promise<string> {
    const session = await this.sessionHere(exchange);
    return session === undefined
      ? this.the.pages.over(exchange)
      : this.the.pages.confirm(session, LOGOUT_PATH, exchange);
  }

  /** The answer on our own page. */
  async decideOwn(isYes: boolean, exchange: Exchange): Promise<void> {
    const session = isYes ? await this.sessionHere(exchange) : undefined;
    if (session === undefined) return go('/fas/', exchange);
    const wish = {
      sessionUid: session.uid,
      starter: { protocol: 'fas' },
      cause: 'person',
      browser: true,
    } as const;
    const id = await this.the.singleLogout.perform(wish, traceOf(exchange));
    forgetHere(exchange);
    await go(id === undefined ? '/fas/signed-out' : logoutPath(id), exchange);
  }

  /** The page of a logout, by how far it is. */
  async page(id: string, exchange: Exchange): Promise<string> {
    const logout = await this.logout(id);
    if (logout.state === 'asking') return this.question(logout, exchange);
    const deliveries = await this.the.settlements.of(id, logout.state === 'done' ? PATIENCE : 0);
    const open = deliveries.some(({ channel, state }) => channel === 'front' && isOpen(state));
    if (open) return this.the.pages.progress(logout, deliveries, exchange);
    await this.the.singleLogout.logouts.finish(id);
    return this.the.pages.done(logout, await this.the.settlements.of(id, PATIENCE), exchange);
  }

  /** The answer to a question that a service could not spare the person. */
  async decide(id: string, isYes: boolean, exchange: Exchange): Promise<void> {
    const logout = await this.logout(id);
    if (logout.state === 'asking') {
      if (!isYes) {
        await this.the.singleLogout.logouts.forget(id);
        return go('/fas/', exchange);
      }
      await this.perform(logout, exchange);
    }
    await go(logoutPath(id), exchange);
  }

  async everywhere(id: string, exchange: Exchange): Promise<void> {
    const logout = await this.logout(id);
    if (!isOpenChoice(logout)) return go(logoutPath(id), exchange);
    await this.perform(logout, exchange);
    await this.the.frontChannel.goOn(await this.logout(id), exchange);
  }

  async only(id: string, exchange: Exchange): Promise<void> {
    const logout = await this.logout(id);
    if (!isOpenChoice(logout)) return go(logoutPath(id), exchange);
    await this.the.singleLogout.leave(logout, traceOf(exchange));
    await this.the.doors.of(logout.starter.protocol).answer(logout.starter, 'partial', exchange);
  }

  async next(id: string, exchange: Exchange): Promise<void> {
    const logout = await this.logout(id);
    if (logout.state !== 'under-way') return go(logoutPath(id), exchange);
    await this.the.frontChannel.giveUpVisited(logout, traceOf(exchange));
    await this.the.frontChannel.goOn(logout, exchange);
  }

  /** Back to the service that asked, with the answer. */
  async goBack(id: string, exchange: Exchange): Promise<void> {
    const logout = await this.logout(id);
    const door = this.the.doors.find(logout.starter.protocol);
    if (logout.state !== 'done' || door === undefined) return go(logoutPath(id), exchange);
    const deliveries = await this.the.singleLogout.deliveries.ofLogout(id);
    const whole = deliveries.every(({ state }) => state === 'confirmed');
    await door.answer(logout.starter, whole ? 'whole' : 'partial', exchange);
  }

  private async question(logout: Logout, exchange: Exchange): Promise<string> {
    const session = await this.the.singleLogout.endings.find(logout.sessionUid);
    if (session === undefined) return this.the.pages.over(exchange);
    return logout.proven
      ? this.the.pages.choose(logout, session, exchange)
      : this.the.pages.confirm(session, logoutPath(logout.id), exchange);
  }

  private async perform({ id, sessionUid, starter }: Logout, exchange: Exchange): Promise<void> {
    const wish = { id, sessionUid, starter, cause: 'service', browser: true } as const;
    const performed = await this.the.singleLogout.perform(wish, traceOf(exchange));
    forgetHere(exchange);
    // It ended meanwhile by another road; those who must hear do so from there.
    if (performed === undefined) throw new AppError(httpErrors.NOT_FOUND, { detail: 'ended meanwhile' });
  }

  private async sessionHere({ request }: Exchange): Promise<LeftSession | undefined> {
    const cookie = request.context.cookies.get(SIGN_IN_COOKIE);
    const session = cookie === undefined ? undefined : await this.the.sessions.findByCookie(cookie);
    if (session?.fedId === undefined) return undefined;
    return this.the.singleLogout.endings.find(session.uid);
  }

  private async logout(id: string): Promise<Logout> {
    const logout = await this.the.singleLogout.logouts.find(id);
    if (logout === undefined) throw new AppError(httpErrors.NOT_FOUND, { detail: 'no such sign-out' });
    return logout;
  }
}

const isOpen = (state: string): boolean => state === 'waiting' || state === 'sent';

/** Only for a service that proved that it may ask: everybody else needs the answer of the person in a form. */
const isOpenChoice = ({ state, proven }: Logout): boolean => state === 'asking' && proven;

async function go(path: string, { reply }: Exchange): Promise<void> {
  await reply.redirect(path, 303);
}

function forgetHere({ request, reply }: Exchange): void {
  request.context.cookies.clear(SIGN_IN_COOKIE);
  void reply.header('clear-site-data', CLEAR_SITE_DATA);
}
