import { keyLevel, keyPolicy, type Enrolment, type KeyKind, type Level, type LoaPolicy } from '#libs/loa';
import type { DigitalKey, DigitalKeyState } from '../digital-key.js';

export const KEY_ACTIONS = ['activate', 'rename', 'suspend', 'resume', 'replace', 'revoke'] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** What a person must have before a key can be activated. */
export type Prerequisite = 'agreement' | 'mail' | 'phone' | 'password';

interface KeyRule {
  readonly needs: readonly Prerequisite[];
  /** How many a person may hold at once, suspended ones included. */
  readonly most: number;
  readonly actions: readonly KeyAction[];
}

const EVERY: readonly KeyAction[] = ['activate', 'rename', 'suspend', 'resume', 'revoke'];

/** What can be done with each kind of key. One that is not here is looked after by whoever issues it. */
const RULES: Readonly<Partial<Record<KeyKind, KeyRule>>> = {
  password: {
    needs: ['agreement', 'mail'],
    most: 1,
    actions: ['activate', 'suspend', 'resume', 'replace', 'revoke'],
  },
  totp: { needs: ['agreement', 'password'], most: 2, actions: EVERY },
  sms: {
    needs: ['agreement', 'password', 'phone'],
    most: 1,
    actions: ['activate', 'suspend', 'resume', 'revoke'],
  },
  email: {
    needs: ['agreement', 'password', 'mail'],
    most: 1,
    actions: ['activate', 'suspend', 'resume', 'revoke'],
  },
  token: { needs: ['agreement', 'password'], most: 1, actions: [...EVERY, 'replace'] },
  certificate: { needs: ['agreement', 'password'], most: 3, actions: EVERY },
  passkey: { needs: ['agreement'], most: 5, actions: EVERY },
};

/** The kinds that can be activated, strongest first. */
export const managedKinds = (policy: LoaPolicy): KeyKind[] =>
  Object.values(policy.keys)
    .toSorted((one, other) => one.rank - other.rank)
    .flatMap(({ key }) => (RULES[key] === undefined ? [] : [key]));

/** The key to act on; without a state it is yet to be activated. */
export interface TargetKey {
  readonly kind: KeyKind;
  readonly enrolment: Enrolment;
  readonly state?: DigitalKeyState;
}

/** How the person stands at the moment of asking. */
export interface Standing {
  /** Level of the session in which it is asked. */
  readonly session: Level;
  /** Every key that is not revoked. */
  readonly keys: readonly Pick<DigitalKey, 'kind' | 'state' | 'enrolment'>[];
  /** What is there of the prerequisites; whether there is a password follows from the keys. */
  readonly has: Readonly<Record<Exclude<Prerequisite, 'password'>, boolean>>;
}

export type KeyActionVerdict =
  | { readonly kind: 'allowed' }
  /** Prove who you are more strongly first. */
  | { readonly kind: 'step-up'; readonly level: Level }
  | { readonly kind: 'missing'; readonly prerequisites: readonly Prerequisite[] }
  | { readonly kind: 'impossible'; readonly reason: 'not-managed' | 'enough' | 'wrong-state' };

const STATE_FOR: Readonly<Partial<Record<KeyAction, readonly DigitalKeyState[]>>> = {
  rename: ['active', 'suspended'],
  suspend: ['active'],
  resume: ['suspended'],
  replace: ['active'],
  revoke: ['active', 'suspended'],
};

/** Reporting a loss takes one factor (NIST SP 800-63B 4.2.2); bringing the key back takes all that it is worth. */
const LOSS_REPORT: Level = 200;

/**
 * Whether this may be done now. A session never adds, changes or removes a key that is stronger than itself, but for
 * suspending one; and a key that was revoked stays revoked (Implementing Regulation (EU) 2015/1502, 2.2.3).
 */
export function judgeKeyAction(
  action: KeyAction,
  target: TargetKey,
  standing: Standing,
  policy: LoaPolicy,
): KeyActionVerdict {
  const reason = impossible(action, target, standing);
  if (reason !== undefined) return { kind: 'impossible', reason };
  const level = levelFor(action, target, standing, policy);
  if (standing.session < level) return { kind: 'step-up', level };
  const prerequisites = action === 'activate' ? missing(target, standing) : [];
  return prerequisites.length > 0 ? { kind: 'missing', prerequisites } : { kind: 'allowed' };
}

/** The least level of a session in which this may be done. */
export function levelFor(
  action: KeyAction,
  { kind, enrolment }: TargetKey,
  { keys }: Pick<Standing, 'keys'>,
  policy: LoaPolicy,
): Level {
  const own = keyLevel(policy, kind, enrolment);
  if (action === 'suspend') return own < LOSS_REPORT ? own : LOSS_REPORT;
  // Half of a stronger key is worth as much as that key.
  const builtOnIt = keys
    .filter((other) => keyPolicy(policy, other.kind).builtOn === kind)
    .map((other) => keyLevel(policy, other.kind, other.enrolment));
  return [own, ...builtOnIt].reduce((one, other) => (one > other ? one : other));
}

/** The person's keys that cannot do without this one: revoking it revokes them too. */
export function dependants<K extends Pick<DigitalKey, 'kind'>>(
  { kind }: Pick<DigitalKey, 'kind'>,
  keys: readonly K[],
  policy: LoaPolicy,
): K[] {
  return keys.filter((other) => keyPolicy(policy, other.kind).builtOn === kind);
}

/** Whether their owner could sign in with nothing any more when these keys, and what is built on them, opened nothing. */
export function leavesNothing<K extends Pick<DigitalKey, 'id' | 'kind' | 'state'>>(
  ended: readonly K[],
  keys: readonly K[],
  policy: LoaPolicy,
): boolean {
  if (ended.every(({ state }) => state !== 'active')) return false;
  const gone = ended.flatMap((key) => [key, ...dependants(key, keys, policy)]).map(({ id }) => id);
  return keys.every(({ id, state }) => state !== 'active' || gone.includes(id));
}

function impossible(
  action: KeyAction,
  { kind, state }: TargetKey,
  { keys }: Standing,
): 'not-managed' | 'enough' | 'wrong-state' | undefined {
  const rule = RULES[kind];
  if (rule === undefined || !rule.actions.includes(action)) return 'not-managed';
  if (action === 'activate') {
    return keys.filter((other) => other.kind === kind).length >= rule.most ? 'enough' : undefined;
  }
  return state !== undefined && STATE_FOR[action]?.includes(state) ? undefined : 'wrong-state';
}

function missing({ kind }: TargetKey, { keys, has }: Standing): Prerequisite[] {
  const password = keys.some((key) => key.kind === 'password' && key.state === 'active');
  return (RULES[kind]?.needs ?? []).filter((need) => !(need === 'password' ? password : has[need]));
}
