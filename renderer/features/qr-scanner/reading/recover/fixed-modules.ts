/** What every symbol of a size shows at the same places, whatever it says: its marks and the lines between them. */
import { _alignmentPatterns } from 'qr';
import { versionOf } from './symbol-layout.ts';

const TIMING = 6;
/** Rings around the centre of a mark, from the middle out: ink above zero, paper below (ISO/IEC 18004 6.3.3 with its separator, 6.3.6). */
const FINDER = [1, 1, -1, 1, -1];
const ALIGNMENT = [1, -1, 1];

/** @returns of every module, row by row: 1 for ink, −1 for paper, 0 where it depends on what the symbol says */
export function fixedModules(side: number): Int8Array {
  const fixed = new Int8Array(side * side);
  for (let along = 0; along < side; along += 1) {
    fixed[TIMING * side + along] = fixed[along * side + TIMING] = along % 2 === 0 ? 1 : -1;
  }
  const draw = (rings: readonly number[], row: number, column: number) => {
    const reach = rings.length - 1;
    for (let y = Math.max(0, row - reach); y <= Math.min(side - 1, row + reach); y += 1) {
      for (let x = Math.max(0, column - reach); x <= Math.min(side - 1, column + reach); x += 1) {
        fixed[y * side + x] = rings[Math.max(Math.abs(y - row), Math.abs(x - column))]!;
      }
    }
  };
  const centres = _alignmentPatterns(versionOf(side));
  const last = centres.at(-1);
  for (const row of centres) {
    for (const column of centres) {
      const inFinder = (row === TIMING && (column === TIMING || column === last)) || (column === TIMING && row === last);
      if (!inFinder) draw(ALIGNMENT, row, column);
    }
  }
  for (const [row, column] of [[3, 3], [3, side - 4], [side - 4, 3]] as const) draw(FINDER, row, column);
  return fixed;
}
