/** The hashes of a walk worked out by another library than the product's: of one mind, or one of them is wrong. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesToHex, hexToBytes } from '../../shared/util/bytes.ts';
import { nodeHash, type HexHasher } from '../../electron/core/journal/index.ts';

export const portableHasher: HexHasher = {
  ofText: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  ofNode: (left, right) => bytesToHex(nodeHash(hexToBytes(left), hexToBytes(right))),
};
