import type { Level } from './level.js';
import { keyPolicy, rankedKeys, type KeyPolicy, type LoaPolicy } from './policy.js';
import { meets, type Requirement } from './requirement.js';
import type { Context, KeyKind } from './words.js';

export type UnavailableReason =
  'too-weak' | 'too-strong' | 'not-for-this-service' | 'not-in-this-context' | 'out-of-service';

/** A key on the page of choice. Says nothing about which keys the person has. */
export type KeyOffer =
  | { readonly key: KeyKind; readonly level: Level; readonly available: true }
  | {
      readonly key: KeyKind;
      readonly level: Level;
      readonly available: false;
      readonly reason: UnavailableReason;
    };

/** What the application registered about keys. */
export interface ApplicationKeys {
  readonly keys: readonly KeyKind[];
  /** Narrows the keys in one context; a context that is not named here takes them all. */
  readonly keysByContext?: Readonly<Partial<Record<Context, readonly KeyKind[]>>>;
}

export interface OfferInput {
  readonly policy: LoaPolicy;
  readonly requirement: Requirement;
  readonly application: ApplicationKeys;
  readonly outOfService?: readonly KeyKind[];
}

/** Why the application does not take a key here, or `undefined` when it does. */
export function keyRefusal(
  key: KeyKind,
  { policy, requirement: { context }, application }: OfferInput,
): 'not-for-this-service' | 'not-in-this-context' | undefined {
  if (!application.keys.includes(key)) return 'not-for-this-service';
  const here = application.keysByContext?.[context]?.includes(key) ?? true;
  return here && keyPolicy(policy, key).contexts.includes(context) ? undefined : 'not-in-this-context';
}

/** Every key of the policy in the order of the screen, with the reason where it cannot be used now. */
export function offersFor(input: OfferInput): KeyOffer[] {
  return rankedKeys(input.policy).map((key) => offerOf(key, input));
}

function offerOf(policy: KeyPolicy, input: OfferInput): KeyOffer {
  const { key } = policy;
  const level = policy.levels.find((one) => meets(input.requirement, { key, level: one }).kind === 'met');
  const reason =
    level === undefined
      ? strengthReason(policy, input.requirement)
      : (keyRefusal(key, input) ?? (input.outOfService?.includes(key) ? 'out-of-service' : undefined));
  const shown = level ?? policy.levels[0];
  return reason === undefined
    ? { key, level: shown, available: true }
    : { key, level: shown, available: false, reason };
}

function strengthReason({ key, levels }: KeyPolicy, requirement: Requirement): UnavailableReason {
  const outcome = meets(requirement, { key, level: levels[0] });
  // The request names another key and strength has nothing to do with it.
  if (outcome.kind === 'met' || outcome.reason === 'other-key') return 'not-for-this-service';
  return outcome.reason;
}
