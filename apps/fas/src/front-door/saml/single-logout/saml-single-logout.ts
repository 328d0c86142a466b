import type { Clock } from '#libs/kernel';
import { openSoap, parseXml, soapEnvelope, type DecodeOutcome } from '#libs/saml';
import type { Exchange } from '../../../journey/front-door.js';
import type { LeftSession } from '../../../sign-in-session/session-endings.store.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import type { SignInSessionStore } from '../../../sign-in-session/sign-in-session.store.js';
import { CLEAR_SITE_DATA } from '../../../single-logout/clear-site-data.js';
import { PATIENCE, traceOf, type FrontChannel } from '../../../single-logout/front-channel.js';
import type { Settlements } from '../../../single-logout/settlements.js';
import type { SingleLogout } from '../../../single-logout/single-logout.js';
import { toPage } from '../authn-request/rejection.js';
import type { SamlAddresses } from '../saml-addresses.js';
import type { LogoutAnswers } from './logout-answers.js';
import type { LogoutMessages } from './logout-messages.js';
import type { AcceptedLogout, LogoutArrival, LogoutRules } from './logout-rules.js';
import type { BrowserBinding, LogoutRejections } from './logout-rejections.js';
import { UnusableLogoutMessage } from './saml-logout.errors.js';
import type { SamlLogoutDoor, SamlStarter } from './saml-logout-door.js';

export interface SamlSingleLogoutServices {
  readonly addresses: SamlAddresses;
  readonly rules: LogoutRules;
  readonly door: SamlLogoutDoor;
  readonly messages: LogoutMessages;
  readonly singleLogout: SingleLogout;
  readonly frontChannel: FrontChannel;
  readonly settlements: Settlements;
  readonly sessions: SignInSessionStore;
  readonly answers: LogoutAnswers;
  readonly rejections: LogoutRejections;
  readonly clock: Clock;
}

/** Requests of services to end a session (Profiles 4.4.3); what answers ours is handed on. */
export class SamlSingleLogout {
  constructor(private readonly the: SamlSingleLogoutServices) {}

  /** A request or an answer that the browser brings. */
  async byBrowser(decoded: DecodeOutcome, binding: BrowserBinding, exchange: Exchange): Promise<void> {
    const { addresses, clock } = this.the;
    const endpoint = binding === 'redirect' ? addresses.singleLogoutRedirect : addresses.singleLogoutPost;
    if (decoded.kind === 'refused')
      return this.the.rejections.reject(toPage('binding', UnusableLogoutMessage, decoded.reason), {
        binding,
        exchange,
      });
    const parsed = parseXml(decoded.xml);
    if (parsed.kind === 'refused')
      return this.the.rejections.reject(toPage('xml', UnusableLogoutMessage, parsed.reason), {
        binding,
        exchange,
      });
    const { relayState, parameter } = decoded;
    const arrival = { message: decoded, root: parsed.root, relayState, endpoint, now: clock.now() };
    return parameter === 'SAMLRequest'
      ? this.request(arrival, binding, exchange)
      : this.the.answers.take(arrival, binding, exchange);
  }

  /** A request on a direct connection; gives the envelope of the answer. */
  async bySoap(body: string, exchange: Exchange): Promise<string> {
    const binding = 'soap';
    const opened = openSoap(body);
    if (opened.kind === 'refused')
      return this.the.rejections.reject(toPage('xml', UnusableLogoutMessage, opened.reason), {
        binding,
        exchange,
      });
    const { addresses, clock } = this.the;
    const outcome = await this.the.rules.request({
      message: { binding },
      root: opened.message,
      endpoint: addresses.singleLogoutSoap,
      now: clock.now(),
    });
    if (outcome.kind === 'rejected')
      return this.the.rejections.reject(outcome.rejection, { ...outcome, binding, exchange });
    const whole = await this.endQuietly(outcome.accepted, exchange);
    const message = this.the.messages.response(outcome.accepted.request.id, whole ? 'whole' : 'partial');
    return soapEnvelope(await this.the.messages.signed(message));
  }

