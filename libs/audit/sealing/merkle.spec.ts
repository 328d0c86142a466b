import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leafHash, merklePath, merkleRoot, rootByPath, sha256 } from './merkle.js';

it('a tree of three is the two first together, and the third', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(leafHash) as [Buffer, Buffer, Buffer];
  const one = Buffer.from([1]);
  expect(merkleRoot([a, b, c])).toEqual(sha256(one, sha256(one, a, b), c));
});

it('every leaf leads to the root by its path, and no other leaf does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (count, pick) => {
      const leaves = Array.from({ length: count }, (_, n) => leafHash(String(n)));
      const index = pick % count;
      const path = merklePath(leaves, index);
      const root = merkleRoot(leaves);
      expect(rootByPath(leafHash(String(index)), path)).toEqual(root);
      expect(rootByPath(leafHash('other'), path)).not.toEqual(root);
    }),
  );
});
