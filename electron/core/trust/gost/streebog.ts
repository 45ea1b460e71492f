/**
 * GOST 34.11-2015 of Kazakhstan, which is GOST R 34.11-2012 (RFC 6986, “Streebog”), with digests of 512 and 256 bits.
 * The three steps S, P and L of a round are one look-up in eight tables of 64-bit rows, held as pairs of 32-bit words.
 */
import type { Bytes } from '../asn1/der.ts';
import { BlockBuffer } from './block-buffer.ts';
import { hashWhole, type IncrementalHash } from './incremental-hash.ts';
import { CONSTANTS, TABLES, type Words, wordAt } from './streebog-tables.ts';

const BLOCK_BYTES = 64;
/** 32-bit words of a block: low and high half of each of its eight 64-bit words, in the order of the octets. */
const WORDS = 16;

const [L0, H0, L1, H1, L2, H2, L3, H3, L4, H4, L5, H5, L6, H6, L7, H7] = TABLES;

/** LPS(a ⊕ b) of RFC 6986 section 8 into `out`, which may be `a` or `b`. */
function roundOf(out: Words, a: Words, b: Words): void {
  const l0 = a[0]! ^ b[0]!;
  const h0 = a[1]! ^ b[1]!;
  const l1 = a[2]! ^ b[2]!;
  const h1 = a[3]! ^ b[3]!;
  const l2 = a[4]! ^ b[4]!;
  const h2 = a[5]! ^ b[5]!;
  const l3 = a[6]! ^ b[6]!;
  const h3 = a[7]! ^ b[7]!;
  const l4 = a[8]! ^ b[8]!;
  const h4 = a[9]! ^ b[9]!;
  const l5 = a[10]! ^ b[10]!;
  const h5 = a[11]! ^ b[11]!;
  const l6 = a[12]! ^ b[12]!;
  const h6 = a[13]! ^ b[13]!;
  const l7 = a[14]! ^ b[14]!;
  const h7 = a[15]! ^ b[15]!;
  rowsOf(out, 0, l0, l1, l2, l3, l4, l5, l6, l7);
  rowsOf(out, 8, h0, h1, h2, h3, h4, h5, h6, h7);
}

/** Four rows of the result: octet 0, 1, 2 and 3 of each of the eight words given. */
function rowsOf(out: Words, at: number, a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number): void {
  for (let shift = 0, row = at; shift < 32; shift += 8, row += 2) {
    const i = (a >>> shift) & 255;
    const j = (b >>> shift) & 255;
    const k = (c >>> shift) & 255;
    const l = (d >>> shift) & 255;
    const m = (e >>> shift) & 255;
    const n = (f >>> shift) & 255;
    const o = (g >>> shift) & 255;
    const p = (h >>> shift) & 255;
    out[row] = L0[i]! ^ L1[j]! ^ L2[k]! ^ L3[l]! ^ L4[m]! ^ L5[n]! ^ L6[o]! ^ L7[p]!;
    out[row + 1] = H0[i]! ^ H1[j]! ^ H2[k]! ^ H3[l]! ^ H4[m]! ^ H5[n]! ^ H6[o]! ^ H7[p]!;
  }
}

/** `sum` + `added` modulo 2⁵¹². */
function addTo(sum: Words, added: Words): void {
  let carry = 0;
  for (let i = 0; i < WORDS; i += 1) {
    const total = (sum[i]! >>> 0) + (added[i]! >>> 0) + carry;
    sum[i] = total;
    carry = total > 0xff_ff_ff_ff ? 1 : 0;
  }
}

class Streebog implements IncrementalHash {
  readonly digestBytes: 32 | 64;
  readonly #chain: Words = new Int32Array(WORDS);
  readonly #count: Words = new Int32Array(WORDS);
  readonly #sum: Words = new Int32Array(WORDS);
  readonly #blockBits: Words = new Int32Array(WORDS);
  readonly #message: Words = new Int32Array(WORDS);
  readonly #key: Words = new Int32Array(WORDS);
  readonly #state: Words = new Int32Array(WORDS);
  readonly #buffer = new BlockBuffer(BLOCK_BYTES, (source, offset) => this.#block(source, offset, BLOCK_BYTES));

  constructor(digestBytes: 32 | 64) {
    this.digestBytes = digestBytes;
    // RFC 6986 5.1: the initial value is zero for 512 bits and octets of one for 256.
    if (digestBytes === 32) this.#chain.fill(0x01_01_01_01);
  }

  update(piece: Uint8Array): void {
    this.#buffer.push(piece);
  }

  digest(): Bytes {
    const { block, length } = this.#buffer.rest();
    block[length] = 1;
    this.#block(block, 0, length);
    const zero = new Int32Array(WORDS);
    this.#compress(zero, this.#count);
    this.#compress(zero, this.#sum);
    const octets = octetsOf(this.#chain);
    return octets.slice(BLOCK_BYTES - this.digestBytes);
  }

  /** `length` octets of the message that make up this block. */
  #block(source: Uint8Array, offset: number, length: number): void {
    const message = this.#message;
    for (let i = 0; i < WORDS; i += 1) message[i] = wordAt(source, offset + 4 * i);
    this.#compress(this.#count, message);
    this.#blockBits[0] = 8 * length;
    addTo(this.#count, this.#blockBits);
    addTo(this.#sum, message);
  }

  /** The compression function g_N(h, m) of RFC 6986 section 8. */
  #compress(count: Words, message: Words): void {
    const chain = this.#chain;
    const key = this.#key;
    const state = this.#state;
    roundOf(key, chain, count);
    roundOf(state, key, message);
    roundOf(key, key, CONSTANTS[0]!);
    for (let round = 1; round < CONSTANTS.length; round += 1) {
      roundOf(state, state, key);
      roundOf(key, key, CONSTANTS[round]!);
    }
    for (let i = 0; i < WORDS; i += 1) chain[i] = chain[i]! ^ message[i]! ^ state[i]! ^ key[i]!;
  }
}

function octetsOf(words: Words): Bytes {
  const octets = new Uint8Array(4 * words.length);
  const view = new DataView(octets.buffer);
  words.forEach((word, i) => view.setInt32(4 * i, word, true));
  return octets;
}

export const createStreebog512 = (): IncrementalHash => new Streebog(64);
export const createStreebog256 = (): IncrementalHash => new Streebog(32);
export const streebog512 = (message: Uint8Array): Bytes => hashWhole(createStreebog512(), message);
export const streebog256 = (message: Uint8Array): Bytes => hashWhole(createStreebog256(), message);
