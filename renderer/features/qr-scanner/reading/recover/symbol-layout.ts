/** Where in a QR symbol its codewords stand: the same for every symbol of a size. */
import { _alignmentPatterns } from 'qr';

const FINDER_AND_FORMAT = 9;
const TIMING = 6;
/** From this version on a symbol carries its number, six by three modules beside two of its marks. */
const FIRST_WITH_NUMBER = 7;
/** Between the centre and the edge of an alignment pattern. */
const ALIGNMENT_REACH = 2;

export const versionOf = (side: number): number => (side - 17) / 4;

/** Every side a symbol may have (ISO/IEC 18004 6.3.1): a decoder that lost the marks gives others. */
export const isSide = (side: number): boolean => side >= 21 && side <= 177 && side % 4 === 1;

const known = new Map<number, readonly number[]>();

/** @returns the modules that carry codewords, bit by bit in their order (ISO/IEC 18004 7.7.3), each as row × side + column */
export function codewordModules(side: number): readonly number[] {
  const before = known.get(side);
  if (before !== undefined) return before;
  const modules = inOrder(side);
  known.set(side, modules);
  return modules;
}

function inOrder(side: number): readonly number[] {
  const isFunction = functionModules(side);
  const modules: number[] = [];
  let upwards = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === TIMING) right -= 1;
    for (let step = 0; step < side; step += 1) {
      const row = upwards ? side - 1 - step : step;
      for (const column of [right, right - 1]) if (!isFunction(row, column)) modules.push(row * side + column);
    }
    upwards = !upwards;
  }
  return modules;
}

/** Marks, timing, format and version: what is the same whatever the symbol says, or says how to read the rest (ISO/IEC 18004 6.3). */
function functionModules(side: number): (row: number, column: number) => boolean {
  const version = versionOf(side);
  const centres = _alignmentPatterns(version);
  const last = centres.at(-1);
  const far = side - 8;
  const inFinder = (row: number, column: number) =>
    (row < FINDER_AND_FORMAT && (column < FINDER_AND_FORMAT || column >= far)) || (row >= far && column < FINDER_AND_FORMAT);
  const inNumber = (row: number, column: number) =>
    version >= FIRST_WITH_NUMBER && ((row < TIMING && column >= side - 11) || (column < TIMING && row >= side - 11));
  const near = (value: number) => centres.find((centre) => Math.abs(centre - value) <= ALIGNMENT_REACH);
  const inAlignment = (row: number, column: number) => {
    const [y, x] = [near(row), near(column)];
    if (y === undefined || x === undefined) return false;
    // Not where a finder is.
    return !((y === TIMING && (x === TIMING || x === last)) || (x === TIMING && y === last));
  };
  return (row, column) => row === TIMING || column === TIMING || inFinder(row, column) || inNumber(row, column) || inAlignment(row, column);
}
