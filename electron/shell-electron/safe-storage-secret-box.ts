/** Seals secrets with the secret store of the operating system. */
import type { SafeStorage } from 'electron';
import type { SecretBox } from '../ports/secret-box.ts';

/** There is no store on this machine that would keep a secret. */
export class SecretStoreMissing extends Error {
  override readonly name = 'SecretStoreMissing';
}

/**
 * Only the asynchronous calls: Electron 46 removes the others.
 * @throws {SecretStoreMissing} also for Linux's `basic_text`, whose key is the same on every machine and written in Chromium's source.
 */
export async function openSafeStorageSecretBox(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform = process.platform,
): Promise<SecretBox> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new SecretStoreMissing('no secret store is available');
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform;
  if (backend === 'basic_text') throw new SecretStoreMissing('the secret store of this session is plain text');
  return {
    backend,
    // The store takes text; Base64 keeps every byte.
    seal: async (plain) => new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(plain).toString('base64'))),
    open: async (sealed) => {
      const first = await safeStorage.decryptStringAsync(Buffer.from(sealed));
      // After a change of its key the store wants to be asked again (Electron: safeStorage.decryptStringAsync).
      const { result } = first.shouldReEncrypt ? await safeStorage.decryptStringAsync(Buffer.from(sealed)) : first;
      return { plain: new Uint8Array(Buffer.from(result, 'base64')), stale: first.shouldReEncrypt };
    },
  };
}
