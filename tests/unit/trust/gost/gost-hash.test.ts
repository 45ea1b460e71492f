/** Hashes of Kazakh GOST: the examples of the standards, and a message in pieces hashing as the whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_S_BOX } from '../../../../electron/core/trust/gost/gost-28147-89.ts';
import { createGost341194, createGost3431195, gost3431195 } from '../../../../electron/core/trust/gost/gost-34-311-95.ts';
import { hashWhole, type IncrementalHash } from '../../../../electron/core/trust/gost/incremental-hash.ts';
import { createStreebog256, createStreebog512, streebog256, streebog512 } from '../../../../electron/core/trust/gost/streebog.ts';
import { bytesToHex, hexToBytes } from '../../../../shared/util/bytes.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const NOTHING = new Uint8Array();

/** M1 and M2 of RFC 6986 10: 63 digits, and a line of the Lay of Igor's Campaign in CP1251; digests in the order of the octets. */
const M1 = ascii('012345678901234567890123456789012345678901234567890123456789012');
const M2 = hexToBytes(
  'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb',
);

describe('GOST 34.11-2015', () => {
  it.each([
    [
      'M1',
      M1,
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
      '9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500',
    ],
    [
      'M2',
      M2,
      '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
      '9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50',
    ],
    [
      'nothing',
      NOTHING,
      '8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a',
      '3f539a213e97c802cc229d474c6aa32a825a360b2a933a949fd925208d9ce1bb',
    ],
  ])('gives the digests of RFC 6986 for %s', (_, message, long, short) => {
    expect(bytesToHex(streebog512(message))).toBe(long);
    expect(bytesToHex(streebog256(message))).toBe(short);
  });

  it('carries the sum of its blocks across words', () => {
    // Every block is all ones, so that each addition carries through all 512 bits.
    const ones = new Uint8Array(4 * 64).fill(0xff);
    const almost = ones.with(3 * 64, 0xfe);
    expect(bytesToHex(streebog512(ones))).not.toBe(bytesToHex(streebog512(almost)));
    expect(streebog512(ones).length).toBe(64);
  });
});

describe('GOST 34.311-95', () => {
  it.each([
    ['nothing', '', 'ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d'],
    ['32 octets', 'This is message, length=32 bytes', 'b1c466d37519b82e8319819ff32595e047a28cb6f83eff1c6916a815a637fffa'],
    [
      '50 octets',
      'Suppose the original message has length = 50 bytes',
      '471aba57a60a770d3a76130635c1fbea4ef14de51f78b4ae57dd893b62f55208',
    ],
  ])('gives the digest of RFC 5831 for %s', (_, text, digest) => {
    expect(bytesToHex(gost3431195(ascii(text)))).toBe(digest);
  });

  it('is another hash with another S-box', () => {
    const swapped = [...TEST_S_BOX.slice(1), TEST_S_BOX[0]!];
    expect(hashWhole(createGost341194(TEST_S_BOX), M1)).toEqual(gost3431195(M1));
    expect(hashWhole(createGost341194(swapped), M1)).not.toEqual(gost3431195(M1));
  });
});

describe.each<[string, () => IncrementalHash]>([
  ['GOST 34.11-2015-512', createStreebog512],
  ['GOST 34.11-2015-256', createStreebog256],
  ['GOST 34.311-95', createGost3431195],
])('%s in pieces', (_, create) => {
  it('is the hash of the whole, wherever it is cut', () => {
    const message = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(message, fc.array(fc.nat(300), { maxLength: 6 }), (octets, cuts) => {
        const hash = create();
        const ends = [...cuts.map((cut) => Math.min(cut, octets.length)).toSorted((a, b) => a - b), octets.length];
        let from = 0;
        for (const end of ends) {
          hash.update(octets.subarray(from, end));
          from = end;
        }
        expect(hash.digest()).toEqual(hashWhole(create(), octets));
      }),
    );
  });

  it('does not change what it is given', () => {
    const message = new Uint8Array(200).fill(7);
    hashWhole(create(), message);
    expect(message).toEqual(new Uint8Array(200).fill(7));
  });

  it('tells a message from the same with zeros after it', () => {
    for (let length = 0; length < 130; length += 1)
      expect(hashWhole(create(), new Uint8Array(length))).not.toEqual(hashWhole(create(), new Uint8Array(length + 1)));
  });
});
