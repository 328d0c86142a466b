import { hours, minutes, seconds, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import { constantTimeEqual, type Throttle, type ThrottlePolicy } from '#libs/security';
import { FOR_GOOD, guessCount, MOST_FAILURES_OF_STRANGERS } from '../guess-count.js';
import { TOKEN_POSITIONS } from './token.js';
import type { TokenStore } from './token.store.js';

/** Per person; the same position stays asked after a wrong code, so that guessing gains nothing by trying again. */
export const GUESSES_OF_TOKEN: ThrottlePolicy = {
  purpose: 'token',
  freeAttempts: 5,
  firstWait: minutes(1),
  maximumWait: hours(1),
  window: hours(24),
  absoluteLimit: MOST_FAILURES_OF_STRANGERS,
};

export type TokenVerification =
  | { readonly kind: 'right'; readonly keyId: string; readonly enrolment: Enrolment }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly waitMs: number };

/** Asks one code of a person's card, by its position. */
export class TokenService {
  constructor(
    private readonly store: TokenStore,
    private readonly throttle: Throttle,
  ) {}

  /** The position that is asked; whoever has no card is asked one as well. */
  async askedPosition(fedId: FedId): Promise<number> {
    const card = await this.store.activeOf(fedId);
    return card?.askedPosition ?? this.store.positionForNobody(fedId, TOKEN_POSITIONS);
  }

  async verify(fedId: FedId, code: string, now: Date, familiar = false): Promise<TokenVerification> {
    const { policy, target } = guessCount(GUESSES_OF_TOKEN, fedId, familiar);
    const attempt = await this.throttle.attempt(policy, target);
    if (attempt.kind === 'locked') return { kind: 'locked', waitMs: FOR_GOOD };
    if (attempt.kind === 'wait') {
      return { kind: 'locked', waitMs: Math.max(attempt.until.getTime() - now.getTime(), seconds(1)) };
    }
    const card = await this.store.activeOf(fedId);
    if (card === undefined) return { kind: 'wrong' };
    const { keyId, askedPosition, enrolment, codeHash } = card;
    const right = constantTimeEqual(this.store.hash(keyId, askedPosition, code), codeHash);
    if (!right || !(await this.store.answered(card))) return { kind: 'wrong' };
    await this.throttle.succeed(policy, target);
    return { kind: 'right', keyId, enrolment };
  }
}
