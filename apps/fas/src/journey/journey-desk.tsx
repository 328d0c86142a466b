import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import { AppError, httpErrors, pageFrame } from '#libs/http';
import { renderPage, type PageFrame, type ServiceParty, type WayBackTo } from '#libs/ui';
import type { RelyingParties } from '../relying-parties/relying-parties.js';
import { SIGN_IN_COOKIE } from '../sign-in-session/sign-in-cookie.js';
import type { AnySession, SignInSessionStore } from '../sign-in-session/sign-in-session.store.js';
import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import { ExpiredPage, type ExpiredProps } from './expired/expired.page.js';
import type { FrontDoors } from './front-door.js';
import { JourneyTurnedAway } from './journey.audit.js';
import type { Visitor } from './journey.service.js';
import type { JourneyStore } from './journey.store.js';
import type { Journey } from './journey.js';
import { visitorOf } from './visitor.js';

/** A journey that this browser may go on with, and all that its pages need. */
export interface OpenedJourney {
  readonly journey: Journey;
  readonly application: Application;
  readonly anySession: AnySession | undefined;
  readonly session: SignInSession | undefined;
  readonly visitor: Visitor;
  readonly frame: PageFrame;
  readonly service: ServiceParty;
  /** `/fas/sign-in/<id>` */
  readonly address: string;
}

export const journeyAddress = (id: string): string => `/fas/sign-in/${encodeURIComponent(id)}`;

const STATUS = { expired: 410, 'other-browser': 403, finished: 410, unknown: 404 } as const;

/** Lets a browser in to its journey, or shows it why not. */
export class JourneyDesk {
  constructor(
    private readonly journeys: JourneyStore,
    private readonly sessions: SignInSessionStore,
    private readonly parties: RelyingParties,
    private readonly doors: FrontDoors,
    private readonly audit: AuditWriter,
  ) {}

  /** The opened journey; undefined when a page was shown instead. */
  async open(id: string, request: FastifyRequest, reply: FastifyReply): Promise<OpenedJourney | undefined> {
    const { browser } = visitorOf(request.context);
    const found = await this.journeys.find(id, browser ?? '');
    if (found.kind === 'unknown') return this.turnAway('unknown', undefined, request, reply);
    const { journey } = found;
    const application = this.parties.find(journey.request.applicationId);
    if (application === undefined || application.state !== 'active') {
      throw new AppError(httpErrors.FORBIDDEN, { detail: 'the application is gone or suspended' });
    }
    this.speakLanguageOf(journey, request);
    if (found.kind !== 'found') return this.turnAway(found.kind, { journey, application }, request, reply);
    if (journey.state === 'answered')
      return this.turnAway('finished', { journey, application }, request, reply);
    const returnAddress = this.doors.of(journey.request.protocol).returnAddress(journey);
    if (returnAddress !== undefined) request.context.allowFormTarget(returnAddress);
    const anySession = await this.session(request);
    return {
      journey,
      application,
      anySession,
      session: anySession?.fedId === undefined ? undefined : { ...anySession, fedId: anySession.fedId },
      visitor: visitorOf(request.context),
      frame: pageFrame(request),
      service: partyOf(application, request),
      address: journeyAddress(id),
    };
  }

  private async session(request: FastifyRequest): Promise<AnySession | undefined> {
    const cookie = request.context.cookies.get(SIGN_IN_COOKIE);
    return cookie === undefined ? undefined : this.sessions.findByCookie(cookie);
  }

  /** The service's wish counts until the person chose a language. */
  private speakLanguageOf({ request: { language } }: Journey, request: FastifyRequest): void {
    const chosen = request.context.cookies.get('csam-language');
    if (language !== undefined && chosen === undefined) request.context.language = language;
  }

  private async turnAway(
    kind: keyof typeof STATUS,
    of: { journey: Journey; application: Application } | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<undefined> {
    const { reference, address } = request.context;
    await this.audit.record(JourneyTurnedAway, {
      reference,
      address,
      ...(of && { application: of.application.id }),
      data: { reason: kind },
    });
    const props: ExpiredProps = {
      frame: pageFrame(request),
      kind: kind === 'unknown' ? 'expired' : kind,
      wayBack: of ? this.wayBack(of.journey, of.application, request) : { kind: 'link', href: '/fas/' },
      reference,
    };
    await reply
      .status(STATUS[kind])
      .type('text/html; charset=utf-8')
      .send(renderPage(<ExpiredPage {...props} />));
    return undefined;
  }

  private wayBack(journey: Journey, application: Application, request: FastifyRequest): WayBackTo {
    const address = this.doors.of(journey.request.protocol).returnAddress(journey);
    const service = application.name[request.context.language];
    const origin = address === undefined ? 'null' : new URL(address).origin;
    return origin === 'null'
      ? { kind: 'link', href: '/fas/' }
      : { kind: 'link', href: `${origin}/`, service };
  }
}

function partyOf(application: Application, request: FastifyRequest): ServiceParty {
  const { language } = request.context;
  return { application: application.name[language], agency: application.agency.name[language] };
}
