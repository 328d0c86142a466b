import { merkleRoot, sha256 } from './merkle.js';

/** What one seal says: these records, after that seal. */
export interface Seal {
  readonly chain: string;
  /** From 1, without a gap. */
  readonly number: number;
  readonly sealedAt: Date;
  /** Of the records, in the order in which they were sealed. */
  readonly recordIds: readonly string[];
  readonly recordHashes: readonly Buffer[];
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Before the first seal of a chain. */
export const NOTHING_BEFORE = Buffer.alloc(32);

export type SealContent = Omit<Seal, 'hash'>;

/** Binds a seal to its records, its place and all seals before it. */
export function sealHash({
  chain,
  number,
  sealedAt,
  recordIds,
  recordHashes,
  previous,
}: SealContent): Buffer {
  const head = JSON.stringify([chain, number, sealedAt.toISOString(), recordIds.length]);
  return sha256(head, previous, merkleRoot(recordHashes));
}

/** A signed statement of how far a chain had come; kept where who can change the database cannot change it. */
export interface Checkpoint {
  readonly chain: string;
  readonly number: number;
  /** Hexadecimal. */
  readonly hash: string;
  /** Records in this chain up to here. */
  readonly records: number;
  /** ISO 8601. */
  readonly at: string;
  /** Marks of people erased lately: who restores an older backup erases them again. In one chain only. */
  readonly erased?: readonly string[];
}
