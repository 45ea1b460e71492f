/** Public keys in the form WebCrypto verifies with; the key of an authority is brought into it once. */
import type { Bytes } from '../asn1/der.ts';
import { lettersOf } from '../octets-as-letters.ts';
import type { HashName } from './algorithms.ts';
import type { PublicKey } from './public-key.ts';

export type ImportParameters =
  | { name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'; hash: HashName }
  | { name: 'ECDSA'; namedCurve: string }
  | { name: 'Ed25519' };
export type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Every authority of a country and the signers of a morning. */
const KEPT = 256;
/** No key that is accepted is longer; others must not fill the memory. */
const MOST_OCTETS = 4_096;
/** By what the key is imported from: each message brings its authority's certificate again. The least recently used is the first. */
const imported = new Map<string, Promise<ImportedKey | null>>();

/** Null for what cannot be a key, such as a point that is not on its curve. */
export function importKey({ encoded }: PublicKey, algorithm: ImportParameters): Promise<ImportedKey | null> {
  if (encoded.length > MOST_OCTETS) return importOnce(encoded, algorithm);
  const name = `${Object.values(algorithm).join(' ')} ${lettersOf(encoded)}`;
  const key = imported.get(name) ?? importOnce(encoded, algorithm);
  imported.delete(name);
  imported.set(name, key);
  if (imported.size > KEPT) imported.delete(imported.keys().next().value!);
  return key;
}

async function importOnce(encoded: Bytes, algorithm: ImportParameters): Promise<ImportedKey | null> {
  try {
    return await crypto.subtle.importKey('spki', encoded, algorithm, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return null;
    throw error;
  }
}
