/** ECDSA over the curves of NIST (RFC 5758 3.2) by WebCrypto, its value read in strict DER. */
import type { Bytes } from '../asn1/der.ts';
import { orNull } from '../malformed.ts';
import type { HashName } from './algorithms.ts';
import { fixedWidthOfDer } from './ecdsa-value.ts';
import { importKey } from './import-key.ts';
import type { Curve, PublicKey } from './public-key.ts';

/** Null where the key is none. */
export async function isEcdsaSignature(key: PublicKey, curve: Curve, hash: HashName, data: Bytes, value: Bytes): Promise<boolean | null> {
  const fixed = fixedWidthOrNull(value, curve);
  if (fixed === null) return false;
  const imported = await importKey(key, { name: 'ECDSA', namedCurve: curve.name });
  return imported === null ? null : crypto.subtle.verify({ name: 'ECDSA', hash }, imported, fixed, data);
}

const fixedWidthOrNull = (value: Bytes, { fieldBytes }: Curve): Bytes | null => orNull(() => fixedWidthOfDer(value, fieldBytes));
