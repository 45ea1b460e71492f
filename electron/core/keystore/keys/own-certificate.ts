/** Which of the certificates beside a private key is its own, and which algorithm the key is of. */
import type { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import { certificateOfKey, type KeyFault, readPrivateKey } from '../../trust/algorithms/index.ts';
import { type Bytes, Malformed } from '../../trust/asn1/index.ts';
import { tryReadCertificate } from '../../trust/x509/index.ts';
import { gammaPossession } from './gamma-key.ts';
import { keyAlgorithmOf } from './key-algorithm-of.ts';

export interface MatchedKey {
  algorithm: KeyAlgorithm;
  /** DER, as it was given. */
  certificate: Uint8Array;
}

/** @param privateKey PKCS#8 PrivateKeyInfo in DER; no copy outlives the call */
export async function matchCertificate(privateKey: Bytes, certificates: readonly Uint8Array[]): Promise<Result<MatchedKey, KeyFault>> {
  try {
    const key = readPrivateKey(privateKey);
    const algorithm = keyAlgorithmOf(key);
    if (algorithm === null) return failure('unsupported');
    if (algorithm !== 'GOST-2004-GAMMA') {
      const own = await certificateOfKey(privateKey, certificates);
      return own.ok ? success({ algorithm, certificate: own.value }) : own;
    }
    const isOwn = gammaPossession(key);
    const certificate = certificates.find((candidate) => {
      const read = tryReadCertificate(candidate);
      return read !== null && isOwn(read.publicKey);
    });
    return certificate === undefined ? failure('other-key') : success({ algorithm, certificate });
  } catch (error) {
    if (error instanceof Malformed) return failure('malformed');
    throw error;
  }
}