  private async request(arrival: LogoutArrival, binding: BrowserBinding, exchange: Exchange): Promise<void> {
    const outcome = await this.the.rules.request(arrival);
    if (outcome.kind === 'rejected')
      return this.the.rejections.reject(outcome.rejection, { ...outcome, binding, exchange });
    const { accepted } = outcome;
    const { relayState } = arrival;
    const starter: SamlStarter = {
      protocol: 'saml',
      applicationId: accepted.party.application.id,
      requestId: accepted.request.id,
      binding,
      ...(relayState !== undefined && { relayState }),
    };
    const [session, ...others] = await this.sessionsOf(accepted);
    await this.endAll(others, starter, exchange);
    // Nothing of ours goes by that name any more, or never did: the same answer, so that nobody learns which.
    if (session === undefined) return this.the.door.answer(starter, 'whole', exchange);
    if (await this.the.singleLogout.needsBrowser(session, starter)) {
      const path = await this.the.singleLogout.ask(session, starter, { proven: true });
      await exchange.reply.redirect(path, 303);
      return;
    }
    await this.endNow(session, starter, exchange);
  }

  private async endNow(session: LeftSession, starter: SamlStarter, exchange: Exchange): Promise<void> {
    const { singleLogout, frontChannel, door } = this.the;
    const wish = { sessionUid: session.uid, starter, cause: 'service', browser: true } as const;
    const id = await singleLogout.perform(wish, traceOf(exchange));
    const logout = id === undefined ? undefined : await singleLogout.logouts.find(id);
    await this.forgetDeadCookie(exchange);
    if (logout === undefined) return door.answer(starter, 'whole', exchange);
    await frontChannel.goOn(logout, exchange);
  }

  /** The browser may hold another session than the one that was named, and keeps that. */
  private async forgetDeadCookie({ request, reply }: Exchange): Promise<void> {
    const { cookies } = request.context;
    const cookie = cookies.get(SIGN_IN_COOKIE);
    if (cookie === undefined || (await this.the.sessions.findByCookie(cookie)) !== undefined) return;
    cookies.clear(SIGN_IN_COOKIE);
    void reply.header('clear-site-data', CLEAR_SITE_DATA);
  }

  /** The services of these sessions hear by the back channel only. */
  private async endAll(
    sessions: readonly LeftSession[],
    starter: SamlStarter,
    exchange: Exchange,
  ): Promise<readonly string[]> {
    const ids = await Promise.all(
      sessions.map(({ uid: sessionUid }) =>
        this.the.singleLogout.perform(
          { sessionUid, starter, cause: 'service', browser: false },
          traceOf(exchange),
        ),
      ),
    );
    return ids.filter((id) => id !== undefined);
  }

  private async endQuietly(accepted: AcceptedLogout, exchange: Exchange): Promise<boolean> {
    const { party, request } = accepted;
    const applicationId = party.application.id;
    const starter = { protocol: 'saml', applicationId, requestId: request.id, binding: 'soap' } as const;
    const ids = await this.endAll(await this.sessionsOf(accepted), starter, exchange);
    const deliveries = await Promise.all(ids.map((id) => this.the.settlements.of(id, PATIENCE)));
    await Promise.all(ids.map((id) => this.the.singleLogout.logouts.finish(id)));
    return deliveries.flat().every(({ state }) => state === 'confirmed');
  }

  /** A service names only its own: the name was made for it, and the session is one that it took part in. */
  private async sessionsOf({ party, request, subject }: AcceptedLogout): Promise<LeftSession[]> {
    const { nameQualifier, spNameQualifier } = subject;
    const ours = nameQualifier === undefined || nameQualifier === this.the.addresses.entityId;
    const theirs = spNameQualifier === undefined || spNameQualifier === party.entityId;
    if (!ours || !theirs) return [];
    return this.the.singleLogout.endings.namedBySaml({
      applicationId: party.application.id,
      nameId: subject.value,
      sessionIndexes: request.sessionIndexes,
    });
  }
}
