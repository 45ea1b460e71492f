/** Opens a key file as sign-in does and closes it again: the certificate whose key it held, or the refusal. */
import { openKeyFile } from '../../electron/core/keystore/index.ts';
import { success } from '../../shared/util/result.ts';
import { keyCustody } from './benches/key-custody.ts';

export async function openedCertificate(keyFile: Uint8Array, password: string) {
  const opened = await openKeyFile(keyFile, password, keyCustody());
  if (!opened.ok) return opened;
  await opened.value.close();
  return success(opened.value.certificate);
}
