import { ThrottledPage, type GuessCount, type NextPage, type ProveOutcome } from '#libs/digital-keys';
import { minutes, hours, seconds, systemClock, type Clock } from '#libs/kernel';
import { callingNetwork, type Throttle, type ThrottlePolicy } from '#libs/security';

/** Proofs of any key that failed, from one network address: generous, since a whole office may share one. */
export const FAILED_PROOFS_PER_ADDRESS: ThrottlePolicy = {
  purpose: 'proof-address',
  freeAttempts: 200,
  firstWait: seconds(10),
  maximumWait: minutes(15),
  window: hours(1),
};

/**
 * Nothing was guessed: a form that was sent half empty, a card that was not there, a person who changed their mind at
 * the reader or at a recognised service. The reason of a service says more after a colon.
 */
const NO_GUESS = new Set([
  'incomplete',
  'no-code',
  'code-missing',
  'code-malformed',
  'no-answer',
  'no-card',
  'no-certificate',
  'cancelled',
  'refused',
  'timed-out',
  'not-begun',
]);

/**
 * What all keys have in common of limits: failed proofs are counted by address, whatever the key and whoever was
 * guessed at. Each key counts its own guesses at a person besides, before it judges them.
 */
export class GuessLimits {
  constructor(
    private readonly throttle: Pick<Throttle, 'attempt' | 'release'>,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Judges by `prove`, unless too much failed from this address lately. Counted before it is judged (decision 6). */
  async within<Outcome extends ProveOutcome | NextPage>(
    address: string,
    prove: () => Promise<Outcome>,
  ): Promise<Outcome | ProveOutcome> {
    const { policy, target } = this.countAt(address);
    const before = await this.throttle.attempt(policy, target);
    if (before.kind === 'wait') {
      const waitMs = Math.max(before.until.getTime() - this.clock.now().getTime(), seconds(1));
      return { kind: 'locked', reason: 'address', page: (of) => ThrottledPage({ of, waitMs }) };
    }
    const outcome = await prove();
    if (!isFailedGuess(outcome)) await this.throttle.release(policy, target);
    return outcome;
  }

  /** For a key that counts a guess here itself, together with its own counts. */
  countAt(address: string): GuessCount {
    return { policy: FAILED_PROOFS_PER_ADDRESS, target: callingNetwork(address) };
  }
}

const isFailedGuess = (outcome: ProveOutcome | NextPage): boolean =>
  outcome.kind === 'wrong' && !NO_GUESS.has(outcome.reason.split(':', 1)[0] ?? '');
