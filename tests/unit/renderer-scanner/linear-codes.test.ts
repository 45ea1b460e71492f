/** The linear code on the back of an older card is read from a picture and from a film; what goods carry is not looked for. */
import { describe, expect, test } from 'vitest';
import type { GreyPicture } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createFilmReader } from '../../../renderer/features/qr-scanner/reading/film-reader.ts';
import { readStill } from '../../../renderer/features/qr-scanner/reading/still-reader.ts';
import { provideSecond, scriptDecoder, wasmDecoder } from './decoders.ts';

const IIN = '880412400096';
const FRAME = { width: 960, height: 540 } as const;

/** @param widths of bars and spaces in turns, in modules, a bar first */
function drawBars(widths: readonly number[], modulePixels = 3): GreyPicture {
  const luma = new Uint8ClampedArray(FRAME.width * FRAME.height).fill(230);
  let left = 200;
  for (const [index, width] of widths.entries()) {
    const right = left + width * modulePixels;
    const level = index % 2 === 0 ? 25 : 230;
    for (let row = 200; row < 320; row += 1) luma.fill(level, row * FRAME.width + left, row * FRAME.width + right);
    left = right;
  }
  return { ...FRAME, luma };
}

const widthsOf = (patterns: readonly string[]): number[] => Array.from(patterns.join(''), Number);

/** The characters that the number takes two digits at a time (code set C), their check character, start and stop (ISO/IEC 15417 table 1). */
const CODE_128: Readonly<Record<number, string>> = {
  88: '421211', 4: '121322', 12: '112232', 40: '231113', 0: '212222', 96: '114311', 46: '113321', 105: '211232', 106: '2331112',
};
const code128 = (): GreyPicture => drawBars(widthsOf([105, 88, 4, 12, 40, 0, 96, 46, 106].map((value) => CODE_128[value]!)));

/** Nine bars and spaces a character, three of them wide, and a narrow space after it (ISO/IEC 16388 table 1). */
const CODE_39: Readonly<Record<string, string>> = {
  '0': '111331311', '1': '311311113', '2': '113311113', '4': '111331113', '6': '113331111', '8': '311311311', '9': '113311311', '*': '131131311',
};
const code39 = (): GreyPicture => drawBars(widthsOf(Array.from(`*${IIN}*`, (character) => `${CODE_39[character]!}1`)), 2);

/** EAN-13 of a first digit 0: six digits as spaces and bars, six as bars and spaces (ISO/IEC 15420 table 1). */
const EAN = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'];
const goods = (): GreyPicture =>
  drawBars(widthsOf(['111', ...Array.from('012345', (digit) => EAN[Number(digit)]!), '11111', ...Array.from('678905', (digit) => EAN[Number(digit)]!), '111']));

describe.each([
  ['WebAssembly', wasmDecoder],
  ['script', scriptDecoder],
])('%s', (_name, decoder) => {
  test.each([
    ['Code 128', code128],
    ['Code 39', code39],
  ])('%s is read, and said to be linear', (_symbology, draw) => {
    expect(decoder.read(draw(), 'linear', null).codes).toMatchObject([{ text: IIN, symbology: 'linear' }]);
  });

  test('a still picture of it is read, one of goods is without a code', async () => {
    expect(await readStill(decoder, code128(), provideSecond)).toEqual({ kind: 'code', text: IIN });
    expect(await readStill(decoder, goods(), provideSecond)).toEqual({ kind: 'without-code' });
  });

  test('a film takes it, once', () => {
    const film = createFilmReader(decoder, () => true, () => 0);
    film.look(drawBars([]), 0);
    const decisions = Array.from({ length: 40 }, (_, frame) => film.look(code128(), (frame + 1) * 33).decision);
    expect(decisions.filter(({ kind }) => kind === 'take')).toEqual([{ kind: 'take', text: IIN }]);
  });
});
