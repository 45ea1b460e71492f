/** The hashes of the Merkle tree over the entries (RFC 9162 section 2.1.1, as in RFC 6962): SHA-256 with a byte that tells leaves from nodes. */
import { sha256 } from '@noble/hashes/sha2.js';

/** A second preimage would be easy without the prefixes: an inner node could be passed off as an entry. */
const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

export const HASH_BYTES = 32;

export const EMPTY_TREE_ROOT = sha256(new Uint8Array());

export const leafHash = (entry: Uint8Array): Uint8Array => sha256.create().update(LEAF).update(entry).digest();

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256.create().update(NODE).update(left).update(right).digest();
