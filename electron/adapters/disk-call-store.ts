/** The call in hand on the disk of this user: its session in one small file, its pictures sealed beside it under a key that goes with them. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CallSession } from '../../shared/domain/call/call-session.ts';
import type { CallStore } from '../ports/calls/call-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { replaceFile } from './files/atomic-file.ts';
import { loadSealedKey } from './sealed/sealed-key.ts';

const ALGORITHM = 'aes-256-gcm';
/** NIST SP 800-38D section 8.2.2: random nonces, far fewer than 2^32 under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Names come from the core, and are parts of file names here. */
const NAME = /^[a-z0-9-]{1,100}$/;

export function createDiskCallStore(file: string, box: SecretBox): CallStore {
  const folder = `${file}.pictures`;
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new RangeError('no name of something kept of a call');
    return join(folder, `${name}.sealed`);
  };
  let key: Promise<Uint8Array> | null = null;
  const openKey = (): Promise<Uint8Array> => mkdir(folder, { recursive: true, mode: 0o700 }).then(() => loadSealedKey(join(folder, 'key.sealed'), box));
  const keyOf = (): Promise<Uint8Array> => (key ??= openKey());
  /** What was sealed under a key nobody can open any more is of no use: the call goes on with a new one. */
  const keyAnew = (): Promise<Uint8Array> => (key = rm(folder, { recursive: true, force: true }).then(openKey));

  return {
    load: () => readFile(file, 'utf8').then(parse, () => null),
    save: (session) => replaceFile(file, `${JSON.stringify(session)}\n`),
    async keep(name, bytes) {
      const path = pathOf(name);
      await replaceFile(path, sealed(await keyOf().catch(keyAnew), name, bytes));
    },
    async kept(name) {
      const path = pathOf(name);
      try {
        return opened(await keyOf(), name, await readFile(path));
      } catch {
        // Torn, altered, or sealed on another machine: the core asks for it again.
        return null;
      }
    },
    async clear() {
      key = null;
      await rm(folder, { recursive: true, force: true });
      await rm(file, { force: true });
    },
  };
}

function sealed(key: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws where the tag does not fit */
function opened(key: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** A file that is no session is as none: the service ends the call by itself, and the evidence is elsewhere. */
function parse(text: string): CallSession | null {
  try {
    return CallSession.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
