import type { AuditRecord } from '#libs/audit';
import type { DigitalKey } from '#libs/digital-keys';
import { isKeyKind, keyPolicy, type KeyKind, type LoaPolicy } from '#libs/loa';

/** Longest time for which a sign-in may rest on a proof from before. */
export const LONGEST_PROOF_HOURS = 24;

/** What is at risk after a change that names no key. */
const AT_RISK: Readonly<Partial<Record<string, readonly KeyKind[]>>> = {
  ContactAdded: ['sms', 'email'],
  ContactRemoved: ['sms', 'email'],
  ContactMadePrimary: ['sms', 'email'],
};

/**
 * The keys with which somebody did what this record tells, of those that the person has now. Of a sign-in: the key that
 * was proven last before it, and the password when the key is built on one, since whoever used it knew both. Of a
 * change of a key: that key. Of one of contact data: the keys that send codes there.
 *
 * @param proofs records of proofs of this person
 */
export function usedKeys(
  { name, data, occurredAt }: Pick<AuditRecord, 'name' | 'data' | 'occurredAt'>,
  proofs: readonly Pick<AuditRecord, 'data' | 'occurredAt'>[],
  keys: readonly DigitalKey[],
  policy: LoaPolicy,
): readonly DigitalKey[] {
  if (typeof data.keyId === 'string') return keys.filter(({ id }) => id === data.keyId);
  const atRisk = AT_RISK[name];
  if (atRisk !== undefined) return keys.filter(({ kind }) => atRisk.includes(kind));
  const kind = data.key;
  if (typeof kind !== 'string' || !isKeyKind(kind)) return [];
  const proof = proofs
    .filter((one) => one.data.key === kind && one.occurredAt <= occurredAt)
    .toSorted((one, other) => other.occurredAt.getTime() - one.occurredAt.getTime())[0];
  const { builtOn } = keyPolicy(policy, kind);
  return keys.filter((key) => isThat(key, kind, proof?.data.keyId) || key.kind === builtOn);
}

/** Where it is not known which one of several, each of them may have been it. */
const isThat = ({ id, kind }: DigitalKey, wanted: KeyKind, proven: unknown): boolean =>
  typeof proven === 'string' ? id === proven : kind === wanted;
