import type { AuditWriter } from '#libs/audit';
import { AppError, type RequestContext } from '#libs/http';
import { languageOfTag, type Clock } from '#libs/kernel';
import { defaultOf, type DecodeOutcome } from '#libs/saml';
import { randomToken } from '#libs/security';
import type { WayBackTo } from '#libs/ui';
import type { AuthenticationRequest } from '../../journey/authentication-request.js';
import type { Exchange } from '../../journey/front-door.js';
import type { JourneyService } from '../../journey/journey.service.js';
import { visitorOf } from '../../journey/visitor.js';
import type { RelyingParties } from '../../relying-parties/relying-parties.js';
import { SIGN_IN_COOKIE } from '../../sign-in-session/sign-in-cookie.js';
import type { SignInSessionStore } from '../../sign-in-session/sign-in-session.store.js';
import type { SignInSession } from '../../sign-in-session/sign-in-session.js';
import type { AuthnRequestRules } from './authn-request/authn-request-rules.js';
import type { PostedRequests } from './authn-request/posted-requests.js';
import type { AcceptedRequest, ReceivedRequest } from './authn-request/received-request.js';
import type { Rejection } from './authn-request/rejection.js';
import type { Delivery } from './response/delivery.js';
import type { NameIds } from './response/name-ids.js';
import type { ResponseBuilder } from './response/response-builder.js';
import { SAML_PATHS, type SamlAddresses } from './saml-addresses.js';
import { SamlRequestRejected } from './saml.audit.js';
import { UnknownService, UsedOrOldRequest } from './saml.errors.js';
import type { SamlFrontDoor } from './saml.front-door.js';
import type { ServiceProvider } from './service-providers.js';

export interface SingleSignOnServices {
  readonly addresses: SamlAddresses;
  readonly rules: AuthnRequestRules;
  readonly posted: PostedRequests;
  readonly responses: ResponseBuilder;
  readonly delivery: Delivery;
  readonly nameIds: NameIds;
  readonly door: SamlFrontDoor;
  readonly journeys: JourneyService;
  readonly parties: RelyingParties;
  readonly sessions: SignInSessionStore;
  readonly audit: AuditWriter;
  readonly clock: Clock;
}

/** Nobody's FedID: a request for another person than the one signed in. */
const SOMEBODY_ELSE = 'somebody-else';

type Binding = 'redirect' | 'post';
type ToParty = Extract<ReceivedRequest, { kind: 'to-party' }>;

/** The way in over SAML: Web Browser SSO Profile (Profiles 4.1), requests by Redirect and POST, answers by POST and Artifact. */
export class SamlSingleSignOn {
  constructor(private readonly the: SingleSignOnServices) {}

  async byRedirect(decoded: DecodeOutcome, exchange: Exchange): Promise<void> {
    const accepted = await this.receive(decoded, 'redirect', exchange);
    if (accepted) await this.goOn(withLanguageWish(accepted, exchange), exchange);
  }

  async byPost(decoded: DecodeOutcome, exchange: Exchange): Promise<void> {
    const accepted = await this.receive(decoded, 'post', exchange);
    if (accepted === undefined) return;
    if (exchange.request.headers.cookie !== undefined) return this.goOn(accepted, exchange);
    const query = new URLSearchParams({ request: this.the.posted.seal(accepted) });
    await exchange.reply.redirect(`${SAML_PATHS.singleSignOnContinue}?${query}`, 303);
  }

  /** A posted request, now with the cookies of this browser. */
  async continuePosted(sealed: string, exchange: Exchange): Promise<void> {
    const accepted = await this.the.posted.open(sealed);
    if (accepted) return this.goOn(accepted, exchange);
    await this.record({ rule: 'posted-request', answer: 'page' }, { binding: 'post', exchange });
    throw new AppError(UsedOrOldRequest);
  }

  /** Applies the rules; undefined when the relying party was told what is wrong. */
  private async receive(
    decoded: DecodeOutcome,
    binding: Binding,
    exchange: Exchange,
  ): Promise<AcceptedRequest | undefined> {
    const { addresses, clock } = this.the;
    const endpoint = binding === 'redirect' ? addresses.singleSignOnRedirect : addresses.singleSignOnPost;
    const cookie = exchange.request.context.cookies.get(SIGN_IN_COOKIE);
    const received = await this.the.rules.apply(decoded, { endpoint, now: clock.now(), cookie });
    if (received.kind === 'accepted') return received.accepted;
    const party = received.kind === 'to-party' ? received.trusted.party : received.party;
    await this.record(received.rejection, { binding, exchange, ...(party && { party }) });
    if (received.kind === 'to-page') {
      const { error, reason } = received.rejection;
      throw new AppError(error, { detail: reason, ...(party && { wayBack: wayBack(party, exchange) }) });
    }
    await this.tell(received, exchange);
    return undefined;
  }

