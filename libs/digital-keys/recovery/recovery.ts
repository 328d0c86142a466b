import { hours, minutes } from '#libs/kernel';
import { keyLevel, type LoaPolicy } from '#libs/loa';
import type { DigitalKey } from '../digital-key.js';
import { dependants, levelFor } from '../life/key-actions.js';

/** NIST SP 800-63B 4.2.1: what goes by mail lives a day at most. */
export const LINK_LIFE = hours(24);
/** Between the first press on the link and a new password, so that the owner hears of it and can stop it. */
export const COOLING_OFF = hours(24);
/** How long the link serves once it rested. */
export const RIPE_FOR = hours(72);
/** How long the browser that proved a key may take for the new password. */
export const PASS_LIFE = minutes(30);

/** Keys that can be proven without the password on which they are built. A code by mail is no second proof: the link came there. */
export const RECOVERY_PROOFS = ['totp', 'sms', 'token'] as const;
export type RecoveryProof = (typeof RECOVERY_PROOFS)[number];

/** What is asked beside the mailed link. */
export type RecoveryWay =
  /** The password opens nothing but the lowest services, so the mailbox is enough. */
  | { readonly kind: 'link-alone' }
  | { readonly kind: 'proof'; readonly proofs: readonly RecoveryProof[] }
  /** By the card, the recognised app or a registration office only. */
  | { readonly kind: 'elsewhere' };

/**
 * How a forgotten password may be replaced. A password is worth as much as the strongest key built on it, so one that
 * strong must be proven (NIST SP 800-63B 4.2.2.2: two proofs of different kinds).
 */
export function recoveryWay(
  keys: readonly Pick<DigitalKey, 'kind' | 'state' | 'enrolment'>[],
  policy: LoaPolicy,
): RecoveryWay {
  const password = keys.find(({ kind, state }) => kind === 'password' && state === 'active');
  if (password === undefined) return { kind: 'elsewhere' };
  if (dependants(password, keys, policy).length === 0) return { kind: 'link-alone' };
  const level = levelFor('replace', password, { keys }, policy);
  const proofs = RECOVERY_PROOFS.filter((proof) =>
    keys.some(
      ({ kind, state, enrolment }) =>
        kind === proof && state === 'active' && keyLevel(policy, kind, enrolment) >= level,
    ),
  );
  return proofs.length === 0 ? { kind: 'elsewhere' } : { kind: 'proof', proofs };
}

/** Where a recovery stands: the link was mailed, it rests, or a new password may be chosen. */
export type RecoveryPhase = 'asked' | 'resting' | 'ripe';

export function recoveryPhase(ripeAt: Date | undefined, now: Date): RecoveryPhase {
  if (ripeAt === undefined) return 'asked';
  return now < ripeAt ? 'resting' : 'ripe';
}
