/** Base 64 and the armour made of it, beside Node's own; every refused text has an accepted twin. */
import { describe, expect, it } from 'vitest';
import { withArmour, withoutArmour } from '../../../electron/core/trust/asn1/index.ts';
import { decodeBase64, encodeBase64, encodeBase64Lines } from '../../../shared/util/base64.ts';

const octets = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 89 + length) & 255);

describe('base 64', () => {
  it.each([0, 1, 2, 3, 4, 47, 48, 49, 50, 96, 100_000])('of %d octets is that of Node, and comes back with and without lines', (length) => {
    const bytes = octets(length);
    const text = Buffer.from(bytes).toString('base64');
    expect(encodeBase64(bytes)).toBe(text);
    expect(encodeBase64Lines(bytes, 48)).toBe((text.match(/.{1,64}/g) ?? []).map((line) => `${line}\n`).join(''));
    for (const form of [text, encodeBase64Lines(bytes, 48), text.replace(/=+$/, ''), text.replaceAll(/(?=.)/g, ' ')]) expect(Buffer.from(decodeBase64(form)!).equals(bytes)).toBe(true);
  });

  it.each([
    ['QUI=', 'QU=I'],
    ['QQ==', 'QQ='],
    ['QQ==', 'QQ==='],
    ['QUJDQQ==', 'QUJDQQ==QUJD'],
    ['QUJD', 'QUJ*'],
    ['QUJDQUJD', 'QUJDQU_D'],
    ['QUJDQUJD', 'QUJDQUәD'],
    ['QUJDQQ==', 'QUJDQ'],
  ])('is %s, and not %s', (right, wrong) => {
    expect(decodeBase64(right)).not.toBeNull();
    expect(decodeBase64(wrong)).toBeNull();
  });
});

describe('armour', () => {
  it('is put on and taken off, and nothing else is taken for it', () => {
    const bytes = octets(200);
    const text = withArmour('CMS', bytes);
    expect(text).toMatch(/^-----BEGIN CMS-----\n(?:[A-Za-z0-9+/=]{1,64}\n)+-----END CMS-----\n$/);
    expect(Buffer.from(withoutArmour(new TextEncoder().encode(text))).equals(bytes)).toBe(true);
    const broken = (from: string, to: string) => () => withoutArmour(new TextEncoder().encode(text.replace(from, to)));
    expect(broken('END CMS', 'END PEM')).toThrow('armour');
    expect(broken('=', 'A=A')).toThrow('armour');
  });
});
