/** The workstation's name under its journal, and what the journal is worth held against it. */
import { existsSync } from 'node:fs';
import { aesColumnSeal } from '../../adapters/sealed/aes-column-seal.ts';
import { dataFiles, sealedFiles } from '../../adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../adapters/sealed/key-file-secret-box.ts';
import { readSealed } from '../../adapters/sealed/sealed-file.ts';
import { readJournalSeal } from '../../adapters/sealed/sealed-journal-seal.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { type JournalSeal, type ProofDepth, proveJournal } from '../../core/journal/index.ts';
import type { ColumnSeal } from '../../ports/journal/column-seal.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import { undetermined } from '../command-failure.ts';

/**
 * Null where no key file ever sealed a key here: none was made yet, or the secret store of a window keeps it.
 * @throws {CommandFailure} where the key is there and cannot be opened
 */
export async function journalSealOf(directory: string): Promise<JournalSeal | null> {
  const { secretKey } = dataFiles(directory);
  if (!existsSync(secretKey)) return null;
  try {
    const box = await openKeyFileSecretBox(secretKey);
    return await readJournalSeal(sealedFiles(directory, box.backend), box);
  } catch (cause) {
    throw undetermined('data-unwritable', directory, { cause });
  }
}

/** Null where no key file ever sealed a key here: what is sealed stays unread then. @throws {CommandFailure} where it is there and cannot be opened */
export async function columnSealOf(directory: string): Promise<ColumnSeal | null> {
  const { secretKey } = dataFiles(directory);
  if (!existsSync(secretKey)) return null;
  try {
    const key = await readSealed(sealedFiles(directory, 'key-file').columnKey, await openKeyFileSecretBox(secretKey));
    return key === null ? null : aesColumnSeal(key);
  } catch (cause) {
    throw undetermined('data-unwritable', directory, { cause });
  }
}

/** Without a seal, what the chain can show by itself. */
export async function provenHealth(store: JournalStore, seal: JournalSeal | null, depth: ProofDepth = 'whole'): Promise<JournalHealth> {
  const opened = store.health();
  // What the opening found and put right by itself is not told by a walk over the new file.
  if (opened.state === 'restarted' || opened.state === 'unwritable') return opened;
  return seal === null ? store.verify([]) : proveJournal(store, { key: seal.signer, head: seal.head }, depth);
}
