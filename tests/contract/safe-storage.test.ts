/** Secrets go into the system's store, and only into one that keeps them. */
import type { SafeStorage } from 'electron';
import { expect, test, vi } from 'vitest';
import { openSafeStorageSecretBox, SecretStoreMissing } from '../../electron/shell-electron/safe-storage-secret-box.ts';

/** A store that turns text around, so that sealed and plain bytes are never equal. */
const store = (backend: string, available = true): SafeStorage =>
  ({
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text: string) => Buffer.from([...text].toReversed().join('')),
    decryptStringAsync: async (sealed: Buffer) => ({ result: [...sealed.toString()].toReversed().join(''), shouldReEncrypt: false }),
  }) as unknown as SafeStorage;

test('every byte comes back', async () => {
  const box = await openSafeStorageSecretBox(store('gnome_libsecret'), 'linux');
  const secret = Uint8Array.from({ length: 256 }, (_, index) => index);
  const sealed = await box.seal(secret);
  expect(sealed).not.toEqual(secret);
  expect(await box.open(sealed)).toEqual({ plain: secret, stale: false });
  expect(box.backend).toBe('gnome_libsecret');
});

test('after the store changed its key it is asked again, and the secret is to be sealed anew', async () => {
  const asked = vi.fn(async (_sealed: Buffer) => ({ result: asked.mock.calls.length === 1 ? 'AAAA' : 'AQID', shouldReEncrypt: asked.mock.calls.length === 1 }));
  const changed = { ...store('kwallet6'), decryptStringAsync: asked } as unknown as SafeStorage;
  const box = await openSafeStorageSecretBox(changed, 'linux');
  expect(await box.open(Uint8Array.of(1))).toEqual({ plain: Uint8Array.of(1, 2, 3), stale: true });
});

test.each<[string, SafeStorage, NodeJS.Platform]>([
  ['plain text on Linux', store('basic_text'), 'linux'],
  ['no store', store('kwallet6', false), 'linux'],
  ['no store on Windows', store('unknown', false), 'win32'],
])('%s is refused', async (_, safeStorage, platform) => {
  await expect(openSafeStorageSecretBox(safeStorage, platform)).rejects.toThrow(SecretStoreMissing);
});

test('elsewhere the backend is the system itself', async () => {
  expect((await openSafeStorageSecretBox(store('unknown'), 'win32')).backend).toBe('win32');
});
