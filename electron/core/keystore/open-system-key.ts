/**
 * The key of an information system, which signs its messages unattended. It is opened where it is used: its password stands beside it in
 * the connection file, so that a thread of its own would keep it from nobody. Keys of people go to a custodian.
 */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeyFileRefusal } from '../../ports/keys/key-custodian.ts';
import { type KeyFault, readPrivateKey } from '../trust/algorithms/index.ts';
import { matchCertificate } from './keys/own-certificate.ts';
import { createMessageSigner } from './keys/sign-message.ts';
import { schemesOf } from './keys/signature-schemes.ts';
import { readKeyFile } from './pkcs12/read-key-file.ts';
import type { SigningKey } from './signing-key.ts';

export type SystemKey = Pick<SigningKey, 'certificate' | 'algorithm' | 'schemes' | 'sign'>;

/** @param keyFile PKCS#12 of the NCA or of other makers */
export async function openSystemKey(keyFile: Uint8Array, password: string): Promise<Result<SystemKey, KeyFileRefusal | KeyFault>> {
  const read = await readKeyFile(keyFile, password);
  if (!read.ok) return read;
  const { privateKey, certificates } = read.value;
  const matched = await matchCertificate(privateKey, certificates);
  if (!matched.ok) return matched;
  const { algorithm, certificate } = matched.value;
  const schemes = schemesOf(algorithm);
  const signMessage = createMessageSigner(readPrivateKey(privateKey), algorithm);
  return success({
    certificate,
    algorithm,
    schemes,
    async sign(message, scheme = schemes[0]) {
      const value = scheme === undefined ? null : await signMessage(scheme.hash, new Uint8Array(message));
      return value === null ? failure('scheme-refused') : success(value);
    },
  });
}
