import { LEVELS, weaker, type Level } from './level.js';
import { CONTEXTS } from './words.js';
import type { Context, EidasLevel, Enrolment, Factor, KeyKind, MethodClass } from './words.js';

export interface KeyPolicy {
  readonly key: KeyKind;
  /** Place on the screen, 1 first. */
  readonly rank: number;
  /** Strongest first; several only where the level differs from sign-in to sign-in. */
  readonly levels: readonly [Level, ...Level[]];
  /** Code in `amr`. */
  readonly amr: string;
  readonly factors: readonly Factor[];
  /** Proof against copying and tampering by an attacker with high potential. */
  readonly hardwareBound: boolean;
  /** The key that is the first half of this one: with it proven, only the second factor is asked. */
  readonly builtOn?: KeyKind;
  readonly contexts: readonly Context[];
}

export interface EnrolmentPolicy {
  readonly cap: Level;
  readonly contexts: readonly Context[];
}

/** Everything about strength that may change without a change of code (config/loa.yaml). */
export interface LoaPolicy {
  readonly keys: Readonly<Record<KeyKind, KeyPolicy>>;
  readonly eidas: Readonly<Record<Level, EidasLevel>>;
  readonly enrolment: Readonly<Record<Enrolment, EnrolmentPolicy>>;
  readonly methodClasses: Readonly<Record<MethodClass, KeyKind>>;
}

/** A recognised service as the configuration describes it. */
export interface ServiceStrength {
  readonly key: KeyKind;
  /** For which it is recognised; nothing that it says counts for more. */
  readonly level: Level;
  /** Where it says at each sign-in which level was reached: those that it knows, strongest first. */
  readonly levels?: readonly Level[];
  readonly rank: number;
  readonly amr: string;
}

/**
 * The policy with recognised services in it. One that the policy knows gets its own level at most, and at most that
 * for which it is recognised.
 */
export function withServices(policy: LoaPolicy, services: readonly ServiceStrength[]): LoaPolicy {
  const keys = Object.fromEntries(services.map((service) => [service.key, serviceKey(policy, service)]));
  return { ...policy, keys: { ...policy.keys, ...keys } };
}

function serviceKey(policy: LoaPolicy, service: ServiceStrength): KeyPolicy {
  const { key, rank, amr } = service;
  const known = policy.keys[key];
  if (known !== undefined) return { ...known, levels: serviceLevels(service, known.levels[0]) };
  const factors = ['possession', 'knowledge'] as const;
  const levels = serviceLevels(service, service.level);
  return { key, rank, amr, levels, factors, hardwareBound: true, contexts: CONTEXTS };
}

function serviceLevels(
  { level, levels = [level] }: ServiceStrength,
  cap: Level,
): readonly [Level, ...Level[]] {
  const most = weaker(level, cap);
  const within = levels.map((one) => weaker(one, most));
  const [strongest = most, ...others] = [...new Set(within)].toSorted((a, b) => b - a);
  return [strongest, ...others];
}

/** The keys in the order of the screen. */
export function rankedKeys(policy: LoaPolicy): readonly KeyPolicy[] {
  return Object.values(policy.keys).toSorted((a, b) => a.rank - b.rank);
}

/** What the policy says of a key. A service that it does not know, or knows no longer, is worth the least and enters nowhere. */
export function keyPolicy(policy: LoaPolicy, key: KeyKind): KeyPolicy {
  return policy.keys[key] ?? { ...UNKNOWN, key };
}

const UNKNOWN: Omit<KeyPolicy, 'key'> = {
  rank: Number.MAX_SAFE_INTEGER,
  levels: [LEVELS[0]],
  amr: 'unknown',
  factors: [],
  hardwareBound: false,
  contexts: [],
};

/**
 * The level a proven key gives: its own, capped by how identity was proven when *this key* was given (a login
 * with the eID or itsme is its own proof). `asserted` is what a service said of this sign-in, such as the other
 * country of a foreign means; it never counts for more than the key can give, and without it the weakest counts.
 */
export function keyLevel(policy: LoaPolicy, key: KeyKind, enrolment: Enrolment, asserted?: Level): Level {
  const { levels } = keyPolicy(policy, key);
  const weakest = levels.at(-1) ?? levels[0];
  const said = asserted ?? weakest;
  const own = levels.find((level) => level <= said) ?? said;
  return weaker(own, policy.enrolment[enrolment].cap);
}

/** What an event may claim at most, whatever was stored: never above what its key can give. */
export function creditedLevel(policy: LoaPolicy, event: { key: KeyKind; level: Level }): Level {
  const { levels } = keyPolicy(policy, event.key);
  if (levels.length === 1) return weaker(event.level, levels[0]);
  return levels.find((level) => level <= event.level) ?? weaker(event.level, levels[0]);
}

/**
 * The weakest level that may enter a context. Whoever enrolled in a way that the context refuses must stay
 * below it, so the floor lies just above what such an enrolment can reach.
 */
export function contextFloor(policy: LoaPolicy, context: Context): Level {
  const refused = Object.values(policy.enrolment).filter(({ contexts }) => !contexts.includes(context));
  const floor = LEVELS.find((level) => refused.every(({ cap }) => level > cap));
  if (floor === undefined) throw new RangeError(`no level may enter the context ${context}`);
  return floor;
}
