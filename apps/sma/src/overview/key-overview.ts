import type { DescribedCertificate, DigitalKey } from '#libs/digital-keys';
import {
  keyLevel,
  keyPolicy,
  levelWord,
  type KeyKind,
  type Level,
  type LevelWord,
  type LoaPolicy,
} from '#libs/loa';

/** A key as its owner sees it. */
export interface OwnKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly label: string | undefined;
  readonly state: 'active' | 'suspended';
  /** The most it can give: its own level, capped by how it was issued. */
  readonly level: Level;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
  /** When it ends by itself. */
  readonly expiresAt: Date | undefined;
  /** Of a certificate: who is named in it, and who issued it. */
  readonly certificate?: DescribedCertificate | undefined;
}

/** What a person should know about their keys taken together. */
export type Advice = 'none-active' | 'only-weak' | 'only-one';

/** Strongest first, then in the order of the page of choice; revoked keys are history. */
export function ownKeys(keys: readonly DigitalKey[], policy: LoaPolicy): OwnKey[] {
  return keys
    .flatMap((key): OwnKey[] => {
      const { id, kind, label, state, enrolment, createdAt, lastUsedAt, expiresAt } = key;
      // A service that is recognised no longer opens nothing.
      if (state === 'revoked' || policy.keys[kind] === undefined) return [];
      const level = keyLevel(policy, kind, enrolment);
      return [{ id, kind, label, state, level, createdAt, lastUsedAt, expiresAt }];
    })
    .toSorted(
      (one, other) =>
        other.level - one.level || keyPolicy(policy, one.kind).rank - keyPolicy(policy, other.kind).rank,
    );
}

/** The one piece of advice that matters most. */
export function adviceOn(keys: readonly OwnKey[], policy: LoaPolicy): Advice | undefined {
  const active = keys.filter(({ state }) => state === 'active');
  if (active.length === 0) return 'none-active';
  const strong = active.filter(({ level }) => !isWeak(levelWord(level, policy)));
  if (strong.length === 0) return 'only-weak';
  return strong.length === 1 ? 'only-one' : undefined;
}

const isWeak = (word: LevelWord): boolean => word === 'low' || word === 'basic';
