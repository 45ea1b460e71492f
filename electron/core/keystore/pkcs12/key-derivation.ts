/** The key derivation of PKCS#12 itself (RFC 7292 appendix B.2), which its old ciphers and its MAC are keyed by. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../../trust/asn1/index.ts';
import { HASH } from './object-identifiers.ts';

/** Purpose of the derived octets (appendix B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

const HASHES = { [HASH.sha1]: sha1, [HASH.sha256]: sha256, [HASH.sha384]: sha384, [HASH.sha512]: sha512 } as const;

/** Object identifiers of the hashes the derivation can run on. */
export type DerivationHash = keyof typeof HASHES;
export const isDerivationHash = (oid: string): oid is DerivationHash => Object.hasOwn(HASHES, oid);
export const hashBy = (oid: DerivationHash) => HASHES[oid];

/**
 * Null is no password at all, which some makers mean by an empty one: RFC 7292 has two forms of it, two zero octets and nothing.
 */
export type Password = string | null;

/** BMPString with its two zero octets (appendix B.1). */
export function bmpPassword(password: Password): Bytes {
  if (password === null) return new Uint8Array();
  const octets = new Uint8Array(2 * password.length + 2);
  for (let i = 0; i < password.length; i += 1) {
    const unit = password.charCodeAt(i);
    octets[2 * i] = unit >> 8;
    octets[2 * i + 1] = unit & 0xff;
  }
  return octets;
}

export interface Derivation {
  hash: DerivationHash;
  /** From `bmpPassword`. */
  password: Bytes;
  salt: Uint8Array;
  rounds: number;
  purpose: (typeof PURPOSE)[keyof typeof PURPOSE];
  /** Octets wanted. */
  length: number;
}

export function deriveOctets({ hash, password, salt, rounds, purpose, length }: Derivation): Bytes {
  const digest = HASHES[hash];
  const { outputLen: u, blockLen: v } = digest;
  const diversifier = new Uint8Array(v).fill(purpose);
  const input = concatenated(repeated(salt, v), repeated(password, v));
  const derived = new Uint8Array(length);
  for (let at = 0; at < length; at += u) {
    let block = digest(concatenated(diversifier, input));
    for (let round = 1; round < rounds; round += 1) block = digest(block);
    derived.set(block.subarray(0, length - at), at);
    if (at + u < length) addOnePlus(input, repeated(block, v).subarray(0, v));
    block.fill(0);
  }
  input.fill(0);
  return derived;
}

/** As often as it takes to fill whole blocks of `v` octets; nothing stays nothing. */
function repeated(octets: Uint8Array, v: number): Bytes {
  const filled = new Uint8Array(v * Math.ceil(octets.length / v));
  for (let i = 0; i < filled.length; i += 1) filled[i] = octets[i % octets.length]!;
  return filled;
}

/** Each block I_j becomes I_j + B + 1 modulo 2^(8v) (step 6C). */
function addOnePlus(input: Bytes, addend: Uint8Array): void {
  const v = addend.length;
  for (let block = 0; block < input.length; block += v) {
    let carry = 1;
    for (let i = v - 1; i >= 0; i -= 1) {
      carry += input[block + i]! + addend[i]!;
      input[block + i] = carry & 0xff;
      carry >>= 8;
    }
  }
}

function concatenated(first: Uint8Array, second: Uint8Array): Bytes {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
