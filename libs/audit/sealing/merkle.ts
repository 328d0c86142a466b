import { createHash } from 'node:crypto';

export const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// RFC 9162 section 2.1.1: leaves and nodes are hashed apart, so that no node can pass for a leaf.
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export const leafHash = (content: string): Buffer => sha256(LEAF, content);
const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** Largest power of two smaller than the number. */
const splitOf = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);

/** Root of the tree over the hashes of leaves (RFC 9162 section 2.1.1). Throws when there are none. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first, ...others] = leaves;
  if (first === undefined) throw new Error('A tree needs a leaf.');
  if (others.length === 0) return first;
  const split = splitOf(leaves.length);
  return nodeHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

/** A neighbour on the way from a leaf to the root, and the side on which it stands. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: Buffer;
}

/** What somebody who has one leaf needs to compute the root (RFC 9162 section 2.1.3), nearest neighbour first. */
export function merklePath(leaves: readonly Buffer[], index: number): PathStep[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...merklePath(left, index), { side: 'right', hash: merkleRoot(right) }]
    : [...merklePath(right, index - split), { side: 'left', hash: merkleRoot(left) }];
}

export function rootByPath(leaf: Buffer, path: readonly PathStep[]): Buffer {
  return path.reduce(
    (hash, step) => (step.side === 'left' ? nodeHash(step.hash, hash) : nodeHash(hash, step.hash)),
    leaf,
  );
}
