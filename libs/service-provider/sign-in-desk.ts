import type { FastifyRequest } from 'fastify';
import type { AuditWriter } from '#libs/audit';
import { AppError, type GuardOutcome } from '#libs/http';
import { parseFedId, type FedId } from '#libs/kernel';
import type { Level } from '#libs/loa';
import { STATUS } from '#libs/saml';
import { randomToken } from '#libs/security';
import { endByFas } from './logout/logout-desk.js';
import type { ProvenIdentity, ServiceProvider } from './service-provider.js';
import { AppSessionEnded, AppSessionStarted, SamlResponseRefused } from './service-provider.audit.js';
import { ANSWER_NOT_TAKEN, SIGN_IN_DECLINED } from './service-provider.errors.js';
import type { AppSessions } from './session/app-sessions.js';
import { STAY_SIGNED_IN } from './session/stay-signed-in.js';
import type { SignedInPerson } from './session/signed-in-person.js';

export interface SignInDeskOptions {
  /** Which app: sma or admin. */
  readonly app: string;
  readonly provider: ServiceProvider;
  readonly sessions: AppSessions;
  readonly audit: AuditWriter;
  /** Path that somebody lands on who comes back to nowhere in particular. */
  readonly home: string;
  /** Whether this person may still use their session; asked at each request. */
  readonly isActive: (fedId: FedId) => Promise<boolean>;
}

const FEDID_ATTRIBUTE = 'urn:be:fedict:iam:attr:fedid';

/** The start page, open to everybody: where a person lands who turned back. */
const START = '/';

const LONGEST_RETURN = 1_500;

/** What an app does about signing in: the guard of its pages, the answers of FAS, and signing out. */
export class SignInDesk {
  constructor(private readonly the: SignInDeskOptions) {}

  /** Guard of routes that declare `@Person(level)`: signs in or steps up at FAS, and leads back to the same page. */
  async admit(request: FastifyRequest, level: Level): Promise<GuardOutcome> {
    const person = await this.personOf(request);
    if (person !== undefined && person.level >= level) return { kind: 'allowed', principal: person };
    return { kind: 'redirect', to: await this.sendToFas(request, level) };
  }

  /**
   * Where to send somebody whose session is too weak for what they want; they come back to the same page, or to
   * `returnTo`, a path of this app.
   */
  stepUp(request: FastifyRequest, level: Level, returnTo?: string): Promise<string> {
    return this.sendToFas(request, level, returnTo);
  }

  /** Who is signed in in this browser; their pages warn before the session ends. */
  async personOf({ context }: FastifyRequest): Promise<SignedInPerson | undefined> {
    const person = await this.the.sessions.find(context.cookies.get(this.sessionCookie));
    if (person === undefined || !(await this.the.isActive(person.fedId))) return undefined;
    context.timeLimit = { seconds: person.secondsLeft, action: STAY_SIGNED_IN, of: 'session' };
    return person;
  }

  /** Takes the answer of FAS; gives the path to go on to. */
  async receive(request: FastifyRequest): Promise<string> {
    const { cookies } = request.context;
    const fields = typeof request.body === 'object' && request.body !== null ? request.body : {};
    const answer = await this.the.provider.accept(fields, cookies.get(this.browserCookie));
    if (answer.kind === 'accepted') return this.signIn(request, answer.identity, answer.returnTo);
    if (answer.kind === 'declined') {
      if (answer.subStatus === STATUS.authnFailed) return START;
      throw new AppError(SIGN_IN_DECLINED, { detail: answer.subStatus });
    }
    await this.recordRefusal(request, answer.reason);
    // The Back button brings a used answer again; who is signed in by it needs no error page.
    if (answer.reason === 'unknown-request' && (await this.personOf(request))) return this.the.home;
    throw new AppError(ANSWER_NOT_TAKEN, {
      detail: [answer.reason, answer.detail].filter(Boolean).join(': '),
    });
  }

  async signOut(request: FastifyRequest): Promise<void> {
    const { cookies, reference, address } = request.context;
    const cookie = cookies.get(this.sessionCookie);
    const person = await this.the.sessions.find(cookie);
    cookies.clear(this.sessionCookie);
    request.context.timeLimit = undefined;
    if (cookie === undefined || person === undefined) return;
    await this.the.sessions.end(cookie);
    const data = { app: this.the.app };
    await this.the.audit.record(AppSessionEnded, { subject: person.fedId, reference, address, data });
  }

  /** FAS says that its session ended; gives the envelope of the answer. */
  endByFas(request: FastifyRequest): Promise<string> {
    return endByFas(request, this.the);
  }

  private get sessionCookie(): string {
    return `csam-${this.the.app}-session`;
  }

  private get browserCookie(): string {
    return `csam-${this.the.app}-sign-in`;
  }

  private sendToFas(
    request: FastifyRequest,
    minimum: Level,
    returnTo = this.returnPath(request),
  ): Promise<string> {
    const { cookies } = request.context;
    const browser = cookies.get(this.browserCookie) ?? randomToken();
    // The answer is posted from the site of FAS, so this cookie has to come along from another site.
    cookies.set(this.browserCookie, browser, { sameSite: 'None' });
    return this.the.provider.begin({ browser, minimum, returnTo });
  }

  /** A form that was sent before signing in is not sent again by itself. */
  private returnPath({ method, url }: FastifyRequest): string {
    // More than one slash at the start would name another host.
    const path = `/${url.replace(/^[/\\]+/, '')}`;
    return method === 'GET' && path.length <= LONGEST_RETURN ? path : this.the.home;
  }

  private async signIn(request: FastifyRequest, identity: ProvenIdentity, returnTo: string): Promise<string> {
    const { cookies, reference, address } = request.context;
    const attributes = new Map([...identity.attributes].map(([name, [value = '']]) => [name, value]));
    const parsed = parseFedId(attributes.get(FEDID_ATTRIBUTE) ?? '');
    if (parsed.kind === 'invalid') {
      await this.recordRefusal(request, 'subject');
      throw new AppError(ANSWER_NOT_TAKEN, { detail: 'the assertion names no FedID' });
    }
    const { fedId } = parsed;
    const { level, classReference, sessionEndsAt: endsAt } = identity;
    const previous = cookies.get(this.sessionCookie);
    const data = { app: this.the.app, level, classReference };
    await this.the.audit.record(AppSessionStarted, { subject: fedId, reference, address, data });
    const cookie = await this.the.sessions.begin({ ...identity, fedId, attributes, endsAt });
    cookies.set(this.sessionCookie, cookie);
    if (previous !== undefined) await this.the.sessions.end(previous);
    return returnTo;
  }

  private async recordRefusal(request: FastifyRequest, reason: string): Promise<void> {
    const { reference, address } = request.context;
    await this.the.audit.record(SamlResponseRefused, {
      reference,
      address,
      data: { app: this.the.app, reason },
    });
  }
}
