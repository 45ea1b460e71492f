/**
 * GOST 34.311-95, which is GOST R 34.11-94 (RFC 5831): the hash of the NCA's GOST 34.310-2004 signatures.
 * The NCA uses the start vector zero and the S-box of id-GostR3411-94-TestParamSet, not CryptoPro's.
 */
import type { Bytes } from '../asn1/der.ts';
import { BlockBuffer } from './block-buffer.ts';
import { encrypt, type RoundTables, roundTables, TEST_S_BOX, type Words } from './gost-28147-89.ts';
import { hashWhole, type IncrementalHash } from './incremental-hash.ts';

const BLOCK_BYTES = 32;
/** 32-bit words of a block. */
const WORDS = 8;
/** The sixteen words of ψ and one for each of its steps. */
const REGISTER_WORDS = 16 + 12 + 1 + 61;

/** C3 of RFC 5831 5.1 with the lowest word first; C2 and C4 are zero. */
const C3 = Int32Array.of(0xff00ff00, 0xff00ff00, 0x00ff00ff, 0x00ff00ff, 0x00ffff00, 0xff0000ff, 0x000000ff, 0xff00ffff);

const TEST_TABLES = roundTables(TEST_S_BOX);

class Gost3431195 implements IncrementalHash {
  readonly digestBytes = BLOCK_BYTES;
  readonly #tables: RoundTables;
  readonly #chain: Words = new Int32Array(WORDS);
  readonly #sum: Words = new Int32Array(WORDS);
  readonly #message: Words = new Int32Array(WORDS);
  // Kept between steps: taking memory for each block would cost more than hashing it.
  readonly #u: Words = new Int32Array(WORDS);
  readonly #v: Words = new Int32Array(WORDS);
  readonly #key: Words = new Int32Array(WORDS);
  readonly #encrypted: Words = new Int32Array(WORDS);
  readonly #register = new Uint16Array(REGISTER_WORDS);
  readonly #buffer = new BlockBuffer(BLOCK_BYTES, (source, offset) => this.#block(source, offset));

  constructor(tables: RoundTables) {
    this.#tables = tables;
  }

  update(piece: Uint8Array): void {
    this.#buffer.push(piece);
  }

  digest(): Bytes {
    const { block, length } = this.#buffer.rest();
    if (length > 0) this.#block(block, 0);
    const bits = new Int32Array(WORDS);
    bits[0] = this.#buffer.total * 8;
    bits[1] = Math.floor(this.#buffer.total / 2 ** 29);
    this.#step(bits);
    this.#step(this.#sum);
    const octets = new Uint8Array(BLOCK_BYTES);
    const view = new DataView(octets.buffer);
    this.#chain.forEach((word, i) => view.setInt32(4 * i, word, true));
    return octets;
  }

  #block(source: Uint8Array, offset: number): void {
    const message = this.#message;
    let carry = 0;
    for (let i = 0; i < WORDS; i += 1) {
      const at = offset + 4 * i;
      const word = source[at]! | (source[at + 1]! << 8) | (source[at + 2]! << 16) | (source[at + 3]! << 24);
      message[i] = word;
      const total = (this.#sum[i]! >>> 0) + (word >>> 0) + carry;
      this.#sum[i] = total;
      carry = total > 0xff_ff_ff_ff ? 1 : 0;
    }
    this.#step(message);
  }

  /** The step hash function of RFC 5831 section 5: keys, encryption of the four parts of the chain, mixing. */
  #step(message: Words): void {
    const u = this.#u;
    const v = this.#v;
    u.set(this.#chain);
    v.set(message);
    for (let part = 0; part < 4; part += 1) {
      if (part > 0) {
        shift(u);
        if (part === 2) for (let i = 0; i < WORDS; i += 1) u[i]! ^= C3[i]!;
        shift(v);
        shift(v);
      }
      deriveKey(this.#key, u, v);
      encrypt(this.#tables, this.#key, this.#chain, this.#encrypted, 2 * part);
    }
    mix(this.#register, this.#chain, message, this.#encrypted);
  }
}

/** Transformation A: the 64-bit words y4‖y3‖y2‖y1 become (y1 ⊕ y2)‖y4‖y3‖y2. */
function shift(y: Words): void {
  const low = y[0]! ^ y[2]!;
  const high = y[1]! ^ y[3]!;
  y.copyWithin(0, 2);
  y[6] = low;
  y[7] = high;
}

/** Transformation P of u ⊕ v: octet i + 4(k − 1) is octet 8i + k − 1, for i of 0 to 3 and k of 1 to 8. */
function deriveKey(key: Words, u: Words, v: Words): void {
  for (let half = 0; half < 2; half += 1) {
    const a = u[half]! ^ v[half]!;
    const b = u[half + 2]! ^ v[half + 2]!;
    const c = u[half + 4]! ^ v[half + 4]!;
    const d = u[half + 6]! ^ v[half + 6]!;
    for (let k = 0, bits = 0; k < 4; k += 1, bits += 8)
      key[4 * half + k] =
        ((a >>> bits) & 255) | (((b >>> bits) & 255) << 8) | (((c >>> bits) & 255) << 16) | (((d >>> bits) & 255) << 24);
  }
}

/** ψ⁶¹(H ⊕ ψ(M ⊕ ψ¹²(S))) of RFC 5831 5.3: a shift register of sixteen 16-bit words, kept as a sliding window. */
function mix(register: Uint16Array, chain: Words, message: Words, encrypted: Words): void {
  for (let i = 0; i < WORDS; i += 1) {
    register[2 * i] = encrypted[i]!;
    register[2 * i + 1] = encrypted[i]! >>> 16;
  }
  let at = advance(register, 0, 12);
  at = advance(register, add(register, at, message), 1);
  at = advance(register, add(register, at, chain), 61);
  for (let i = 0; i < WORDS; i += 1) chain[i] = register[at + 2 * i]! | (register[at + 2 * i + 1]! << 16);
}

function advance(y: Uint16Array, from: number, steps: number): number {
  for (let at = from; at < from + steps; at += 1)
    y[at + 16] = y[at]! ^ y[at + 1]! ^ y[at + 2]! ^ y[at + 3]! ^ y[at + 12]! ^ y[at + 15]!;
  return from + steps;
}

function add(y: Uint16Array, at: number, words: Words): number {
  for (let i = 0; i < WORDS; i += 1) {
    y[at + 2 * i]! ^= words[i]!;
    y[at + 2 * i + 1]! ^= words[i]! >>> 16;
  }
  return at;
}

export const createGost3431195 = (): IncrementalHash => new Gost3431195(TEST_TABLES);
/** `sBox` in the form of {@link TEST_S_BOX}. */
export const createGost341194 = (sBox: readonly string[]): IncrementalHash => new Gost3431195(roundTables(sBox));
export const gost3431195 = (message: Uint8Array): Bytes => hashWhole(createGost3431195(), message);
