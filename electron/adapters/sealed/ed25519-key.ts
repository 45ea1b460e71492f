/** An Ed25519 key made of its seed, in Node's own cryptography: a start waits for the first signature. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { Ed25519Key } from '../../core/journal/index.ts';

/** PKCS#8 around a seed (RFC 8410 section 7): version 0, id-Ed25519, the seed as an OCTET STRING inside an OCTET STRING. */
const PKCS8_BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');
/** An Ed25519 SubjectPublicKeyInfo ends with the key (RFC 8410 section 4). */
const PUBLIC_KEY_BYTES = 32;

/** @param seed the 32 bytes of RFC 8032 section 5.1.5 */
export function ed25519Key(seed: Uint8Array): Ed25519Key {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_BEFORE_SEED, seed]), format: 'der', type: 'pkcs8' });
  const publicKeyInfo = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(publicKeyInfo.subarray(-PUBLIC_KEY_BYTES)),
    // Without a digest of its own: the algorithm hashes (RFC 8032 section 5.1.6).
    sign: (message) => new Uint8Array(sign(null, message, key)),
  };
}
