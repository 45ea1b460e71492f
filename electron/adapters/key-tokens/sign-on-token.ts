/** One signature by a key on a token: the message is hashed here, the value comes in the form certificates and CMS carry. */
import { createHash } from 'node:crypto';
import type { PKCS11 } from 'pkcs11js';
import type { KeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import { pkcs11 } from './pkcs11-library.ts';

const HASHES: Readonly<Record<string, { name: string; prefix: string }>> = {
  // DigestInfo up to the digest (RFC 8017 section 9.2, note 1).
  'SHA-256': { name: 'sha256', prefix: '3031300d060960864801650304020105000420' },
  'SHA-384': { name: 'sha384', prefix: '3041300d060960864801650304020205000430' },
  'SHA-512': { name: 'sha512', prefix: '3051300d060960864801650304020305000440' },
};

/** Large enough for the longest signature asked for: RSA of 4096 bits. */
const LONGEST = 512;

/** CKM_RSA_PKCS and CKM_ECDSA over a digest: every token has them, while those that hash themselves are rare. */
export function signOnToken(calls: PKCS11, session: Buffer, key: Buffer, algorithm: KeyAlgorithm, hash: string, message: Uint8Array): Uint8Array<ArrayBuffer> {
  const { name, prefix } = HASHES[hash]!;
  const digest = createHash(name).update(message).digest();
  if (algorithm.startsWith('RSA')) {
    calls.C_SignInit(session, { mechanism: pkcs11().CKM_RSA_PKCS }, key);
    return new Uint8Array(calls.C_Sign(session, Buffer.concat([Buffer.from(prefix, 'hex'), digest]), Buffer.alloc(LONGEST)));
  }
  calls.C_SignInit(session, { mechanism: pkcs11().CKM_ECDSA }, key);
  return derOf(calls.C_Sign(session, digest, Buffer.alloc(LONGEST)));
}

/** r ‖ s to SEQUENCE { INTEGER, INTEGER } (RFC 3279 section 2.2.3); on these curves it is shorter than 128 octets. */
function derOf(value: Buffer): Uint8Array<ArrayBuffer> {
  const integer = (half: Buffer): number[] => {
    const significant = [...half.subarray(half.findIndex((octet) => octet !== 0))];
    const content = significant[0]! >= 0x80 ? [0, ...significant] : significant;
    return [0x02, content.length, ...content];
  };
  const content = [...integer(value.subarray(0, value.length / 2)), ...integer(value.subarray(value.length / 2))];
  return Uint8Array.of(0x30, content.length, ...content);
}
