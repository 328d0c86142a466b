import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { AuditWriter } from '#libs/audit';
import { isHighProfile, secretHashesAt, type OidcSettings } from '#libs/agencies';
import { AppError, httpErrors, type App, type NodeHandler } from '#libs/http';
import type { SigningKeyRing } from '#libs/security';
import type { AuthenticationResult } from '../../journey/authentication-result.js';
import type { Exchange, FrontDoor } from '../../journey/front-door.js';
import type { Journey } from '../../journey/journey.js';
import type { JourneyStore } from '../../journey/journey.store.js';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';
import type { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import type { SingleLogout } from '../../single-logout/single-logout.js';
import type { Authorization } from './authorization/authorization.js';
import { sentAgain } from './authorization/asked-again.js';
import { postedRequest } from './authorization/posted-request.js';
import { formPost } from './form-post.js';
import { SignOut } from './logout/sign-out.js';
import { definitionOf } from './error-definitions.js';
import { UnusableRequest } from './oidc.errors.js';
import { OidcEvents } from './oidc-events.js';
import { describeRoute, isKnownPath, OIDC_PREFIX, POSTED } from './oidc-routes.js';
import { MTLS_PATHS } from './provider-features.js';
import { isPkceRequired } from './clients/client-metadata.js';
import { keepKnownClients } from './clients/known-clients.js';
import type { ApiClients } from './clients/api-clients.js';
import type { ReadCertificate } from './clients/client-certificates.js';
import { pinnedAddress } from './pinned-address.js';
import { createProvider, type ProviderServices } from './provider.js';
import { ShortWay } from './short-way/short-way.js';
import type { OidcAdapters } from './store/adapters.js';
import type { AnswerStore } from './store/answer.store.js';
import type { OidcProtocolState } from './store/interaction.adapter.js';
import type { OidcRecords } from './store/records.js';

export interface OidcServices extends Pick<
  ProviderServices,
  | 'subjectOf'
  | 'sessionCookie'
  | 'secure'
  | 'journeyMinutes'
  | 'sessionHours'
  | 'releasableNow'
  | 'certificates'
  | 'certificateAddress'
  | 'clientKeys'
  | 'offlineDays'
  | 'administration'
> {
  /** `<address of FAS>/fas/oauth2` */
  readonly issuer: string;
  readonly ring: SigningKeyRing;
  readonly adapters: OidcAdapters;
  readonly records: OidcRecords;
  readonly answers: AnswerStore;
  readonly authorization: Authorization;
  readonly parties: RelyingParties;
  readonly sessions: SignInSessionStore;
  readonly journeys: JourneyStore;
  readonly apiClients: ApiClients;
  readonly audit: AuditWriter;
  readonly singleLogout: SingleLogout;
}

interface Mounted {
  readonly shortWay: ShortWay;
  readonly handle: NodeHandler;
}

const isUnanswered = ({ status, body }: KoaContextWithOIDC): boolean => status === 404 && body === undefined;

/** OpenID Connect: the provider mounted under {@link OIDC_PREFIX}. */
export class OidcFrontDoor implements FrontDoor {
  readonly protocol = 'oidc';
  private provider: Mounted | undefined;
  private keyIds = '';
  private readonly requests = new WeakMap<IncomingMessage, FastifyRequest>();
  private readonly failures = new WeakMap<IncomingMessage, AppError>();
  private readonly pin: (request: IncomingMessage) => void;

  constructor(private readonly the: OidcServices) {
    this.pin = pinnedAddress(the.issuer);
  }

  /** Mounts the provider; before the app listens. */
  async mount(app: App): Promise<void> {
    for (const algorithm of ['RS256', 'PS256', 'ES256'] as const)
      await this.the.ring.ensure('oidc', algorithm);
    await this.current();
    this.mountHandler(app, (request, response) => this.serve(request, response));
  }

  /** Mounts the endpoints for clients with a certificate on the listener that asks for one (RFC 8705 section 5). */
  mountForCertificates(app: App, read: ReadCertificate): void {
    this.mountHandler(app, (request, response) => {
      const [path = ''] = (request.url ?? '').split('?', 1);
      if (!MTLS_PATHS.has(path)) throw new AppError(httpErrors.NOT_FOUND);
      this.the.certificates.note(request, read(request));
      return this.serve(request, response);
    });
  }

  private mountHandler(app: App, handler: NodeHandler): void {
    app.server.addHook('onRequest', (request, _reply, done) => {
      if (request.url.startsWith(OIDC_PREFIX)) this.requests.set(request.raw, request);
      done();
    });
    app.mountNodeHandler(OIDC_PREFIX, handler, { describe: describeRoute });
  }

  returnAddress(journey: Journey): string | undefined {
    const { interaction } = journey.protocolState as OidcProtocolState;
    const address = interaction.params?.redirect_uri;
    return typeof address === 'string' ? address : undefined;
  }

  /** The browser returns to the authorization endpoint, where the provider finishes its answer. */
  answerAddress({ protocolState }: Journey): string {
    return String((protocolState as OidcProtocolState).interaction.returnTo);
  }

  async answer(journey: Journey, _result: AuthenticationResult, { reply }: Exchange): Promise<void> {
    await reply.redirect(this.answerAddress(journey), 303);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.pin(request);
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (request.method === 'POST' && POSTED.has(path)) {
      const location = `${this.the.issuer}${path}?${await postedRequest(request)}`;
      response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
      return;
    }
    const { shortWay, handle } = await this.current();
    if (!(await shortWay.answers({ request, response }))) await handle(request, response);
    const failure = this.failures.get(request);
    if (failure !== undefined) throw failure;
  }

  /** The provider with the keys of this moment. */
  private async current(): Promise<Mounted> {
    const keys = await this.the.ring.publishedKeys('oidc');
    const keyIds = keys.map(({ kid, state }) => `${kid}:${state}`).join(' ');
    if (this.provider !== undefined && keyIds === this.keyIds) return this.provider;
    const signOut = new SignOut({ ...this.the, requests: this.requests });
    const requiresPkce = (clientId: string) => isPkceRequired(this.settings(clientId));
    const provider = createProvider({
      ...this.the,
      keys,
      secretHashes: (clientId) => secretHashesAt(this.settings(clientId), new Date()),
      requiresPkce,
      isHighProfile: (clientId) => isHighProfile(this.settings(clientId)),
      pages: {
        confirmSignOut: (ctx) => signOut.confirm(ctx),
        signedOut: (ctx) => signOut.done(ctx),
        renderError: (ctx, _out, error) => this.rejected(ctx, error),
        formPost: (ctx, address, fields) => this.formPost(ctx, address, fields),
        finish: (ctx) => (isUnanswered(ctx) ? this.notFound(ctx) : signOut.withoutSession(ctx)),
      },
    });
    keepKnownClients(provider, this.the.parties);
    const events = new OidcEvents({ ...this.the, requests: this.requests });
    events.follow(provider);
    this.keyIds = keyIds;
    const shortWay = new ShortWay(provider, { ...this.the, events, requiresPkce });
    this.provider = { shortWay, handle: provider.callback() };
    return this.provider;
  }

  private settings(clientId: string): Partial<OidcSettings> {
    return this.the.parties.byClient(clientId)?.oidc ?? {};
  }

  private formPost(ctx: KoaContextWithOIDC, address: string, fields: Record<string, unknown>): void {
    const request = this.requests.get(ctx.req);
    if (request === undefined) throw new Error('the request did not come through the app');
    formPost(ctx, { address, fields }, { request, parties: this.the.parties });
  }

  private notFound(ctx: KoaContextWithOIDC): void {
    this.failures.set(
      ctx.req,
      new AppError(isKnownPath(ctx.path) ? httpErrors.METHOD_NOT_ALLOWED : httpErrors.NOT_FOUND),
    );
    ctx.respond = false;
  }

  /** Hands the error to the app's own error page, unless the request can be answered after all. */
  private async rejected(ctx: KoaContextWithOIDC, error: Error): Promise<void> {
    if (await sentAgain(ctx, this.the)) return;
    const known = definitionOf(error, this.the.parties.byClient(String(ctx.query.client_id ?? '')));
    const status = 'statusCode' in error ? Number(error.statusCode) : 500;
    const failure =
      status >= 500 ? error : new AppError(known ?? UnusableRequest, { cause: error, detail: error.message });
    this.failures.set(ctx.req, failure as AppError);
    ctx.respond = false;
  }
}
