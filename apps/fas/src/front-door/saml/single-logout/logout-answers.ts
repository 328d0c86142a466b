import type { AuditWriter } from '#libs/audit';
import { STATUS } from '#libs/saml';
import { LogoutDelivered, type Delivery, type Logout } from '#libs/single-logout';
import type { Exchange } from '../../../journey/front-door.js';
import { traceOf, type FrontChannel } from '../../../single-logout/front-channel.js';
import type { SingleLogout } from '../../../single-logout/single-logout.js';
import { toPage } from '../authn-request/rejection.js';
import type { BrowserBinding, LogoutRejections } from './logout-rejections.js';
import type { AcceptedAnswer, LogoutArrival, LogoutRules } from './logout-rules.js';
import { StaleLogoutMessage } from './saml-logout.errors.js';

export interface LogoutAnswersServices {
  readonly rules: LogoutRules;
  readonly rejections: LogoutRejections;
  readonly singleLogout: SingleLogout;
  readonly frontChannel: FrontChannel;
  readonly audit: AuditWriter;
}

/** Answers of services to our requests, which the browser brings back (Profiles 4.4.3.5). */
export class LogoutAnswers {
  constructor(private readonly the: LogoutAnswersServices) {}

  async take(arrival: LogoutArrival, binding: BrowserBinding, exchange: Exchange): Promise<void> {
    const outcome = await this.the.rules.response(arrival);
    if (outcome.kind === 'rejected')
      return this.the.rejections.reject(outcome.rejection, { ...outcome, binding, exchange });
    const { party, response } = outcome.accepted;
    const awaited = await this.awaited(outcome.accepted);
    if (awaited === undefined) {
      const rejection = toPage('in-response-to', StaleLogoutMessage, 'not-awaited');
      return this.the.rejections.reject(rejection, { party, binding, exchange });
    }
    await this.settle(awaited.delivery, resultOf(response.statusCodes), exchange);
    await this.the.frontChannel.afterAnswer(awaited.logout, exchange);
  }

  /** A request of ours waits for it; once, and from the service that it was sent to. */
  private async awaited({
    party,
    response,
  }: AcceptedAnswer): Promise<{ delivery: Delivery; logout: Logout } | undefined> {
    const { deliveries, logouts } = this.the.singleLogout;
    const delivery = await deliveries.findByMessage(response.inResponseTo ?? '');
    if (delivery?.state !== 'sent' || delivery.applicationId !== party.application.id) return undefined;
    const logout = await logouts.find(delivery.logoutId);
    return logout && { delivery, logout };
  }

  private async settle(
    delivery: Delivery,
    result: ReturnType<typeof resultOf>,
    exchange: Exchange,
  ): Promise<void> {
    const { singleLogout, audit } = this.the;
    const trace = traceOf(exchange);
    if (result !== 'confirmed') return singleLogout.fail(delivery, result, trace);
    if (!(await singleLogout.deliveries.settle(delivery.id, 'confirmed'))) return;
    const data = { protocol: 'saml', channel: 'front', attempts: 1 };
    await audit.record(LogoutDelivered, { ...trace, application: delivery.applicationId, data });
  }
}

/** What a service says it did (Core 3.2.2.2). */
function resultOf([code, subCode]: readonly string[]): 'confirmed' | 'partial' | 'refused' {
  if (code !== STATUS.success) return 'refused';
  return subCode === STATUS.partialLogout ? 'partial' : 'confirmed';
}
