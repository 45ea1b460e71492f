/** Key and certificate become the file the NCA would have written, under the name it would have given. */
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import { readPrivateKey } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { tryReadCertificate } from '../../trust/x509/index.ts';
import { exportKey } from '../custody/export-key.ts';
import { keyAlgorithmOf } from '../keys/key-algorithm-of.ts';
import { keyFileName } from '../pkcs12/key-identifier.ts';

/** @param privateKey PKCS#8 @param encoded DER of the certificate; of any other key it is refused */
export async function finishKeyFile(privateKey: Bytes, encoded: Uint8Array, password: string): Promise<Result<{ fileName: string; file: Bytes }, 'other-key'>> {
  const certificate = tryReadCertificate(encoded);
  const algorithm = keyAlgorithmOf(readPrivateKey(privateKey));
  if (certificate === null || algorithm === null) return failure('other-key');
  const file = await exportKey(privateKey, encoded, password, 'nca');
  if (!file.ok) return failure('other-key');
  return success({ fileName: keyFileName(algorithm, certificate.extendedKeyUsage ?? [], certificate.publicKey.bits), file: file.value });
}
