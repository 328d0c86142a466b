import { hours, minutes, seconds, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { Throttle, ThrottlePolicy } from '#libs/security';
import { FOR_GOOD, guessCount, MOST_FAILURES_OF_STRANGERS } from '../guess-count.js';
import { checkTotp } from './totp.js';
import type { TotpStore } from './totp.store.js';

/** Per person: a million codes and three that are right at any moment leave no more than a few guesses. */
export const GUESSES_OF_CODE: ThrottlePolicy = {
  purpose: 'totp',
  freeAttempts: 5,
  firstWait: minutes(1),
  maximumWait: hours(1),
  window: hours(24),
  absoluteLimit: MOST_FAILURES_OF_STRANGERS,
};

export type TotpVerification =
  | { readonly kind: 'right'; readonly keyId: string; readonly enrolment: Enrolment }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'reused' }
  | { readonly kind: 'no-app' }
  | { readonly kind: 'locked'; readonly waitMs: number };

/** Checks the code from a person's authenticator apps. */
export class TotpService {
  constructor(
    private readonly store: TotpStore,
    private readonly throttle: Throttle,
  ) {}

  /** A code counts once: the time step is taken in the database before the answer (RFC 6238 section 5.2). */
  async verify(fedId: FedId, code: string, now: Date, familiar = false): Promise<TotpVerification> {
    const { policy, target } = guessCount(GUESSES_OF_CODE, fedId, familiar);
    const attempt = await this.throttle.attempt(policy, target);
    if (attempt.kind === 'locked') return { kind: 'locked', waitMs: FOR_GOOD };
    if (attempt.kind === 'wait') {
      return { kind: 'locked', waitMs: Math.max(attempt.until.getTime() - now.getTime(), seconds(1)) };
    }
    const apps = await this.store.activeOf(fedId);
    if (apps.length === 0) return { kind: 'no-app' };
    for (const app of apps) {
      const outcome = checkTotp(app.secret, code, now.getTime());
      if (outcome.kind === 'wrong') continue;
      if (!(await this.store.takeStep(app.keyId, outcome.timeStep))) return { kind: 'reused' };
      await this.throttle.succeed(policy, target);
      return { kind: 'right', keyId: app.keyId, enrolment: app.enrolment };
    }
    return { kind: 'wrong' };
  }
}
