/** The name the NCA gives a key everywhere: SHA-1 of the public key, in hexadecimal; friendlyName, localKeyId and the file are called by it. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '../../../../shared/util/bytes.ts';
import type { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import type { Bytes } from '../../trust/asn1/index.ts';

/** @param bits contents of the BIT STRING of SubjectPublicKeyInfo */
export const keyIdentifier = (bits: Uint8Array): Bytes => new Uint8Array(sha1(bits));

/** extendedKeyUsage clientAuth: the RSA generation had keys for signing in apart from those for signing. */
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

function prefixOf(algorithm: KeyAlgorithm, purposes: readonly string[]): string {
  if (algorithm.startsWith('RSA')) return purposes.includes(CLIENT_AUTHENTICATION) ? 'AUTH_RSA256' : 'RSA256';
  if (algorithm.startsWith('ECDSA')) return 'ECDSA';
  return algorithm === 'GOST-2015-512' ? 'GOST512' : algorithm === 'GOST-2015-256' ? 'GOST256' : 'GOSTKNCA';
}

/** Of ECDSA and of the 256-bit curve the NCA issues none: those two prefixes are ours. */
export const keyFileName = (algorithm: KeyAlgorithm, purposes: readonly string[], bits: Uint8Array): string =>
  `${prefixOf(algorithm, purposes)}_${bytesToHex(keyIdentifier(bits))}.p12`;
