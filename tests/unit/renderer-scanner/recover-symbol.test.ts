/** Symbols whose unsure modules are known are corrected further than others, and never into another text. */
import { encodeQR } from 'qr';
import { describe, expect, test } from 'vitest';
import { drawSymbol } from '../../../renderer/features/qr-scanner/reading/draw-symbol.ts';
import { corrected } from '../../../renderer/features/qr-scanner/reading/recover/reed-solomon.ts';
import { recoverSymbol } from '../../../renderer/features/qr-scanner/reading/recover/recover-symbol.ts';
import { codewordModules, isSide } from '../../../renderer/features/qr-scanner/reading/recover/symbol-layout.ts';
import { wasmDecoder } from './decoders.ts';

function symbolOf(text: string, ecc: 'low' | 'medium' | 'quartile' | 'high') {
  const rows = encodeQR(text, 'raw', { border: 1, ecc }).slice(1, -1);
  const side = rows.length;
  return { side, balance: Float32Array.from(rows.flatMap((row) => row.slice(1, -1).map((ink) => (ink ? 1 : -1)))) };
}

/** Turns round one module of every so many codewords. */
function torn({ side, balance }: ReturnType<typeof symbolOf>, words: number, sure: number): Float32Array {
  const modules = codewordModules(side);
  const total = modules.length >> 3;
  const wrong = Float32Array.from(balance);
  for (let index = 0; index < words; index += 1) {
    const module = modules[Math.floor((index * total) / words) * 8 + (index % 8)]!;
    wrong[module] = -sure * balance[module]!;
  }
  return wrong;
}

const read = (balance: Float32Array, side: number) => {
  const symbol = recoverSymbol(balance, side);
  return symbol === null ? null : wasmDecoder.read(drawSymbol(side, (module) => symbol.ink[module] === 1), 'plain', null).codes.map(({ text }) => text);
};

describe.each([
  ['one block', 'hello', 'low', 21],
  ['several blocks, versions with an alignment pattern', 'https://example.kz/access/0123456789abcdef0123456789', 'medium', 33],
  ['blocks of two lengths and the number of the version', 'x'.repeat(600), 'quartile', 109],
] as const)('%s', (_, text, ecc, side) => {
  const symbol = symbolOf(text, ecc);

  test('whole', () => {
    expect(symbol.side).toBe(side);
    expect(read(symbol.balance, side)).toEqual([text]);
  });

  test('with everything wrong in it beyond correction', () => {
    expect(read(torn(symbol, codewordModules(side).length >> 3, 1), side)).toBeNull();
  });
});

test('twice as many codewords where the wrong ones are the unsure ones', () => {
  // Version 4, medium: two blocks of 32 data and 18 parity codewords; with three kept back seven errors a block, or fifteen that are known.
  const symbol = symbolOf('https://example.kz/access/0123456789abcdef0123456789', 'medium');
  expect(read(torn(symbol, 12, 1), symbol.side)).not.toBeNull();
  expect(read(torn(symbol, 24, 0.1), symbol.side)).not.toBeNull();
  expect(read(torn(symbol, 24, 1), symbol.side)).toBeNull();
});

test('a block without errors, with some, and with too many', () => {
  const { side, balance } = symbolOf('hello', 'low');
  const modules = codewordModules(side);
  const word = Uint8Array.from({ length: modules.length >> 3 }, (_, index) =>
    modules.slice(index * 8, index * 8 + 8).reduce((value, module) => (value << 1) | (balance[module]! > 0 ? 1 : 0), 0),
  );
  // Masked, it is no word of the code: seven parity codewords and one try in 256 each.
  expect(corrected(word, 7, [], 3)).toBeNull();
  const zeros = new Uint8Array(26);
  expect(corrected(zeros, 7, [], 3)).toEqual(zeros);
  const wrong = Uint8Array.from(zeros);
  wrong[3] = 77;
  wrong[20] = 5;
  expect(corrected(wrong, 7, [], 3)).toEqual(zeros);
  wrong[10] = 1;
  expect(corrected(wrong, 7, [], 3)).toBeNull();
  // Three that are known are as cheap as one and a half that are not.
  expect(corrected(wrong, 7, [3, 10, 20], 3)).toEqual(zeros);
});

test('sides that no symbol has', () => {
  expect([17, 21, 23, 25, 177, 181].filter(isSide)).toEqual([21, 25, 177]);
});
