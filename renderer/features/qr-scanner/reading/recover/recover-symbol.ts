/**
 * Corrects a symbol of which it is known how surely each module was seen: a codeword that is not trusted (under a glare, a finger)
 * costs half of the correction that an unknown error costs (generalised minimum distance decoding, Forney 1966).
 */
import { encodeQR, _ECC_BLOCKS as BLOCKS, _maskBits as maskBits, _WORDS_PER_BLOCK as PARITY } from 'qr';
import type { Sampling } from '../decoder.ts';
import { corrected } from './reed-solomon.ts';
import { formatOf, type SymbolFormat } from './symbol-format.ts';
import { codewordModules, versionOf } from './symbol-layout.ts';

/** Parity codewords that stay unused: noise passes for a block once in 256 to this power. */
const SPARE = 3;

/** A codeword as it was seen, and how sure its least sure module is. */
interface SeenCodeword {
  value: number;
  trust: number;
}

/** @param balance of every module: above zero for ink, and the further from zero the surer @returns the symbol as it was drawn, or null */
export function recoverSymbol(balance: Float32Array, side: number): Pick<Sampling, 'side' | 'ink'> | null {
  const format = formatOf(balance, side);
  const version = versionOf(side);
  const modules = codewordModules(side);
  const masked = (module: number) => (maskBits(module % side, Math.floor(module / side)) >> format.mask) & 1;
  const blocks = BLOCKS[format.level][version - 1]!;
  const parity = PARITY[format.level][version - 1]!;
  const seen = seenCodewords(balance, modules, masked);

  const ink = emptySymbol(side, format);
  for (const places of blockPlaces(seen.length, blocks, parity)) {
    const block = correctBlock(places.map((place) => seen[place]!), parity);
    if (block === null) return null;
    for (const [index, place] of places.entries()) {
      for (let bit = 0; bit < 8; bit += 1) {
        const module = modules[place * 8 + bit]!;
        ink[module] = ((block[index]! >> (7 - bit)) & 1) ^ masked(module);
      }
    }
  }
  return { side, ink };
}

function seenCodewords(balance: Float32Array, modules: readonly number[], masked: (module: number) => number): SeenCodeword[] {
  return Array.from({ length: modules.length >> 3 }, (_, word) => {
    const codeword = { value: 0, trust: Number.POSITIVE_INFINITY };
    for (let bit = 0; bit < 8; bit += 1) {
      const module = modules[word * 8 + bit]!;
      codeword.value = (codeword.value << 1) | ((balance[module]! > 0 ? 1 : 0) ^ masked(module));
      codeword.trust = Math.min(codeword.trust, Math.abs(balance[module]!));
    }
    return codeword;
  });
}

/** Trusts ever fewer codewords, two by two: each pair makes room for one error less among the others. */
function correctBlock(seen: readonly SeenCodeword[], parity: number): Uint8Array | null {
  const word = Uint8Array.from(seen, ({ value }) => value);
  const leastTrusted = seen.map((_, place) => place).toSorted((a, b) => seen[a]!.trust - seen[b]!.trust);
  for (let untrusted = 0; untrusted <= parity - SPARE; untrusted += 2) {
    const block = corrected(word, parity, leastTrusted.slice(0, untrusted), SPARE);
    if (block !== null) return block;
  }
  return null;
}

/** Codewords of the blocks are laid in turns, first the data of all, then the parity of all (ISO/IEC 18004 7.6); later blocks may be one longer. */
function blockPlaces(codewords: number, blocks: number, parity: number): number[][] {
  const data = codewords - blocks * parity;
  const short = Math.floor(data / blocks);
  const firstLonger = blocks - (data % blocks);
  const places: number[][] = Array.from({ length: blocks }, () => []);
  let place = 0;
  for (let index = 0; index <= short; index += 1) {
    for (let block = index < short ? 0 : firstLonger; block < blocks; block += 1) places[block]!.push(place++);
  }
  for (let index = 0; index < parity; index += 1) for (const block of places) block.push(place++);
  return places;
}

/** The marks of a symbol of this size and format, as any text has them. */
function emptySymbol(side: number, { level, mask }: SymbolFormat): Uint8Array {
  const drawn = encodeQR('0', 'raw', { version: versionOf(side), ecc: level, mask, border: 1 });
  return Uint8Array.from({ length: side * side }, (_, module) => (drawn[Math.floor(module / side) + 1]![(module % side) + 1]! ? 1 : 0));
}
