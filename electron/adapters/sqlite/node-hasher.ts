/** SHA-256 of Node for walks over millions of entries: one call without an object per hash. */
import { hash } from 'node:crypto';
import type { HexHasher } from '../../core/journal/index.ts';

const HASH_BYTES = 32;
/** RFC 9162 section 2.1.1: the byte that tells a node from a leaf, then both halves. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

export const nodeHasher: HexHasher = {
  ofText: (text) => hash('sha256', text),
  ofNode(left, right) {
    node.write(left, 1, 'hex');
    node.write(right, 1 + HASH_BYTES, 'hex');
    return hash('sha256', node);
  },
};
