/** The stand's keys by label: made on first use, kept in a folder between starts where one is given. */
import { createPrivateKey, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeKey, makeRsaKey, type RsaKey } from './rsa-key.ts';
import { seededBytes } from './seeded-bytes.ts';

export interface KeyRing {
  key(label: string): Promise<RsaKey>;
}

export function createKeyRing(seed: number, directory: string | null): KeyRing {
  const keys = new Map<string, Promise<RsaKey>>();
  const make = (label: string): Promise<RsaKey> => makeRsaKey(seededBytes(seed, label));
  return {
    key(label) {
      const known = keys.get(label);
      if (known !== undefined) return known;
      const made = directory === null ? make(label) : keptKey(join(directory, fileName(seed, label)), directory, () => make(label));
      keys.set(label, made);
      return made;
    },
  };
}

const fileName = (seed: number, label: string): string => `${seed}-${label.replaceAll(/[^a-z0-9-]/g, '-')}.pem`;

async function keptKey(path: string, directory: string, make: () => Promise<RsaKey>): Promise<RsaKey> {
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null && kept.includes('END PRIVATE KEY')) return describeKey(createPrivateKey(kept));
  const made = await make();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // Two stands may start in one folder: the same seed makes the same key, so the last rename may win.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, made.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await rename(draft, path);
  return made;
}
