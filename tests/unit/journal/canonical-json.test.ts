/** The canonical text of a value: the same for the same value, and never two values with one text. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type CanonicalValue } from '../../../electron/core/journal/canonical-json.ts';

const canonicalValue: fc.Arbitrary<CanonicalValue> = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('canonicalJson', () => {
  it('writes the members of RFC 8785 section 3.2.3 in its order', () => {
    const sample = { '€': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Dalet', '1': 'One', '\u0080': 'Control', 'ö': 'o' };
    expect(canonicalJson(sample)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"o","€":"Euro Sign","\ufb33":"Hebrew Dalet"}',
    );
  });

  it('does not depend on the order in which members were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: 'ә' })).toBe('{"a":"ә","b":[1,{"c":true,"d":null}]}');
    expect(canonicalJson({ a: 'ә', b: [1, { c: true, d: null }] })).toBe('{"a":"ә","b":[1,{"c":true,"d":null}]}');
  });

  it('reads back as the same value', () => {
    const roundTrip = fc.property(canonicalValue, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    });
    fc.assert(roundTrip, { numRuns: 200 });
  });

  it.each([
    ['a fraction', 0.1],
    ['an unsafe integer', 2 ** 53],
    ['not a number', Number.NaN],
    ['a lone surrogate', '\ud800'],
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(2)],
    ['a map', new Map()],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson({ value } as never)).toThrow(TypeError);
    expect(canonicalJson({ value: 1 })).toBe('{"value":1}');
  });
});