  private async tell({ rejection, trusted }: ToParty, exchange: Exchange): Promise<void> {
    const { party, request, returnTo, relayState } = trusted;
    const { acs } = returnTo;
    const { xml } = await this.the.responses.error({ acs, requestId: request.id }, rejection.status);
    const answer = { returnTo, xml, ...(relayState !== undefined && { relayState }) };
    await this.the.delivery.send(party, answer, exchange);
  }

  private async goOn(accepted: AcceptedRequest, exchange: Exchange): Promise<void> {
    const { state } = accepted;
    const application = this.the.parties.find(accepted.request.applicationId);
    if (application === undefined) throw new AppError(UnknownService, { detail: 'gone meanwhile' });
    const { context } = exchange.request;
    context.application = application.id;
    const visitor = visitorOf(context, accepted.request.language);
    const session = await this.session(context);
    const request = this.withSubject(accepted, session);
    const outcome = await this.the.journeys.begin(request, application, session, visitor);
    if (outcome.kind === 'finished') {
      return this.the.door.respond(application.id, state, { result: outcome.result, exchange });
    }
    const id = randomToken(16);
    await this.the.journeys.open(id, request, application, { protocolState: state, visitor });
    const { straightTo } = state;
    await exchange.reply.redirect(`/fas/sign-in/${id}${straightTo ? `/${straightTo}` : ''}`, 303);
  }

  /**
   * The person that the relying party wants, when somebody is signed in to compare with. When nobody is, the answer
   * compares (see `ResponseBuilder`).
   */
  private withSubject(
    { request, state }: AcceptedRequest,
    session: SignInSession | undefined,
  ): AuthenticationRequest {
    const entityId = this.the.parties.find(request.applicationId)?.saml?.entityId;
    if (state.subject === undefined || session === undefined || entityId === undefined) return request;
    const told = { fedId: session.fedId, sessionUid: session.uid, entityId };
    return {
      ...request,
      subject: this.the.nameIds.isNamed(state.subject, told) ? session.fedId : SOMEBODY_ELSE,
    };
  }

  private async session({ cookies }: RequestContext): Promise<SignInSession | undefined> {
    const cookie = cookies.get(SIGN_IN_COOKIE);
    const session = cookie === undefined ? undefined : await this.the.sessions.findByCookie(cookie);
    return session?.fedId === undefined ? undefined : { ...session, fedId: session.fedId };
  }

  private async record(
    rejection: Pick<Rejection, 'rule' | 'answer'> & { readonly reason?: string },
    of: { readonly binding: Binding; readonly exchange: Exchange; readonly party?: ServiceProvider },
  ): Promise<void> {
    const { context } = of.exchange.request;
    const application = of.party?.application;
    await this.the.audit.record(SamlRequestRejected, {
      reference: context.reference,
      address: context.address,
      ...(application && { application: application.id, agency: application.agency.number }),
      data: {
        rule: rejection.rule,
        binding: of.binding,
        answered: rejection.answer === 'status',
        ...(rejection.reason !== undefined && { reason: rejection.reason }),
      },
    });
  }
}

/** The start of the service, from its registered address: the one in the request may not be believed here. */
function wayBack({ application, metadata }: ServiceProvider, { request }: Exchange): WayBackTo | undefined {
  const address = defaultOf(metadata.assertionConsumerServices)?.location;
  if (address === undefined) return undefined;
  return {
    kind: 'link',
    href: `${new URL(address).origin}/`,
    service: application.name[request.context.language],
  };
}

/** SAML has no word for it, so services add `ui_locales` to the address; it is a wish, outside the signature. */
function withLanguageWish(accepted: AcceptedRequest, { request }: Exchange): AcceptedRequest {
  const { ui_locales: wish } = request.query as { ui_locales?: string };
  const language = wish
    ?.split(' ')
    .map(languageOfTag)
    .find((tag) => tag !== undefined);
  return language ? { ...accepted, request: { ...accepted.request, language } } : accepted;
}
