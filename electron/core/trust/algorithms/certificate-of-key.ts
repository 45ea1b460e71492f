/** Which of these certificates does a private key belong to? */
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import { EC_KEY, RSA_KEY } from './algorithms.ts';
import { tryReadCertificate } from '../x509/certificate.ts';
import { challengePossession, ecdsaChallenge, RSA_CHALLENGE } from './challenge-possession.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { GOST_SCHEMES } from '../gost/gost-algorithms.ts';
import { gostPossession } from '../gost/gost-possession.ts';
import { type PrivateKey, readPrivateKey } from './private-key.ts';
import { curveNamed, type PublicKey } from './public-key.ts';

/** `unsupported` is a key of an algorithm outside the table, such as the withdrawn one of the Gamma arc. */
export type KeyFault = 'malformed' | 'unsupported' | 'other-key';

type Possession = (key: PublicKey) => boolean | Promise<boolean>;

/**
 * The first certificate whose key this is, as it was given.
 * @param privateKey PKCS#8 PrivateKeyInfo in DER; no copy outlives the call.
 * @param certificates DER; what is no certificate is passed over.
 */
export async function certificateOfKey(privateKey: Bytes, certificates: readonly Uint8Array[]): Promise<Result<Uint8Array, KeyFault>> {
  try {
    const isOwn = await possessionOf(readPrivateKey(privateKey));
    if (isOwn === null) return failure('unsupported');
    for (const certificate of certificates) {
      const read = tryReadCertificate(certificate);
      if (read !== null && (await isOwn(read.publicKey))) return success(certificate);
    }
    return failure('other-key');
  } catch (error) {
    if (error instanceof Malformed) return failure('malformed');
    throw error;
  }
}

/** @throws {Malformed} */
async function possessionOf(key: PrivateKey): Promise<Possession | null> {
  const { algorithm } = key;
  const scheme = GOST_SCHEMES.find(({ keyOid }) => keyOid === algorithm.oid);
  if (scheme !== undefined) return gostPossession(scheme, key);
  if (algorithm.oid === RSA_KEY) return challengePossession(RSA_CHALLENGE, key);
  const curve = algorithm.oid === EC_KEY ? curveNamed(algorithm) : null;
  return curve === null ? null : challengePossession(ecdsaChallenge(curve), key);
}
