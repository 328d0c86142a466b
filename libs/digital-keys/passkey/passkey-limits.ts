import { hours, minutes, seconds } from '#libs/kernel';
import { callingNetwork, type Throttle, type ThrottlePolicy } from '#libs/security';

/** Per network: nobody guesses a signature, but each one costs work, and each username tells something. */
export const PASSKEYS_PER_ADDRESS: ThrottlePolicy = {
  purpose: 'passkey-address',
  freeAttempts: 100,
  firstWait: seconds(10),
  maximumWait: minutes(15),
  window: hours(1),
};

export interface PasskeyCaller {
  readonly address: string;
  readonly now: Date;
}

/** Counts usernames and answers by network, before anything is done with them (decision 6). */
export class PasskeyLimits {
  constructor(private readonly throttle: Throttle) {}

  /** The milliseconds to wait; undefined when it may be done now. */
  async attempt({ address, now }: PasskeyCaller): Promise<number | undefined> {
    const attempt = await this.throttle.attempt(PASSKEYS_PER_ADDRESS, callingNetwork(address));
    if (attempt.kind === 'open') return undefined;
    const waitMs = attempt.kind === 'wait' ? attempt.until.getTime() - now.getTime() : hours(1);
    return Math.max(waitMs, seconds(1));
  }

  /** The answer was right: it does not count, nor does the username that was asked about before it. */
  async forgive({ address }: PasskeyCaller, askedByUsername: boolean): Promise<void> {
    const network = callingNetwork(address);
    await this.throttle.release(PASSKEYS_PER_ADDRESS, network);
    if (askedByUsername) await this.throttle.release(PASSKEYS_PER_ADDRESS, network);
  }
}
