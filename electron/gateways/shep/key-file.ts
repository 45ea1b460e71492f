/** Opens the PKCS#12 of the organisation's information system for signing envelopes. */
import { openSystemKey, type SystemKey } from '../../core/keystore/index.ts';

/** @throws when the password is wrong or the file holds no key that signs with its certificate. */
export async function openKeyFile(pkcs12: Uint8Array, password: string): Promise<SystemKey> {
  const opened = await openSystemKey(pkcs12, password);
  if (!opened.ok) throw new TypeError(`key file of the information system: ${opened.failure}`);
  return opened.value;
}
