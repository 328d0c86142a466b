import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { currentRequest, pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import { ConfirmSignOutPage } from '../../../journey/signed-out/confirm-sign-out.page.js';
import { SignedOutPage } from '../../../journey/signed-out/signed-out.page.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';

/** Sign-out that a client starts (OpenID Connect RP-Initiated Logout 1.0). */
export class SignOut {
  constructor(
    private readonly requests: WeakMap<IncomingMessage, FastifyRequest>,
    private readonly parties: RelyingParties,
  ) {}

  /** A client that proves by its ID token that it knows the person need not ask again; all others do. */
  async confirm(ctx: KoaContextWithOIDC, form: string): Promise<void> {
    const proven = ctx.oidc.entities.IdTokenHint !== undefined && ctx.oidc.client !== undefined;
    if (proven) return this.endAndReturn(ctx);
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
