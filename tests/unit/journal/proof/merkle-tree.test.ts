/** The tree and its proofs: the published vectors first, then every size and place, then what must not pass. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growTree, rootOfPeaks } from '../../../../electron/core/journal/proof/growing-tree.ts';
import { consistencyProof, provesConsistency } from '../../../../electron/core/journal/proof/consistency-proof.ts';
import { inclusionProof, provesInclusion } from '../../../../electron/core/journal/proof/inclusion-proof.ts';
import { EMPTY_TREE_ROOT, leafHash } from '../../../../electron/core/journal/proof/merkle-hash.ts';
import { peaksOf } from '../../../../electron/core/journal/proof/tree-shape.ts';
import { bytesToHex, hexToBytes } from '../../../../shared/util/bytes.ts';
import { portableHasher } from '../../../fakes/portable-hasher.ts';
import { LEAVES, ROOTS, subtreesOf } from './published-tree.ts';

const published = subtreesOf(LEAVES);
function grown(leaves: readonly Uint8Array[], onNode: (level: number, position: number, hash: string) => void = () => {}): string[] {
  const peaks: string[] = [];
  leaves.forEach((leaf, size) => growTree(peaks, size, bytesToHex(leafHash(leaf)), portableHasher, onNode));
  return peaks;
}
const rootOf = (peaks: readonly string[]): Uint8Array => (peaks.length === 0 ? EMPTY_TREE_ROOT : hexToBytes(rootOfPeaks(peaks, portableHasher)));
const hex = (hashes: readonly Uint8Array[]) => hashes.map(bytesToHex);
const numbered = (size: number): Uint8Array[] => Array.from({ length: size }, (_, index) => Uint8Array.of(index, index >> 8));

describe('the published vectors', () => {
  it('the root at every size, grown and worked out', () => {
    ROOTS.forEach((root, size) => {
      expect(bytesToHex(rootOf(grown(LEAVES.slice(0, size))))).toBe(root);
      expect(bytesToHex(rootOf(peaksOf(size, published).map(bytesToHex)))).toBe(root);
    });
  });

  it.each([
    [0, 1, []],
    [0, 8, ['96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7', '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4']],
    [5, 8, ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('inclusion of leaf %i in a tree of %i', (index, size, proof) => {
    expect(hex(inclusionProof(index, size, published))).toEqual(proof);
    const claim = { leaf: leafHash(LEAVES[index]!), index, size, root: hexToBytes(ROOTS[size]!) };
    expect(provesInclusion(proof.map(hexToBytes), claim)).toBe(true);
  });

  it.each([
    [1, 1, []],
    [6, 8, ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7']],
    [2, 5, ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b']],
  ])('consistency of a tree of %i with one of %i', (first, second, proof) => {
    expect(hex(consistencyProof(first, second, published))).toEqual(proof);
    const [earlier, later] = [first, second].map((size) => ({ size, root: hexToBytes(ROOTS[size]!) }));
    expect(provesConsistency(proof.map(hexToBytes), earlier!, later!)).toBe(true);
  });
});

describe('any tree', () => {
  const sizeAndIndex = fc.integer({ min: 1, max: 130 }).chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

  it('proves each of its leaves, and no other place, size or root', () => {
    const property = fc.property(sizeAndIndex, ({ size, index }) => {
      const leaves = numbered(size);
      const proof = inclusionProof(index, size, subtreesOf(leaves));
      const claim = { leaf: leafHash(leaves[index]!), index, size, root: rootOf(grown(leaves)) };
      expect(provesInclusion(proof, claim)).toBe(true);
      expect(provesInclusion(proof, { ...claim, index: index + 1 })).toBe(false);
      expect(provesInclusion(proof, { ...claim, index: index - 1 })).toBe(false);
      expect(provesInclusion(proof, { ...claim, leaf: leafHash(Uint8Array.of(1, 2, 3)) })).toBe(false);
      expect(provesInclusion(proof, { ...claim, root: leafHash(Uint8Array.of(1)) })).toBe(false);
      expect(provesInclusion([...proof, claim.leaf], claim)).toBe(false);
      if (proof.length > 0) expect(provesInclusion(proof.slice(1), claim)).toBe(false);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('is consistent with each of its beginnings, and with no other', () => {
    const property = fc.property(sizeAndIndex, ({ size, index }) => {
      const leaves = numbered(size);
      const first = index + 1;
      const proof = consistencyProof(first, size, subtreesOf(leaves));
      const earlier = { size: first, root: rootOf(grown(leaves.slice(0, first))) };
      const later = { size, root: rootOf(grown(leaves)) };
      expect(provesConsistency(proof, earlier, later)).toBe(true);
      const rewritten = rootOf(grown(leaves.with(index, Uint8Array.of(9, 9, 9)).slice(0, first)));
      expect(provesConsistency(proof, { ...earlier, root: rewritten }, later)).toBe(false);
      expect(provesConsistency(proof, earlier, { ...later, root: rewritten.with(0, rewritten[0]! ^ 1) })).toBe(false);
      expect(provesConsistency([...proof, later.root], earlier, later)).toBe(false);
      expect(provesConsistency(proof, { ...earlier, size: size + 1 }, later)).toBe(false);
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('tells of every perfect subtree it completes', () => {
    const leaves = numbered(21);
    const told = new Map<string, string>();
    grown(leaves, (level, position, hash) => told.set(`${level}/${position}`, hash));
    const subtree = subtreesOf(leaves);
    expect([...told].map(([place]) => place).toSorted()).toEqual(
      [1, 2, 3, 4].flatMap((level) => Array.from({ length: 21 >> level }, (_, position) => `${level}/${position}`)).toSorted(),
    );
    for (const [place, hash] of told) {
      const [level, position] = place.split('/').map(Number);
      expect(hash).toBe(bytesToHex(subtree(level!, position!)));
    }
  });

  it('has no proof for what is outside it', () => {
    expect(() => inclusionProof(8, 8, published)).toThrow(RangeError);
    expect(() => consistencyProof(0, 8, published)).toThrow(RangeError);
    expect(() => consistencyProof(9, 8, published)).toThrow(RangeError);
    expect(inclusionProof(7, 8, published)).toHaveLength(3);
    const empty = { size: 0, root: hexToBytes(ROOTS[0]!) };
    expect(provesConsistency([], empty, { size: 8, root: hexToBytes(ROOTS[8]!) })).toBe(true);
  });
});
