/** Reads the machine-readable zone of a straightened card. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';
import { decodeMrz, type MrzText } from './decode-mrz.ts';
import { findRows } from './find-rows.ts';
import { inkMap } from './ink-map.ts';
import { readCells } from './read-cells.ts';

/** Null where there are no three rows of print. */
export function readMrz(card: GreyPatch): MrzText | null {
  const ink = inkMap(card);
  const rows = findRows(ink);
  return rows === null ? null : decodeMrz(readCells(ink, rows));
}
