/** The key of the organisation's information system, for what is signed where no person decided; it is opened when it is first needed. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import { decodeBase64 } from '../../../shared/util/base64.ts';
import { openSystemKey, type SystemKey } from '../keystore/index.ts';

/** @returns what resolves to null where the file holds no key that its password opens: the registers refuse this workstation too then */
export function keyOfOrganisation({ keyFile, keyPassword }: Connection['shep']): () => Promise<SystemKey | null> {
  let opened: ReturnType<typeof openSystemKey> | null = null;
  return async () => {
    const key = await (opened ??= openSystemKey(decodeBase64(keyFile)!, keyPassword));
    return key.ok ? key.value : null;
  };
}
