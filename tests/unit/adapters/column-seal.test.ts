/** The seal of the sensitive columns: standard codes, one key for each entry, and nothing opens in another's place. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { oneShotHmac } from '../../../electron/adapters/sealed/one-shot-hmac.ts';
import { openDisclosed } from '../../../electron/core/journal/index.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const PLACE = { id: '5b1f7f0e-0d3c-4a43-9b55-0b6a7c0f4b11', sequence: 7 };
const COLUMNS = { operatorId: 'operator-1', subjectHash: 'a'.repeat(64), ticket: null };

describe('oneShotHmac', () => {
  it('gives the vector of RFC 4231 and what Node gives', () => {
    expect(oneShotHmac(Buffer.from('0b'.repeat(20), 'hex'))('Hi There')).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
    for (const text of ['', 'x', 'Әсел '.repeat(40)]) expect(oneShotHmac(key(3))(text)).toBe(createHmac('sha256', key(3)).update(text).digest('hex'));
    expect(() => oneShotHmac(new Uint8Array(65))).toThrow(RangeError);
  });
});

describe('the column seal', () => {
  const seal = aesColumnSeal(key(1));
  const sealed = seal.seal(PLACE, COLUMNS);

  it('opens what it sealed, and the same again is the same', () => {
    expect(seal.open(PLACE, sealed)).toEqual(COLUMNS);
    expect(seal.seal(PLACE, COLUMNS)).toBe(sealed);
    expect(seal.seal({ ...PLACE, sequence: 8 }, COLUMNS)).not.toBe(sealed);
  });

  it.each([
    ['another place', () => seal.open({ ...PLACE, sequence: 8 }, sealed)],
    ['another entry', () => seal.open({ ...PLACE, id: crypto.randomUUID() }, sealed)],
    ['another key', () => aesColumnSeal(key(2)).open(PLACE, sealed)],
    ['a changed byte', () => seal.open(PLACE, `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`)],
    ['nothing', () => seal.open(PLACE, '')],
  ])('opens nothing with %s', (_name, open) => {
    expect(open()).toBeNull();
  });

  it('discloses one entry and no other', async () => {
    expect(await openDisclosed(sealed, seal.keyOf(PLACE))).toEqual(COLUMNS);
    expect(await openDisclosed(sealed, seal.keyOf({ ...PLACE, sequence: 8 }))).toBeNull();
    expect(await openDisclosed(sealed, new Uint8Array(31))).toBeNull();
  });

  it('finds equal values under one key, and tells columns and keys apart', () => {
    expect(seal.tag('who', 'operator-1')).toMatch(/^[0-9a-f]{16}$/);
    expect(seal.tag('who', 'operator-1')).toBe(aesColumnSeal(key(1)).tag('who', 'operator-1'));
    expect(new Set([seal.tag('who', 'x'), seal.tag('about', 'x'), seal.tag('who', 'y'), aesColumnSeal(key(2)).tag('who', 'x')]).size).toBe(4);
  });

  it('proves a text, under one key alike and under another not', () => {
    expect(seal.prove('a\nb')).toMatch(/^[0-9a-f]{32}$/);
    expect(seal.prove('a\nb')).toBe(aesColumnSeal(key(1)).prove('a\nb'));
    expect(new Set([seal.prove('a'), seal.prove('b'), aesColumnSeal(key(2)).prove('a')]).size).toBe(3);
  });

  it('hides a text anew each time', () => {
    const [one, two] = [seal.hide('{"a":1}'), seal.hide('{"a":1}')];
    expect(one).not.toBe(two);
    expect([seal.reveal(one), seal.reveal(two)]).toEqual(['{"a":1}', '{"a":1}']);
    // A nonce that came twice would open the texts to whoever has both (NIST SP 800-38D section 8).
    const nonces = Array.from({ length: 200 }, () => seal.hide('x').slice(0, 16));
    expect(new Set(nonces).size).toBe(nonces.length);
    expect(aesColumnSeal(key(2)).reveal(one)).toBeNull();
  });
});
