/** From a key file and its password to a key that can sign, or the reason why not. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeptKey, KeyCustodian, KeyFileRefusal } from '../../ports/key-custodian.ts';
import { identityOf, tryReadCertificate } from '../trust/x509/index.ts';
import { schemesOf } from './keys/signature-schemes.ts';
import type { SigningKey } from './signing-key.ts';

/** keyUsage bit 1 (RFC 5280 4.2.1.3). */
const NON_REPUDIATION = 1;

/**
 * Password and file cross to the custodian and are kept by nobody; the caller closes the key when it is done.
 * @param keyFile PKCS#12 of the NCA or of other makers
 */
export async function openKeyFile(
  keyFile: Uint8Array,
  password: string,
  custodian: KeyCustodian,
): Promise<Result<SigningKey, KeyFileRefusal>> {
  const kept = await custodian.openKeyFile(keyFile, password);
  if (!kept.ok) return kept;
  const key = await signingKey(kept.value, custodian);
  if (key !== null) return success(key);
  await custodian.close(kept.value.handle);
  return failure('key-file-unreadable');
}

async function signingKey({ handle, algorithm, certificates }: KeptKey, custodian: KeyCustodian): Promise<SigningKey | null> {
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
