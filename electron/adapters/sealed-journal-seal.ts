/** The workstation's key under its journal and the last head it signed, both kept sealed to this machine. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type JournalSeal, noteSigner, type NoteSigner } from '../core/journal/index.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { TrustedHead } from '../ports/trusted-head.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** RFC 8032 section 5.1.5. */
const SEED_BYTES = 32;
/** The origin stays with the key: a workstation that is renamed or moved keeps one log under one name. */
const StoredKey = z.strictObject({ origin: z.string().min(1), seed: z.base64() });

export interface SealFiles {
  journalKey: string;
  journalHead: string;
}

/**
 * @param origin of a journal that is new
 * @throws when the key is there and cannot be opened: a new one would make every checkpoint so far a stranger's.
 */
export async function loadJournalSeal(files: SealFiles, box: SecretBox, origin: string): Promise<JournalSeal> {
  const known = await readJournalSeal(files, box);
  if (known !== null) return known;
  const seed = randomBytes(SEED_BYTES);
  const stored = { origin, seed: seed.toString('base64') } satisfies z.infer<typeof StoredKey>;
  await writeSealed(files.journalKey, new TextEncoder().encode(JSON.stringify(stored)), box);
  return { signer: noteSigner(origin, new Uint8Array(seed)), head: trustedHead(files.journalHead, box) };
}

/** Null where this box never sealed a key. @throws when the key is there and cannot be opened */
export async function readJournalSeal(files: SealFiles, box: SecretBox): Promise<JournalSeal | null> {
  const plain = await readSealed(files.journalKey, box);
  return plain === null ? null : { signer: signerOf(plain), head: trustedHead(files.journalHead, box) };
}

function signerOf(plain: Uint8Array): NoteSigner {
  const { origin, seed } = StoredKey.parse(JSON.parse(new TextDecoder().decode(plain)));
  return noteSigner(origin, new Uint8Array(Buffer.from(seed, 'base64')));
}

function trustedHead(file: string, box: SecretBox): TrustedHead {
  return {
    async read() {
      try {
        const plain = await readSealed(file, box);
        return plain === null ? { state: 'none' } : { state: 'kept', note: new TextDecoder().decode(plain) };
      } catch {
        return { state: 'unreadable' };
      }
    },
    keep: (note) => writeSealed(file, new TextEncoder().encode(note), box),
  };
}
