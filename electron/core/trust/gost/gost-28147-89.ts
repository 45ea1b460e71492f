/** The cipher GOST 28147-89 in simple substitution, as GOST 34.311-95 steps with it; nothing is enciphered with it here. */

/** Of 32 bits, the lowest first. */
export type Words = Int32Array<ArrayBuffer>;

/** Rows K1 to K8, sixteen nibbles each; K1 substitutes the lowest nibble (RFC 4357 11.2, “Test”). */
export const TEST_S_BOX: readonly string[] = [
  '4a92d80e6b1c7f53',
  'eb4c6dfa23810759',
  '581da342efc7609b',
  '7da1089fe46cb253',
  '6c715fd84a9e03b2',
  '4ba0721d36859cfe',
  'db413f590ae7682c',
  '1fd057a4923e6b8c',
];

/** Substitution and the rotation by eleven bits after it (GOST 28147-89), for each octet of a word. */
export type RoundTables = readonly [Words, Words, Words, Words];

/** `sBox` in the form of {@link TEST_S_BOX}. */
export const roundTables = (sBox: readonly string[]): RoundTables =>
  Array.from({ length: 4 }, (_, octet) => {
    const nibble = (row: number, value: number): number => Number.parseInt(sBox[row]![value]!, 16);
    return Int32Array.from({ length: 256 }, (_unused, value) => {
      const substituted = (nibble(2 * octet, value & 15) | (nibble(2 * octet + 1, value >> 4) << 4)) << (8 * octet);
      return (substituted << 11) | (substituted >>> 21);
    });
  }) as unknown as RoundTables;

/** One 64-bit part of `source` at the word `at`. */
export function encrypt([t0, t1, t2, t3]: RoundTables, key: Words, source: Words, out: Words, at: number): void {
  let low = source[at]!;
  let high = source[at + 1]!;
  for (let round = 0; round < 32; round += 1) {
    const sum = (low + key[round < 24 ? round & 7 : 31 - round]!) | 0;
    const next = high ^ t0[sum & 255]! ^ t1[(sum >>> 8) & 255]! ^ t2[(sum >>> 16) & 255]! ^ t3[sum >>> 24]!;
    high = low;
    low = next;
  }
  out[at] = high;
  out[at + 1] = low;
}
