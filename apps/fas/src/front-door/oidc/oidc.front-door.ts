import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { AuditWriter } from '#libs/audit';
import { AppError, httpErrors, type App, type ErrorDefinition } from '#libs/http';
import type { SigningKeyRing } from '#libs/security';
import type { AuthenticationResult } from '../../journey/authentication-result.js';
import type { Exchange, FrontDoor } from '../../journey/front-door.js';
import type { Journey } from '../../journey/journey.js';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';
import type { Authorization } from './authorization/authorization.js';
import { postedRequest } from './authorization/posted-request.js';
import { formPost } from './form-post.js';
import { SignOut } from './logout/sign-out.js';
import { LoginExpired, UnknownClient, UnusableRequest, WrongRedirectAddress } from './oidc.errors.js';
import { OidcEvents } from './oidc-events.js';
import { createProvider, type ProviderServices } from './provider.js';
import type { OidcAdapters } from './store/adapters.js';
import type { AnswerStore } from './store/answer.store.js';
import type { OidcProtocolState } from './store/interaction.adapter.js';

export const OIDC_PREFIX = '/fas/oauth2';

/** Addresses that say the same to everybody. */
export const OIDC_DOCUMENTS: readonly string[] = [
  `${OIDC_PREFIX}/.well-known/openid-configuration`,
  `${OIDC_PREFIX}/.well-known/oauth-authorization-server`,
  `${OIDC_PREFIX}/connect/jwk_uri`,
];

export interface OidcServices extends Pick<
  ProviderServices,
  'subjectOf' | 'sessionCookie' | 'secure' | 'journeyMinutes' | 'sessionHours'
> {
  /** `<address of FAS>/fas/oauth2` */
  readonly issuer: string;
  readonly ring: SigningKeyRing;
  readonly adapters: OidcAdapters;
  readonly answers: AnswerStore;
  readonly authorization: Authorization;
  readonly parties: RelyingParties;
  readonly audit: AuditWriter;
}

const ERROR_OF: readonly (readonly [name: string, definition: ErrorDefinition])[] = [
  ['InvalidClient', UnknownClient],
  ['InvalidRedirectUri', WrongRedirectAddress],
  ['SessionNotFound', LoginExpired],
];

/** Where a person's browser may also post what it otherwise sends in the address. */
const POSTED = new Set(['/authorize', '/connect/endSession']);

const isUnanswered = ({ status, body }: KoaContextWithOIDC): boolean => status === 404 && body === undefined;

/** OpenID Connect: the provider mounted under {@link OIDC_PREFIX}. */
export class OidcFrontDoor implements FrontDoor {
  readonly protocol = 'oidc';
  private provider: Provider | undefined;
  private keyIds = '';
  private readonly requests = new WeakMap<IncomingMessage, FastifyRequest>();
  private readonly failures = new WeakMap<IncomingMessage, AppError>();

  constructor(private readonly the: OidcServices) {}

  /** Mounts the provider; before the app listens. */
  async mount(app: App): Promise<void> {
    await this.the.ring.ensure('oidc');
    await this.the.ring.ensure('oidc', 'ES256');
    await this.current();
    app.server.addHook('onRequest', (request, _reply, done) => {
      if (request.url.startsWith(OIDC_PREFIX)) this.requests.set(request.raw, request);
      done();
    });
    app.mountNodeHandler(OIDC_PREFIX, (request, response) => this.serve(request, response), {
      describe: describeRoute,
    });
  }

  returnAddress(journey: Journey): string | undefined {
    const { interaction } = journey.protocolState as OidcProtocolState;
    const address = interaction.params?.redirect_uri;
    return typeof address === 'string' ? address : undefined;
  }

  /** The browser returns to the authorization endpoint, where the provider finishes its answer. */
  async answer(journey: Journey, _result: AuthenticationResult, { reply }: Exchange): Promise<void> {
    const { interaction } = journey.protocolState as OidcProtocolState;
    await reply.redirect(String(interaction.returnTo), 303);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.pinAddress(request);
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (request.method === 'POST' && POSTED.has(path)) {
      const location = `${this.the.issuer}${path}?${await postedRequest(request)}`;
      response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
      return;
    }
    const provider = await this.current();
    await provider.callback()(request, response);
    const failure = this.failures.get(request);
    if (failure !== undefined) throw failure;
  }

