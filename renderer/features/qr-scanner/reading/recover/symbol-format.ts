/** How a symbol says its level of correction and its mask: fifteen bits, twice. */
import { _ECC_LEVELS as LEVELS, _formatBits as formatBits } from 'qr';

export interface SymbolFormat {
  level: (typeof LEVELS)[number];
  mask: number;
}

const BITS = Array.from({ length: 15 }, (_, bit) => bit);
const FORMATS: readonly (SymbolFormat & { word: number })[] = LEVELS.flatMap((level) =>
  Array.from({ length: 8 }, (_, mask) => ({ level, mask, word: formatBits(level, mask) })),
);

/** The format that both copies together fit best: its 32 words differ in seven bits at least (ISO/IEC 18004 7.9). */
export function formatOf(balance: Float32Array, side: number): SymbolFormat {
  const copies = formatModules(side);
  const ink = BITS.map((bit) => copies.reduce((sum, modules) => sum + balance[modules[bit]!]!, 0));
  const fit = (word: number) => ink.reduce((sum, sure, bit) => sum + ((word >> bit) & 1 ? sure : -sure), 0);
  return FORMATS.reduce((best, format) => (fit(format.word) > fit(best.word) ? format : best));
}

/** Modules of both copies, from the lowest bit (ISO/IEC 18004 figure 25). */
function formatModules(side: number): readonly (readonly number[])[] {
  const index = (row: number, column: number) => row * side + column;
  const aroundCorner = BITS.map((bit) => (bit < 6 ? index(bit, 8) : bit < 8 ? index(bit + 1, 8) : bit === 8 ? index(8, 7) : index(8, 14 - bit)));
  const apart = BITS.map((bit) => (bit < 8 ? index(8, side - 1 - bit) : index(side - 15 + bit, 8)));
  return [aroundCorner, apart];
}
