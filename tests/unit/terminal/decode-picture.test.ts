/** Whole, clean codes are read whatever their text: data of some codes look like a fourth finder mark. */
import { createHash } from 'node:crypto';
import encodeQr from 'qr';
import { expect, it } from 'vitest';
import { decodePicture } from '../../../electron/shell-terminal/pictures/decode-picture.ts';

const PIXELS_A_MODULE = 4;

const textOf = (number: number): string =>
  `https://digital-documents.egov.test/access/${createHash('sha256').update(String(number)).digest('base64url').slice(0, 22)}`;

function greyOf(text: string) {
  const rows = encodeQr(text, 'raw', { border: 4 });
  const side = rows.length * PIXELS_A_MODULE;
  const luma = new Uint8ClampedArray(side * side).map((_, pixel) => {
    const row = Math.floor(pixel / side / PIXELS_A_MODULE);
    const column = Math.floor((pixel % side) / PIXELS_A_MODULE);
    return rows[row]![column]! ? 0 : 255;
  });
  return { width: side, height: side, luma };
}

it('reads every one of many codes', () => {
  const texts = Array.from({ length: 800 }, (_, number) => textOf(number));
  expect(texts.filter((text) => decodePicture(greyOf(text)) !== text)).toEqual([]);
});

it('reads nothing where there is nothing', () => {
  expect(decodePicture({ width: 200, height: 200, luma: new Uint8ClampedArray(40_000).fill(255) })).toBeNull();
});
