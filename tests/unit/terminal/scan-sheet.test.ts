/** The test sheet: every code on it is read, by the words of its own language. */
import { describe, expect, test } from 'vitest';
import { drawSheet } from '../../../electron/shell-terminal/scan-sheet/draw-sheet.ts';
import { SHEET_DENSE_TEXT, SHEET_KAZAKH_TEXT, SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import { wasmDecoder } from '../renderer-scanner/decoders.ts';

/** Draws one path of the sheet as a scanner sees it, six pixels a module. */
function textOfPath(path: string): string | undefined {
  const cells = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  const side = (Math.max(...cells.map(({ x }) => x)) + 5) * 6;
  const luma = new Uint8ClampedArray(side * side).fill(255);
  for (const { x, y } of cells) for (let row = 0; row < 6; row += 1) luma.fill(0, (y * 6 + row) * side + x * 6, (y * 6 + row) * side + x * 6 + 6);
  return wasmDecoder.read({ width: side, height: side, luma }, 'plain', null).codes[0]?.text;
}

describe.each(['kk', 'ru', 'en'] as const)('%s', (language) => {
  test('has the code to learn by in five sizes, the Kazakh letters and a dense one', () => {
    const texts = [...drawSheet(language).matchAll(/ d="([^"]+)"/g)].map(([, path]) => textOfPath(path!));
    expect(texts).toEqual([SHEET_LEARN_TEXT, SHEET_KAZAKH_TEXT, SHEET_DENSE_TEXT, ...Array.from({ length: 4 }, () => SHEET_LEARN_TEXT)]);
  });
});
