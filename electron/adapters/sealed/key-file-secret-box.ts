/**
 * Seals secrets with a key in a file beside them, for the shells without a secret store of the system.
 *
 * What it gives: a copied database or sealed file is useless without the key file, and an altered one is refused.
 * What it does not give: anything against a person or program with this user's rights, who can read the key as we do.
 * The Electron shell uses the system's secret store instead.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, readFile, rm, writeFile } from 'node:fs/promises';
import type { SecretBox } from '../../ports/secret-box.ts';

const VERSION = 1;
const KEY_BYTES = 32;
/** NIST SP 800-38D section 8.2.2: 96-bit random nonces, far fewer than 2^32 under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LABEL = new TextEncoder().encode('tekser-secret-box/1');

const algorithm = (nonce: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv: nonce, additionalData: LABEL });

/** Sealed form: version byte, nonce, ciphertext with its tag (AES-256-GCM). */
export async function openKeyFileSecretBox(keyFile: string): Promise<SecretBox> {
  const key = await crypto.subtle.importKey('raw', await readOrCreateKey(keyFile), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    backend: 'key-file',
    async seal(plain) {
      const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
      const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(nonce), key, new Uint8Array(plain)));
      return Uint8Array.of(VERSION, ...nonce, ...sealed);
    },
    async open(sealed) {
      const bytes = new Uint8Array(sealed);
      if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new TypeError('not sealed by a key file');
      const nonce = bytes.slice(1, 1 + NONCE_BYTES);
      const plain = new Uint8Array(await crypto.subtle.decrypt(algorithm(nonce), key, bytes.slice(1 + NONCE_BYTES)));
      return { plain, stale: false };
    },
  };
}

/** @throws {TypeError} for a file of another length: a new key would make everything sealed so far unreadable without a word. */
async function readOrCreateKey(file: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!existsSync(file)) await createKey(file);
  // A restored backup often comes back readable for everyone.
  await chmod(file, 0o600);
  const key = new Uint8Array(await readFile(file));
  if (key.length !== KEY_BYTES) throw new TypeError(`key file has ${key.length} bytes instead of ${KEY_BYTES}`);
  return key;
}

/** Whole or not at all, however the program is ended meanwhile: a part of a key would keep every later start from opening the desk. */
async function createKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(draft, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, file);
  } catch (error) {
    // Another start made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
