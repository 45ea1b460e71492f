/** What the rounds of Streebog look up: S, P and L of each octet in one row, and the constants of the rounds, as 32-bit words. */
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { ITERATION_CONSTANTS, MATRIX, PI } from './streebog-constants.ts';

export type Words = Int32Array<ArrayBuffer>;

/** Little-endian, whatever the machine. */
export const wordAt = (octets: Uint8Array, at: number): number =>
  octets[at]! | (octets[at + 1]! << 8) | (octets[at + 2]! << 16) | (octets[at + 3]! << 24);

function wordsOf(highestFirst: string): Words {
  const octets = hexToBytes(highestFirst).toReversed();
  return Int32Array.from({ length: octets.length / 4 }, (_, i) => wordAt(octets, 4 * i));
}

type Tables = [Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words, Words];

/** Low and high half for the first octet of a word, then for the second, and so on. */
export const TABLES: Tables = buildTables();
/** One for each round. */
export const CONSTANTS: readonly Words[] = ITERATION_CONSTANTS.map(wordsOf);

/** For each of the eight octets of a 64-bit word: what L makes of π of that octet, low and high half. */
function buildTables(): Tables {
  const substitution = hexToBytes(PI);
  const rows = wordsOf(MATRIX);
  const tables = Array.from({ length: 16 }, () => new Int32Array(256));
  for (const [index, table] of tables.entries()) {
    // The two halves of a row lie side by side, the rows of one octet too.
    const firstRow = 16 * (index >> 1) + (index & 1);
    for (let value = 0; value < 256; value += 1) {
      let image = 0;
      for (let bit = 0; bit < 8; bit += 1) if (((substitution[value]! >> bit) & 1) === 1) image ^= rows[firstRow + 2 * bit]!;
      table[value] = image;
    }
  }
  return tables as Tables;
}
