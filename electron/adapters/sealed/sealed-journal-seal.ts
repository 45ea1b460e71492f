/** The workstation's key under its journal and the last head it signed, both kept sealed to this machine. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type JournalSeal, noteSigner, type NoteSigner } from '../../core/journal/index.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { TrustedHead } from '../../ports/journal/trusted-head.ts';
import { ed25519Key } from './ed25519-key.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** RFC 8032 section 5.1.5. */
const SEED_BYTES = 32;
/** The origin stays with the key: a workstation that is renamed or moved keeps one log under one name. */
const StoredKey = z.strictObject({ origin: z.string().min(1), seed: z.base64(), segment: z.int().positive().exactOptional() });
type StoredKey = z.infer<typeof StoredKey>;

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
  const stored: StoredKey = { origin, seed: randomBytes(SEED_BYTES).toString('base64') };
  await keepKey(files.journalKey, stored, box);
  return sealOf(stored, files, box);
}

/** Null where this box never sealed a key. @throws when the key is there and cannot be opened */
export async function readJournalSeal(files: SealFiles, box: SecretBox): Promise<JournalSeal | null> {
  const plain = await readSealed(files.journalKey, box);
  return plain === null ? null : sealOf(StoredKey.parse(JSON.parse(new TextDecoder().decode(plain))), files, box);
}

const keepKey = (file: string, stored: StoredKey, box: SecretBox): Promise<void> => writeSealed(file, new TextEncoder().encode(JSON.stringify(stored)), box);

function sealOf(first: StoredKey, files: SealFiles, box: SecretBox): JournalSeal {
  let stored = first;
  let signer = signerOf(stored);
  return {
    get signer() {
      return signer;
    },
    head: trustedHead(files.journalHead, box),
    async beginSegment() {
      stored = { ...stored, segment: (stored.segment ?? 1) + 1 };
      await keepKey(files.journalKey, stored, box);
      signer = signerOf(stored);
    },
  };
}

/** One key under all segments: the name tells their logs apart. */
function signerOf({ origin, seed, segment }: StoredKey): NoteSigner {
  return noteSigner(segment === undefined ? origin : `${origin}/${segment}`, ed25519Key(Buffer.from(seed, 'base64')));
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