  /** The provider makes addresses from these headers; ours come from configuration, whatever the browser says. */
  private pinAddress(request: IncomingMessage): void {
    const { host, protocol } = new URL(this.the.issuer);
    for (const name of Object.keys(request.headers)) {
      if (name.startsWith('x-forwarded-')) delete request.headers[name];
    }
    request.headers.host = host;
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    if (request.url?.startsWith('/endSession')) request.url = `/connect${request.url}`;
  }

  /** The provider with the keys of this moment. */
  private async current(): Promise<Provider> {
    const keys = await this.the.ring.publishedKeys('oidc');
    const keyIds = keys.map(({ kid, state }) => `${kid}:${state}`).join(' ');
    if (this.provider !== undefined && keyIds === this.keyIds) return this.provider;
    const signOut = new SignOut(this.requests, this.the.parties, this.the.subjectOf);
    this.provider = createProvider({
      ...this.the,
      keys,
      requiresPkce: (clientId) => this.the.parties.byClient(clientId)?.oidc?.requirePkce ?? false,
      pages: {
        confirmSignOut: (ctx, form) => signOut.confirm(ctx, form),
        signedOut: (ctx) => signOut.done(ctx),
        renderError: (ctx, _out, error) => this.rejected(ctx, error),
        formPost: (ctx, address, fields) => this.formPost(ctx, address, fields),
        finish: (ctx) => (isUnanswered(ctx) ? this.notFound(ctx) : signOut.withoutSession(ctx)),
      },
    });
    new OidcEvents(this.the.audit, this.requests).follow(this.provider);
    this.keyIds = keyIds;
    return this.provider;
  }

  private formPost(ctx: KoaContextWithOIDC, address: string, fields: Record<string, unknown>): void {
    const request = this.requests.get(ctx.req);
    if (request === undefined) throw new Error('the request did not come through the app');
    formPost(ctx, { address, fields }, { request, parties: this.the.parties });
  }

  private notFound(ctx: KoaContextWithOIDC): void {
    const known = MEASURED.some(([prefix]) => ctx.path.startsWith(prefix));
    this.failures.set(ctx.req, new AppError(known ? httpErrors.METHOD_NOT_ALLOWED : httpErrors.NOT_FOUND));
    ctx.respond = false;
  }

  /** Hands the error to the app's own error page. */
  private rejected(ctx: KoaContextWithOIDC, error: Error): void {
    const known = definitionOf(error);
    const status = 'statusCode' in error ? Number(error.statusCode) : 500;
    const failure =
      status >= 500 ? error : new AppError(known ?? UnusableRequest, { cause: error, detail: error.message });
    this.failures.set(ctx.req, failure as AppError);
    ctx.respond = false;
  }
}

function definitionOf({ name, ...error }: Error & { readonly error_description?: string }) {
  const isAddress = error.error_description?.startsWith('post_logout_redirect_uri') === true;
  return isAddress ? WrongRedirectAddress : ERROR_OF.find(([known]) => known === name)?.[1];
}

const MEASURED: readonly (readonly [prefix: string, kind: 'user' | 'application'])[] = [
  ['/.well-known', 'application'],
  ['/access_token', 'application'],
  ['/userinfo', 'application'],
  ['/introspect', 'application'],
  ['/token/revoke', 'application'],
  ['/connect/jwk_uri', 'application'],
  ['/par', 'application'],
  ['/authorize', 'user'],
  ['/connect/endSession', 'user'],
];

function describeRoute(path: string): { route: string; interface: 'user' | 'application' } {
  const found = MEASURED.find(([prefix]) => path.startsWith(prefix));
  return found ? { route: found[0], interface: found[1] } : { route: '/*', interface: 'user' };
}
