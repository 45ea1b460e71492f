/** Proof that a later tree only added to an earlier one (RFC 9162 section 2.1.4): what a witness asks before it cosigns. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { HASH_BYTES, nodeHash } from './merkle-hash.ts';
import { hashOfLeaves, splitOf, type SubtreeSource } from './tree-shape.ts';

/** @throws {RangeError} unless 0 < first <= second */
export function consistencyProof(first: number, second: number, subtree: SubtreeSource): Uint8Array[] {
  if (!(first > 0 && first <= second)) throw new RangeError(`no proof from a tree of ${first} to one of ${second}`);
  return subproof(first, 0, second, true, subtree);
}

/** SUBPROOF(m, D[n], b) of section 2.1.4.1; `known` says whether the verifier already has the hash of these leaves. */
function subproof(first: number, start: number, end: number, known: boolean, subtree: SubtreeSource): Uint8Array[] {
  if (first === end) return known ? [] : [hashOfLeaves(start, end, subtree)];
  const middle = start + splitOf(end - start);
  return first <= middle
    ? [...subproof(first, start, middle, known, subtree), hashOfLeaves(middle, end, subtree)]
    : [...subproof(first, middle, end, false, subtree), hashOfLeaves(start, middle, subtree)];
}

/** As c2sp.org/tlog-witness writes it: from which tree, the hashes, and the checkpoint it leads to. */
export const consistencyText = (oldSize: number, proof: readonly Uint8Array[], checkpoint: string): string =>
  [`old ${oldSize}`, ...proof.map(toBase64), '', checkpoint].join('\n');

/** Null for a text `consistencyText` does not write. */
export function parseConsistency(text: string): { oldSize: number; proof: Uint8Array[]; checkpoint: string } | null {
  const cut = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, cut).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? [];
  const proof = lines.map(fromBase64);
  if (cut < 0 || size === undefined || !proof.every((hash): hash is Uint8Array<ArrayBuffer> => hash?.length === HASH_BYTES)) return null;
  return { oldSize: Number(size), proof, checkpoint: text.slice(cut + 2) };
}

export interface TreeHead {
  /** Leaves. */
  size: number;
  root: Uint8Array;
}

/** Section 2.1.4.2; a proof that is too short or too long is none. An empty tree is consistent with every other. */
export function provesConsistency(proof: readonly Uint8Array[], first: TreeHead, second: TreeHead): boolean {
  if (first.size > second.size || first.size < 0) return false;
  if (first.size === second.size) return proof.length === 0 && bytesEqual(first.root, second.root);
  if (first.size === 0) return proof.length === 0;
  // Where the earlier tree is one perfect subtree, its root is the first hash and is not repeated in the proof.
  const path = Number.isInteger(Math.log2(first.size)) ? [first.root, ...proof] : [...proof];
  let fn = first.size - 1;
  let sn = second.size - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  const start = path.shift();
  if (start === undefined) return false;
  let earlier = start;
  let later = start;
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      earlier = nodeHash(hash, earlier);
      later = nodeHash(hash, later);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      later = nodeHash(later, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && bytesEqual(earlier, first.root) && bytesEqual(later, second.root);
}
