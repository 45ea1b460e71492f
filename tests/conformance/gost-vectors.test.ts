/** A key pair made by the NCA's own library: our numbers are its numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CURVE_512_A } from '../../electron/core/trust/gost/curves.ts';
import { verifyGost3410 } from '../../electron/core/trust/gost/gost-34-10.ts';
import { pointOctets, publicKeyOf } from '../../electron/core/trust/gost/sign-gost-34-10.ts';
import { streebog512 } from '../../electron/core/trust/gost/streebog.ts';
import { bytesToHex, hexToBytes } from '../../shared/util/bytes.ts';
import { absence, dataPath } from './corpus.ts';

describe('a key pair made by the library of the NCA', () => {
  it('has our public key, our digest, and a signature we verify', (context) => {
    const missing = absence('kz-pki/vectors/gost2015-512.kalkan.vectors');
    if (missing !== null) return context.skip(missing);
    const text = readFileSync(dataPath('kz-pki/vectors/gost2015-512.kalkan.vectors'), 'utf8');
    const value = Object.fromEntries(text.split('\n').map((line) => line.split('=', 2))) as Record<string, string>;
    const key = publicKeyOf(CURVE_512_A, BigInt(`0x${value['d']}`));
    expect([key.point.x, key.point.y]).toEqual([BigInt(`0x${value['qx']}`), BigInt(`0x${value['qy']}`)]);
    const message = new TextEncoder().encode(value['msg']);
    expect(bytesToHex(streebog512(message))).toBe(value['digest']);
    const signature = hexToBytes(value['sig']!);
    expect(verifyGost3410(key, streebog512(message), signature)).toBe(true);
    expect(verifyGost3410(key, streebog512(message.subarray(1)), signature)).toBe(false);
    // SubjectPublicKeyInfo ends with the octets of the point.
    expect(value['spki']!.endsWith(bytesToHex(pointOctets(key)))).toBe(true);
  });
});
