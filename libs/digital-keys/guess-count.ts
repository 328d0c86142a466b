import type { Throttle, ThrottleCount, ThrottlePolicy } from '#libs/security';

/**
 * Wrong guesses in a row at one key of one person, after which it opens nothing any more: 100 at most, NIST SP 800-63B
 * 3.2.2. Browsers in which the person signed in before have a few of them for themselves.
 */
export const MOST_FAILURES_OF_STRANGERS = 80;
export const MOST_FAILURES_IN_FAMILIAR_BROWSERS = 20;

/** Waiting time of a key that opens nothing any more until it is made anew. */
export const FOR_GOOD = Number.POSITIVE_INFINITY;

/** Where a guess is counted. */
export type GuessCount = Omit<ThrottleCount, 'alarm'>;

/**
 * Guesses from a browser in which the person signed in before are counted apart: whoever guesses from elsewhere, as
 * often and as long as they like, makes nobody wait there (decision 24).
 */
export function guessCount(policy: ThrottlePolicy, target: string, familiar = false): GuessCount {
  if (!familiar) return { policy, target };
  const { absoluteLimit } = policy;
  const limit = absoluteLimit === undefined ? {} : { absoluteLimit: MOST_FAILURES_IN_FAMILIAR_BROWSERS };
  return { policy: { ...policy, ...limit, purpose: `${policy.purpose}-familiar` }, target };
}

/** The key was made anew: what was guessed at the old one is forgotten. */
export async function forgetGuesses(
  throttle: Pick<Throttle, 'succeed'>,
  policy: ThrottlePolicy,
  target: string,
): Promise<void> {
  for (const familiar of [false, true]) {
    const count = guessCount(policy, target, familiar);
    await throttle.succeed(count.policy, count.target);
  }
}
