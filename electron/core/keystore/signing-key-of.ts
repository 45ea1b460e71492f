/** Makes the signing key that others see out of a handle and a certificate. */
import { failure, type Result } from '../../../shared/util/result.ts';
import type { KeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import type { KeyHandle } from '../../ports/keys/key-custodian.ts';
import { identityOf, tryReadCertificate } from '../trust/x509/index.ts';
import { schemesOf } from './keys/signature-schemes.ts';
import type { SigningKey, SigningRefusal } from './signing-key.ts';

/** keyUsage bit 1 (RFC 5280 4.2.1.3). */
export const NON_REPUDIATION = 1;

/** Who holds the key: the thread of the desk, or a token. */
interface KeyHolder {
  sign(handle: KeyHandle, hash: string, message: Uint8Array): Promise<Result<Uint8Array<ArrayBuffer>, SigningRefusal>>;
  close(handle: KeyHandle): Promise<void>;
}

export interface HeldKey {
  handle: KeyHandle;
  algorithm: KeyAlgorithm;
  /** DER, the key's own first. */
  certificates: readonly Uint8Array[];
}

/** Null where the first certificate is none. */
export async function signingKeyOf({ handle, algorithm, certificates }: HeldKey, custodian: KeyHolder): Promise<SigningKey | null> {
  const [own, ...issuers] = certificates;
  const certificate = own === undefined ? null : tryReadCertificate(own);
  if (certificate === null) return null;
  const schemes = schemesOf(algorithm);
  return {
    certificate: certificate.encoded,
    issuers,
    owner: await identityOf(certificate),
    purposes: certificate.extendedKeyUsage ?? [],
    forSigning: certificate.keyUsage?.has(NON_REPUDIATION) ?? false,
    algorithm,
    schemes,
    sign: async (message, scheme = schemes[0]) =>
      scheme === undefined ? failure('scheme-refused') : custodian.sign(handle, scheme.hash, message),
    close: () => custodian.close(handle),
  };
}
