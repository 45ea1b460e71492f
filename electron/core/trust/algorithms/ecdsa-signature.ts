/** ECDSA over the curves of NIST (RFC 3279 2.2.3, RFC 5758 3.2), its value read in strict DER. */
import { type Bytes, Malformed, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets } from '../asn1/der-values.ts';
import type { HashName } from './algorithms.ts';
import { importKey } from './import-key.ts';
import type { Curve, PublicKey } from './public-key.ts';

/** Null where the key is none. */
export async function isEcdsaSignature(key: PublicKey, curve: Curve, hash: HashName, data: Bytes, value: Bytes): Promise<boolean | null> {
  const fixed = fixedWidth(value, curve.fieldBytes);
  if (fixed === null) return false;
  const imported = await importKey(key, { name: 'ECDSA', namedCurve: curve.name });
  return imported === null ? null : crypto.subtle.verify({ name: 'ECDSA', hash }, imported, fixed, data);
}

/** SEQUENCE { r, s } to r ‖ s of WebCrypto; null when it is anything else. */
function fixedWidth(value: Bytes, fieldBytes: number): Bytes | null {
  try {
    const reader = readOnly(value, TAG.sequence);
    const fixed = new Uint8Array(2 * fieldBytes);
    for (const end of [fieldBytes, 2 * fieldBytes]) {
      const octets = integerOctets(reader.expect(TAG.integer));
      const magnitude = octets[0] === 0 ? octets.subarray(1) : octets;
      if (octets[0]! >= 0x80 || magnitude.length === 0 || magnitude.length > fieldBytes) return null;
      fixed.set(magnitude, end - magnitude.length);
    }
    reader.end();
    return fixed;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}
