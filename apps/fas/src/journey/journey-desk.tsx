import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Application } from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import { AppError, httpErrors, pageFrame } from '#libs/http';
import { renderPage, type PageFrame, type ServiceParty, type TimeLimit, type WayBackTo } from '#libs/ui';
import { SuspendedService } from '../relying-parties/relying-parties.errors.js';
import type { RelyingParties } from '../relying-parties/relying-parties.js';
import { SIGN_IN_COOKIE } from '../sign-in-session/sign-in-cookie.js';
import type { AnySession } from '../sign-in-session/session-row.js';
import type { SignInSessionStore } from '../sign-in-session/sign-in-session.store.js';
import type { SignInSession } from '../sign-in-session/sign-in-session.js';
import { ExpiredPage, type ExpiredProps } from './expired/expired.page.js';
import type { Exchange, FrontDoors } from './front-door.js';
import { JourneyTurnedAway } from './journey.audit.js';
import type { Step } from './step.js';
import type { JourneyStore } from './journey.store.js';
import { secondsUntil, type Journey } from './journey.js';
import { nextAddress } from './next-address.js';
import { visitorOf, type Visitor } from './visitor.js';

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

export interface DeskServices {
  readonly journeys: JourneyStore;
  readonly sessions: SignInSessionStore;
  readonly parties: RelyingParties;
  readonly doors: FrontDoors;
  readonly audit: AuditWriter;
}

/** Lets a browser in to its journey, shows it why not, and lets it out again through its front door. */
export class JourneyDesk {
  constructor(private readonly the: DeskServices) {}

  /** The opened journey; undefined when a page was shown instead. */
  async open(id: string, request: FastifyRequest, reply: FastifyReply): Promise<OpenedJourney | undefined> {
    const { browser } = visitorOf(request.context);
    const found = await this.the.journeys.find(id, browser ?? '');
    if (found.kind === 'unknown') return this.turnAway('unknown', undefined, { request, reply });
    const { journey } = found;
    const application = this.application(journey);
    speakLanguageOf(journey, request);
    const closed = found.kind === 'found' ? closedBy(journey) : found.kind;
    if (closed !== undefined) return this.turnAway(closed, { journey, application }, { request, reply });
    this.allowReturn(journey, request);
    const anySession = await this.session(request);
    const fedId = anySession?.fedId;
    return {
      journey,
      application,
      anySession,
      session: anySession && fedId !== undefined ? { ...anySession, fedId } : undefined,
      visitor: visitorOf(request.context),
      frame: { ...pageFrame(request), limit: limitOf(journey) },
      service: partyOf(application, request),
      address: journeyAddress(id),
    };
  }

  /** Sends the browser back to the service with what the journey came to; false while it goes on. */
  async leave({ journey }: OpenedJourney, exchange: Exchange): Promise<boolean> {
    const ended = journey.state === 'finished' || journey.state === 'refused';
    if (!ended || journey.result === undefined) return false;
    await this.the.doors.of(journey.request.protocol).answer(journey, journey.result, exchange);
    return true;
  }

  /** Where the browser goes after a proof: straight to its answer, when the journey needs nothing more. */
  onward({ journey, address }: OpenedJourney, step: Step): string {
    const door = this.the.doors.of(journey.request.protocol);
    const answered = step.kind === 'finish' && step.concluded === true;
    return (answered ? door.answerAddress?.(journey) : undefined) ?? nextAddress(address, step);
  }

  /** The forms of the journey may lead, by redirect, to where the answer goes. */
  private allowReturn(journey: Journey, { context }: FastifyRequest): void {
    context.application = journey.request.applicationId;
    const address = this.the.doors.of(journey.request.protocol).returnAddress(journey);
    if (address !== undefined) context.allowFormTarget(address);
  }

  private application(journey: Journey): Application {
    const application = this.the.parties.find(journey.request.applicationId);
    if (application?.state === 'active') return application;
    const definition = application?.state === 'suspended' ? SuspendedService : httpErrors.FORBIDDEN;
    throw new AppError(definition, { detail: 'the application is gone or suspended' });
  }

  private async session(request: FastifyRequest): Promise<AnySession | undefined> {
    const cookie = request.context.cookies.get(SIGN_IN_COOKIE);
    return cookie === undefined ? undefined : this.the.sessions.findByCookie(cookie);
  }

  private async turnAway(
    kind: keyof typeof STATUS,
    of: { journey: Journey; application: Application } | undefined,
    { request, reply }: Exchange,
  ): Promise<undefined> {
    const { reference, address } = request.context;
    await this.the.audit.record(JourneyTurnedAway, {
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
    const address = this.the.doors.of(journey.request.protocol).returnAddress(journey);
    const service = application.name[request.context.language];
    const origin = address === undefined ? 'null' : new URL(address).origin;
    return origin === 'null'
      ? { kind: 'link', href: '/fas/' }
      : { kind: 'link', href: `${origin}/`, service };
  }
}

const limitOf = ({ id, expiresAt }: Journey): TimeLimit => ({
  seconds: secondsUntil(expiresAt, new Date()),
  action: `${journeyAddress(id)}/longer`,
});

function partyOf(application: Application, request: FastifyRequest): ServiceParty {
  const { language } = request.context;
  return { application: application.name[language], agency: application.agency.name[language] };
}

/** The service's wish counts until the person chose a language. */
function speakLanguageOf({ request: { language } }: Journey, { context }: FastifyRequest): void {
  const chosen = context.cookies.get('csam-language');
  if (language !== undefined && chosen === undefined) context.language = language;
}

const closedBy = ({ state }: Journey): 'finished' | undefined =>
  state === 'answered' ? 'finished' : undefined;
