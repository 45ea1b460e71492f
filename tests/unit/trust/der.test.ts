/** The strict reader: what DER forbids is refused, and what streamed BER writes is brought to one form. */
import { describe, expect, it } from 'vitest';
import { definiteLengths } from '../../../electron/core/trust/asn1/ber-envelope.ts';
import { type Bytes, DerReader, readOnly, TAG } from '../../../electron/core/trust/asn1/der.ts';
import { Malformed } from '../../../electron/core/trust/malformed.ts';
import { timeOf } from '../../../electron/core/trust/asn1/der-times.ts';
import { booleanOf, integerOctets, namedBits, oidOf, smallInteger, textOf } from '../../../electron/core/trust/asn1/der-values.ts';
import { hexToBytes } from '../../../shared/util/bytes.ts';

const element = (hex: string): ReturnType<DerReader['element']> => {
  const reader = new DerReader(hexToBytes(hex));
  const read = reader.element();
  reader.end();
  return read;
};
const time = (tag: string, text: string): string => tag + text.length.toString(16).padStart(2, '0') + Buffer.from(text).toString('hex');

describe('elements', () => {
  it.each([
    ['nothing', ''],
    ['a tag alone', '30'],
    ['content cut short', '3003020101'.slice(0, 8)],
    ['an indefinite length', '30800000'],
    ['a length in more octets than it needs', '308101' + '00'],
    ['a short length in the long form', '04817f' + '00'.repeat(127)],
    ['a length of five octets', '048500000000' + '0100'],
    ['a high tag number', '1f8101' + '00'],
    ['bytes left over', '0201010000'],
  ])('%s is refused', (_, hex) => {
    expect(() => element(hex)).toThrow(Malformed);
  });

  it('a long length in its shortest form is read', () => {
    expect(element(`048180${'00'.repeat(128)}`).content).toHaveLength(128);
  });

  it('one structure must fill the bytes', () => {
    expect(readOnly(hexToBytes('3000'), TAG.sequence).atEnd).toBe(true);
    expect(() => readOnly(hexToBytes('300000'), TAG.sequence)).toThrow(Malformed);
    expect(() => readOnly(hexToBytes('3100'), TAG.sequence)).toThrow(Malformed);
  });
});

describe('values', () => {
  it.each<[string, string, (hex: string) => unknown, unknown]>([
    ['an integer', '020200ff', (hex) => smallInteger(element(hex)), 255],
    ['an object identifier', '06092a864886f70d010101', (hex) => oidOf(element(hex)), '1.2.840.113549.1.1.1'],
    ['an identifier under 2', '0603550403', (hex) => oidOf(element(hex)), '2.5.4.3'],
    ['true', '0101ff', (hex) => booleanOf(element(hex)), true],
    ['named bits', '030206c0', (hex) => [...namedBits(element(hex))], [0, 1]],
    ['Kazakh letters', '0c06d398d292d2a2', (hex) => textOf(element(hex)), 'ӘҒҢ'],
    ['two digits below 50', time('17', '491231235959Z'), (hex) => timeOf(element(hex)).getUTCFullYear(), 2049],
    ['two digits from 50', time('17', '500101000000Z'), (hex) => timeOf(element(hex)).getUTCFullYear(), 1950],
    [
      'a fraction where it may be',
      time('18', '20260101000000.25Z'),
      (hex) => timeOf(element(hex), 'fraction-allowed').getUTCMilliseconds(),
      250,
    ],
  ])('%s is read', (_, hex, read, expected) => {
    expect(read(hex)).toEqual(expected);
  });

  it.each<[string, string, (hex: string) => unknown]>([
    ['an empty integer', '0200', (hex) => integerOctets(element(hex))],
    ['a padded integer', '02020001', (hex) => integerOctets(element(hex))],
    ['a padded negative integer', '0202ff80', (hex) => integerOctets(element(hex))],
    ['a negative count', '0201ff', (hex) => smallInteger(element(hex))],
    ['true as one', '010101', (hex) => booleanOf(element(hex))],
    ['an identifier with padding', '06032a8001', (hex) => oidOf(element(hex))],
    ['an identifier cut short', '06022a86', (hex) => oidOf(element(hex))],
    ['bits with padding set', '030206c1', (hex) => namedBits(element(hex))],
    ['text that is not UTF-8', '0c01d3', (hex) => textOf(element(hex))],
    ['a thirteenth month', time('18', '20261301000000Z'), (hex) => timeOf(element(hex))],
    ['the thirtieth of February', time('18', '20260230000000Z'), (hex) => timeOf(element(hex))],
    ['a time with an offset', time('17', '2601010000+0500'), (hex) => timeOf(element(hex))],
    ['a time without seconds', time('17', '2601010000Z'), (hex) => timeOf(element(hex))],
    ['a fraction where it may not be', time('18', '20260101000000.25Z'), (hex) => timeOf(element(hex))],
    ['a fraction ending in zero', time('18', '20260101000000.50Z'), (hex) => timeOf(element(hex), 'fraction-allowed')],
  ])('%s is refused', (_, hex, read) => {
    expect(() => read(hex)).toThrow(Malformed);
  });
});

describe('streamed envelope', () => {
  const rewritten = (hex: string): string => Buffer.from(definiteLengths(hexToBytes(hex))).toString('hex');

  it('gets definite lengths and whole octet strings', () => {
    expect(rewritten('3080' + '2480' + '040161' + '040162' + '0000' + '0500' + '0000')).toBe('3006' + '04026162' + '0500');
    expect(rewritten('3003020101')).toBe('3003020101');
  });

  it.each([
    ['without its end', '3080020101'],
    ['with bytes after its end', '3080000000'],
    ['with a primitive of indefinite length', '3080' + '0480' + '0000' + '0000'],
    ['with something else among its octets', '3080' + '2480' + '020101' + '0000' + '0000'],
  ])('%s is refused', (_, hex) => {
    expect(() => definiteLengths(hexToBytes(hex))).toThrow(Malformed);
  });

  it('nested without end is refused before the stack is', () => {
    const nested: Bytes = new Uint8Array(200_000).map((_, index) => (index % 2 === 0 ? 0x30 : 0x80));
    expect(() => definiteLengths(nested)).toThrow(Malformed);
  });
});
