/** What may cross the wire and how much of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsWire, toWire } from '../../../electron/ipc/wire-encoding.ts';

const wireValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.uint8Array(),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
})).value;

test('every wire value is copied unchanged', () => {
  fc.assert(fc.property(wireValue, (value) => void expect(toWire(value)).toEqual(value)));
});

test('what is undefined is left out', () => {
  expect(toWire({ a: 1, b: undefined })).toStrictEqual({ a: 1 });
});

test('bytes of a pool are copied out of it', () => {
  const copy = toWire(Buffer.from('ab')) as Uint8Array;
  expect(copy).toStrictEqual(Uint8Array.of(97, 98));
  expect(copy.buffer.byteLength).toBe(2);
});

const endless: { self?: unknown } = {};
endless.self = endless;

test.each<[string, unknown]>([
  ['a Map', new Map()],
  ['a Date', new Date(0)],
  ['an Error', new Error('x')],
  ['an instance', new URL('https://tekser.localhost/')],
  ['a function', () => 1],
  ['a bigint', 1n],
  ['not a number', Number.NaN],
  ['undefined', undefined],
  ['undefined in a list', [undefined]],
  ['a value without end', endless],
])('%s is refused', (_, value) => {
  expect(() => toWire({ value: value === undefined ? [value] : value })).toThrow(TypeError);
});

test.each<[string, unknown, number]>([
  ['a text', 'abcd', 5],
  ['bytes', new Uint8Array(4), 5],
  ['a list', [1, 2], 3],
  ['an object', { ab: null }, 5],
  ['a number', 7, 1],
])('%s fits its own size and not one less', (_, value, size) => {
  expect(fitsWire(value, size)).toBe(true);
  expect(fitsWire(value, size - 1)).toBe(false);
});

test('depth without end does not fit', () => {
  expect(fitsWire(endless, 1_000_000)).toBe(false);
});
