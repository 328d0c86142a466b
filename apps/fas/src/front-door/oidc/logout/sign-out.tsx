import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { currentRequest, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { SignedOutPage } from '../../../journey/signed-out/signed-out.page.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import { CLEAR_SITE_DATA } from '../../../single-logout/clear-site-data.js';
import { mustBeClosedByHand } from '../../../single-logout/front-channel.js';
import { logoutPath, type SingleLogout } from '../../../single-logout/single-logout.js';
import type { SubjectRule } from '../authorization/subject.js';
import type { OidcStarter } from './oidc-logout-door.js';

export interface SignOutServices {
  readonly requests: WeakMap<IncomingMessage, FastifyRequest>;
  readonly parties: RelyingParties;
  readonly subjectOf: SubjectRule;
  readonly singleLogout: SingleLogout;
}

/** Sign-out that a client starts (OpenID Connect RP-Initiated Logout 1.0). */
export class SignOut {
  private readonly answered = new WeakSet<KoaContextWithOIDC>();

  constructor(private readonly the: SignOutServices) {}

  /** A client that proves by its ID token that it knows this person need not ask again; all others do. */
  async confirm(ctx: KoaContextWithOIDC): Promise<void> {
    this.answered.add(ctx);
    const session = await this.the.singleLogout.endings.find(ctx.oidc.session?.uid ?? '');
    if (session === undefined) return this.goBack(ctx);
    const proven = this.knowsThePerson(ctx);
    const starter = this.starter(ctx);
    if (!proven || (await this.the.singleLogout.needsBrowser(session, starter))) {
      seeOther(ctx, withLanguage(await this.the.singleLogout.ask(session, starter, { proven }), ctx));
      return;
    }
    await this.endNow(ctx, session.uid, starter);
  }

  /** Nobody is signed in, for which the provider has a page of its own: there is nothing to ask and nothing to end. */
  async withoutSession(ctx: KoaContextWithOIDC): Promise<void> {
    if (ctx.oidc?.route !== 'end_session' || ctx.respond === false || this.answered.has(ctx)) return;
    if (ctx.oidc.entities.IdTokenHint === undefined) this.done(ctx);
    else await this.goBack(ctx);
  }

  done(ctx: KoaContextWithOIDC): void {
    ctx.type = 'html';
    ctx.body = renderPage(
      <SignedOutPage
        frame={pageFrame(this.request(ctx))}
        services={[]}
        wayBack={{ kind: 'link', href: '/fas/' }}
      />,
    );
  }

  private async endNow(ctx: KoaContextWithOIDC, sessionUid: string, starter: OidcStarter): Promise<void> {
    const { singleLogout } = this.the;
    const { context } = this.request(ctx);
    const trace = { reference: context.reference, address: context.address };
    const wish = { sessionUid, starter, cause: 'service', browser: true } as const;
    const id = await singleLogout.perform(wish, trace);
    const deliveries = id === undefined ? [] : await singleLogout.deliveries.ofLogout(id);
    if (id !== undefined && mustBeClosedByHand(deliveries)) {
      await this.leave(ctx);
      seeOther(ctx, withLanguage(logoutPath(id), ctx));
      return;
    }
    if (id !== undefined) await singleLogout.logouts.finish(id);
    await this.goBack(ctx);
  }

  private knowsThePerson({ oidc: { client, entities, session } }: KoaContextWithOIDC): boolean {
    const hinted = entities.IdTokenHint?.payload.sub;
    if (client === undefined || session?.accountId === undefined) return false;
    return hinted === this.the.subjectOf(client, session.accountId);
  }

  private starter(ctx: KoaContextWithOIDC): OidcStarter {
    const clientId = ctx.oidc.client?.clientId;
    const application = clientId === undefined ? undefined : this.the.parties.byClient(clientId);
    const returnTo = returnAddress(ctx);
    return {
      protocol: 'oidc',
      ...(clientId !== undefined && { clientId }),
      ...(application && { applicationId: application.id }),
      ...(returnTo !== undefined && { returnTo }),
    };
  }

  private async goBack(ctx: KoaContextWithOIDC): Promise<void> {
    await this.leave(ctx);
    const target = returnAddress(ctx);
    if (target === undefined) this.done(ctx);
    else seeOther(ctx, target);
  }

  private async leave(ctx: KoaContextWithOIDC): Promise<void> {
    // The row has ended; this keeps the provider from writing it once more.
    await ctx.oidc.session?.destroy();
    currentRequest().cookies.clear(SIGN_IN_COOKIE);
    ctx.set('clear-site-data', CLEAR_SITE_DATA);
  }

  private request(ctx: KoaContextWithOIDC): FastifyRequest {
    const request = this.the.requests.get(ctx.req);
    if (request === undefined) throw new Error('the request did not come through the app');
    return request;
  }
}

/** Where the client wants the browser; the provider has compared it with what is registered. */
function returnAddress({ oidc: { params = {} } }: KoaContextWithOIDC): string | undefined {
  const target = params.post_logout_redirect_uri;
  if (typeof target !== 'string') return undefined;
  const address = new URL(target);
  if (typeof params.state === 'string') address.searchParams.set('state', params.state);
  return address.href;
}

function seeOther(ctx: KoaContextWithOIDC, location: string): void {
  ctx.redirect(location);
  ctx.status = 303;
}

/** The client's wish for a language goes along to our page. */
function withLanguage(path: string, { oidc: { params = {} } }: KoaContextWithOIDC): string {
  const wish = params.ui_locales;
  return typeof wish === 'string' ? `${path}?${new URLSearchParams({ ui_locales: wish })}` : path;
}
