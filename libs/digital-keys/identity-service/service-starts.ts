import { hours, minutes, seconds, type Clock } from '#libs/kernel';
import { callingNetwork, type Throttle, type ThrottlePolicy } from '#libs/security';

/** Each start may make a telephone ask its owner to confirm; in one login a few are enough (NIST SP 800-63B 3.1.3.3). */
export const STARTS_PER_LOGIN: ThrottlePolicy = {
  purpose: 'service-start-login',
  freeAttempts: 5,
  firstWait: seconds(30),
  maximumWait: minutes(15),
  window: hours(1),
};

/** Per network: many people may share one, so that starts that ended well do not count. */
export const STARTS_PER_NETWORK: ThrottlePolicy = {
  purpose: 'service-start-address',
  freeAttempts: 200,
  firstWait: seconds(30),
  maximumWait: minutes(15),
  window: hours(1),
};

/** The login that sends somebody to a service. */
export interface StartingLogin {
  readonly journeyId: string;
  readonly address: string;
}

/** How often a recognised service is asked about somebody, before it answers (decision 6). */
export class ServiceStarts {
  constructor(
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** Counts a start; the milliseconds to wait when there were too many, and then nothing starts. */
  async start({ journeyId, address }: StartingLogin): Promise<number | undefined> {
    const byLogin = await this.throttle.attempt(STARTS_PER_LOGIN, journeyId);
    if (byLogin.kind !== 'open') return this.waitOf(byLogin);
    const byNetwork = await this.throttle.attempt(STARTS_PER_NETWORK, callingNetwork(address));
    return byNetwork.kind === 'open' ? undefined : this.waitOf(byNetwork);
  }

  /** It ended with a proof, or the service was never asked. */
  async forgive({ address }: Pick<StartingLogin, 'address'>): Promise<void> {
    await this.throttle.release(STARTS_PER_NETWORK, callingNetwork(address));
  }

  private waitOf(
    outcome: { readonly kind: 'wait'; readonly until: Date } | { readonly kind: 'locked' },
  ): number {
    if (outcome.kind === 'locked') return hours(1);
    return Math.max(outcome.until.getTime() - this.clock.now().getTime(), seconds(1));
  }
}
