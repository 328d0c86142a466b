import { levelClass } from './class-reference.js';
import { isFresh, momentOf, type AuthenticationEvent, type Freshness } from './event.js';
import { stronger, weaker, type Level } from './level.js';
import { keyRefusal, offersFor, type KeyOffer, type OfferInput } from './offers.js';
import { creditedLevel, keyPolicy } from './policy.js';
import { answerFor, fits } from './requirement.js';

export interface DecisionInput extends OfferInput, Freshness {
  /** What was proven in this browser's session; empty without one. */
  readonly events: readonly AuthenticationEvent[];
}

interface Satisfied {
  readonly kind: 'satisfied';
  readonly event: AuthenticationEvent;
  /** What the event is worth; the same as its own level unless that was too high. */
  readonly level: Level;
  /** For acr and AuthnContextClassRef. */
  readonly classReference: string;
  /** Code of the key, then the class of the level. */
  readonly amr: readonly [string, string];
}

interface Asking {
  readonly offers: readonly KeyOffer[];
  /** The password was proven by an event that counts: a key built on it asks its second factor only. */
  readonly passwordProven: boolean;
}

export type Decision =
  | Satisfied
  | (Asking & {
      readonly kind: 'step-up';
      readonly from: Level;
      readonly to: Level;
      readonly reason: 'too-weak';
    })
  | (Asking & {
      readonly kind: 'choose';
      readonly reason: 'no-session' | 'fresh-sign-in-asked' | 'too-old' | 'other-key-needed';
    })
  | {
      readonly kind: 'impossible';
      readonly reason: 'no-key-fits' | 'out-of-service';
      readonly offers: readonly KeyOffer[];
    };

/** What a session and a requirement make of a sign-in: done, one step more, a choice, or no way. */
export function decide(input: DecisionInput): Decision {
  const fresh = input.events
    // What a service proved that is recognised no longer counts for nothing.
    .filter((event) => input.policy.keys[event.key] !== undefined && isFresh(event, input))
    .map((event) => ({ ...event, level: creditedLevel(input.policy, event), event }))
    .toSorted((a, b) => b.level - a.level || Date.parse(b.at) - Date.parse(a.at));
  return satisfiedBy(fresh, input) ?? asking(fresh, input);
}

interface Credited extends AuthenticationEvent {
  readonly event: AuthenticationEvent;
}

/** The first alternative that any event fits, with the strongest and then the newest such event. */
function satisfiedBy(fresh: readonly Credited[], input: DecisionInput): Satisfied | undefined {
  const { policy, requirement } = input;
  const usable = fresh.filter(
    ({ key, level }) => level >= requirement.minimum && keyRefusal(key, input) === undefined,
  );
  for (const alternative of requirement.alternatives) {
    const found = usable.find((event) => fits(alternative, event));
    if (found === undefined) continue;
    const { event, level, key } = found;
    const amr = [keyPolicy(policy, key).amr, levelClass(level)] as const;
    return { kind: 'satisfied', event, level, classReference: answerFor(alternative, level), amr };
  }
  return undefined;
}

function asking(fresh: readonly Credited[], input: DecisionInput): Decision {
  const offers = offersFor(input);
  if (!offers.some(({ available }) => available)) {
    const outage = offers.some((offer) => !offer.available && offer.reason === 'out-of-service');
    return { kind: 'impossible', reason: outage ? 'out-of-service' : 'no-key-fits', offers };
  }
  const passwordProven = fresh.some(
    ({ key }) => key === 'password' || keyPolicy(input.policy, key).builtOn === 'password',
  );
  const step = stepFrom(fresh, offers, input);
  if (step !== undefined) return { kind: 'step-up', ...step, offers, reason: 'too-weak', passwordProven };
  return { kind: 'choose', offers, reason: choiceReason(fresh, input), passwordProven };
}

/** A step up exists when something was proven, something stronger is asked, and a key for it is offered. */
function stepFrom(fresh: readonly Credited[], offers: readonly KeyOffer[], { requirement }: DecisionInput) {
  if (fresh.length === 0) return undefined;
  const from = fresh.map(({ level }) => level).reduce(stronger);
  if (!offers.some(({ available, level }) => available && level > from)) return undefined;
  const above = requirement.alternatives
    .map((alternative) => stronger(alternative.from, requirement.minimum))
    .filter((level) => level > from);
  return above.length === 0 ? undefined : { from, to: above.reduce(weaker) };
}

function choiceReason(fresh: readonly Credited[], input: DecisionInput) {
  if (fresh.length > 0) return 'other-key-needed';
  if (!input.events.some((event) => momentOf(event, input.now) !== undefined)) return 'no-session';
  return input.force ? 'fresh-sign-in-asked' : 'too-old';
}
