import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { currentRequest, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmSignOutPage } from '../../../journey/signed-out/confirm-sign-out.page.js';
import { SignedOutPage } from '../../../journey/signed-out/signed-out.page.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { SubjectRule } from '../authorization/subject.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';

/** Sign-out that a client starts (OpenID Connect RP-Initiated Logout 1.0). */
export class SignOut {
  private readonly answered = new WeakSet<KoaContextWithOIDC>();

  constructor(
    private readonly requests: WeakMap<IncomingMessage, FastifyRequest>,
    private readonly parties: RelyingParties,
    private readonly subjectOf: SubjectRule,
  ) {}

  /** A client that proves by its ID token that it knows this person need not ask again; all others do. */
  async confirm(ctx: KoaContextWithOIDC, form: string): Promise<void> {
    this.answered.add(ctx);
    if (this.knowsThePerson(ctx)) return this.endAndReturn(ctx);
    const request = this.request(ctx);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    ctx.type = 'html';
    ctx.body = renderPage(
      <ConfirmSignOutPage
        frame={pageFrame(request)}
        action={ctx.oidc.urlFor('end_session_confirm')}
        fields={{ xsrf }}
        services={this.servicesOf(ctx, request)}
      />,
    );
  }

  /** Nobody is signed in, for which the provider has a page of its own: there is nothing to ask and nothing to end. */
  async withoutSession(ctx: KoaContextWithOIDC): Promise<void> {
    if (ctx.oidc?.route !== 'end_session' || ctx.respond === false || this.answered.has(ctx)) return;
    if (ctx.oidc.entities.IdTokenHint === undefined) this.done(ctx);
    else await this.endAndReturn(ctx);
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

  private knowsThePerson({ oidc: { client, entities, session } }: KoaContextWithOIDC): boolean {
    const hinted = entities.IdTokenHint?.payload.sub;
    if (client === undefined || session?.accountId === undefined) return false;
    return hinted === this.subjectOf(client, session.accountId);
  }

  private async endAndReturn(ctx: KoaContextWithOIDC): Promise<void> {
    const { session, params = {} } = ctx.oidc;
    await session?.destroy();
    currentRequest().cookies.clear(SIGN_IN_COOKIE);
    const target = params.post_logout_redirect_uri;
    if (typeof target !== 'string') {
      this.done(ctx);
      return;
    }
    const address = new URL(target);
    if (typeof params.state === 'string') address.searchParams.set('state', params.state);
    ctx.redirect(address.href);
    ctx.status = 303;
  }

  private servicesOf(ctx: KoaContextWithOIDC, request: FastifyRequest): string[] {
    const { language } = request.context;
    const clients = Object.keys(ctx.oidc.session?.authorizations ?? {});
    return clients.flatMap((clientId) => this.parties.byClient(clientId)?.name[language] ?? []);
  }

  private request(ctx: KoaContextWithOIDC): FastifyRequest {
    const request = this.requests.get(ctx.req);
    if (request === undefined) throw new Error('the request did not come through the app');
    return request;
  }
}
