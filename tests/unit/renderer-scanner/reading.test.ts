/** What films and still pictures read, with the decoder of WebAssembly and with the one of script. */
import { describe, expect, test } from 'vitest';
import { createFilmReader } from '../../../renderer/features/qr-scanner/reading/film-reader.ts';
import { LOOKS } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { provideDecoder } from '../../../renderer/features/qr-scanner/reading/provide-decoder.ts';
import { readStill } from '../../../renderer/features/qr-scanner/reading/still-reader.ts';
import { provideSecond, scriptDecoder, WASM, wasmDecoder } from './decoders.ts';
import { drawScene } from './draw-codes.ts';

const ACCESS = 'https://digital-documents.egov.test/access/q3XbT0';
const known = (text: string) => text === ACCESS;
const textsOf = (codes: readonly { text: string }[]) => codes.map(({ text }) => text).toSorted();

test('a machine that refuses WebAssembly reads with the other library', async () => {
  expect((await provideDecoder(WASM)).kind).toBe('wasm');
  const { kind, decoder } = await provideDecoder(WASM.slice(0, 1000));
  expect(kind).toBe('script');
  expect(textsOf(decoder.read(drawScene([{ text: ACCESS, left: 200, top: 120 }]), 'plain', null).codes)).toEqual([ACCESS]);
});

describe.each([
  ['WebAssembly', wasmDecoder],
  ['script', scriptDecoder],
])('%s', (_name, decoder) => {
  test('reads a code, keeps every Kazakh letter and says where it was', () => {
    const picture = drawScene([{ text: 'Қолжетімділік: әғқңөұүһі', left: 200, top: 120 }]);
    const [code] = decoder.read(picture, 'plain', null).codes;
    expect(code!.text).toBe('Қолжетімділік: әғқңөұүһі');
    expect(code!.box.left).toBeGreaterThan(190);
    expect(code!.box.top).toBeGreaterThan(110);
  });

  test('sees nothing where nothing is, in every way of looking', () => {
    for (const look of LOOKS) expect(decoder.read(drawScene([]), look, null)).toEqual({ codes: [], unread: [] });
  });

  test('a light code on dark is read by the inverted look and not by the plain one', () => {
    const picture = drawScene([{ text: ACCESS, left: 200, top: 120 }], { ink: 235, paper: 20 });
    expect(textsOf(decoder.read(picture, 'inverted', null).codes)).toEqual([ACCESS]);
    expect(decoder.read(picture, 'plain', null).codes).toEqual([]);
  });

  test('a film takes a code that appears, once', () => {
    const film = createFilmReader(decoder, known);
    film.look(drawScene([]), 0);
    const shown = drawScene([{ text: ACCESS, left: 200, top: 120 }]);
    const decisions = Array.from({ length: 12 }, (_, frame) => film.look(shown, (frame + 1) * 33).decision);
    expect(decisions.filter(({ kind }) => kind === 'take')).toEqual([{ kind: 'take', text: ACCESS }]);
  });

  test('a code that stayed while nobody looked, for however long, is not a new one', () => {
    const film = createFilmReader(decoder, known);
    const shown = drawScene([{ text: ACCESS, left: 200, top: 120 }]);
    const taken = (from: number) => Array.from({ length: 6 }, (_, frame) => film.look(shown, from + frame * 33).decision).filter(({ kind }) => kind === 'take').length;
    expect(taken(0)).toBe(1);
    film.resume(60_000);
    expect(taken(60_000)).toBe(0);
    // One that was gone while somebody looked is.
    film.look(drawScene([]), 65_000);
    expect(taken(70_000)).toBe(1);
  });

  test('a code that stays is taken again once somebody asks', () => {
    const film = createFilmReader(decoder, known);
    const shown = drawScene([{ text: ACCESS, left: 200, top: 120 }]);
    const taken = (from: number) => Array.from({ length: 6 }, (_, frame) => film.look(shown, from + frame * 33).decision).filter(({ kind }) => kind === 'take').length;
    expect(taken(0)).toBe(1);
    expect(taken(1000)).toBe(0);
    film.again();
    expect(taken(2000)).toBe(1);
  });

  test('of two codes a film takes none, however long they are held', () => {
    const film = createFilmReader(decoder, known);
    const one = { text: ACCESS, left: 40, top: 30 };
    const other = { text: 'another code', left: 360, top: 200 };
    film.look(drawScene([]), 0);
    const decisions = Array.from({ length: 30 }, (_, frame) => film.look(drawScene([one, other]), (frame + 1) * 33).decision);
    expect(decisions.filter(({ kind }) => kind === 'take')).toEqual([]);
    expect(decisions).toContainEqual({ kind: 'several' });
  });

  test.each([
    ['beside each other', { left: 360, top: 40 }],
    ['one under the other', { left: 60, top: 260 }],
    ['apart across the picture', { left: 420, top: 270 }],
  ])('two codes %s are told as two', async (_where, place) => {
    const picture = drawScene([{ text: ACCESS, left: 40, top: 30 }, { text: 'another code', ...place }]);
    expect(await readStill(decoder, picture, provideSecond)).toEqual({ kind: 'several' });
  });

  test('the same code twice is one code', async () => {
    const picture = drawScene([{ text: ACCESS, left: 40, top: 30 }, { text: ACCESS, left: 380, top: 30 }]);
    expect(await readStill(decoder, picture, provideSecond)).toEqual({ kind: 'code', text: ACCESS });
  });

  test('a still picture without a code says so', async () => {
    expect(await readStill(decoder, drawScene([]), provideSecond)).toEqual({ kind: 'without-code' });
  });
});

test('a still picture with a code of 1300 pixels is read', async () => {
  const picture = drawScene([{ text: ACCESS, left: 400, top: 300, scale: 40 }], { width: 2000, height: 1900 });
  expect(await readStill(wasmDecoder, picture, provideSecond)).toEqual({ kind: 'code', text: ACCESS });
});
