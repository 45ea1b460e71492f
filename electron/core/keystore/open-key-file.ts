/** From a key file and its password to a key that can sign, or the reason why not. */
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { KeyCustodian, KeyFileRefusal } from '../../ports/keys/key-custodian.ts';
import type { SigningKey } from './signing-key.ts';
import { signingKeyOf } from './signing-key-of.ts';

/**
 * Password and file cross to the custodian and are kept by nobody; the caller closes the key when it is done.
 * @param keyFile PKCS#12 of the NCA or of other makers, or PKCS#8 in PEM with its certificate
 */
export async function openKeyFile(keyFile: Uint8Array, password: string, custodian: KeyCustodian): Promise<Result<SigningKey, KeyFileRefusal>> {
  const kept = await custodian.openKeyFile(keyFile, password);
  if (!kept.ok) return kept;
  const key = await signingKeyOf(kept.value, custodian);
  if (key !== null) return success(key);
  await custodian.close(kept.value.handle);
  return failure('key-file-unreadable');
}
