/** Public keys in the form WebCrypto verifies with; the key of an authority is brought into it once. */
import type { HashName } from './algorithms.ts';
import type { PublicKey } from './public-key.ts';

export type ImportParameters =
  | { name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'; hash: HashName }
  | { name: 'ECDSA'; namedCurve: string }
  | { name: 'Ed25519' };
export type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** By the certificate's own object: whoever keeps a certificate keeps its imported keys, and no longer. */
const imported = new WeakMap<PublicKey, Map<string, Promise<ImportedKey | null>>>();

/** Null for what cannot be a key, such as a point that is not on its curve. */
export function importKey(key: PublicKey, algorithm: ImportParameters): Promise<ImportedKey | null> {
  const name = Object.values(algorithm).join(' ');
  const ofKey = imported.get(key) ?? new Map<string, Promise<ImportedKey | null>>();
  imported.set(key, ofKey);
  const known = ofKey.get(name) ?? importOnce(key, algorithm);
  ofKey.set(name, known);
  return known;
}

async function importOnce(key: PublicKey, algorithm: ImportParameters): Promise<ImportedKey | null> {
  try {
    return await crypto.subtle.importKey('spki', key.encoded, algorithm, false, ['verify']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return null;
    throw error;
  }
}
