/** `tekser journal export FILE`: every entry as JSON Lines, and the export itself written into the journal. */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemClock } from '../../adapters/system-clock.ts';
import { type JournalStore, JournalUnwritable, type NewEntry } from '../../ports/journal-store.ts';
import { CommandFailure, undetermined } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { openNewFile } from '../open-new-file.ts';
import { withJournal } from '../open-journal.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import type { CommonOptions, Run } from './command.ts';

const PROGRESS_EVERY = 1_000;

export interface JournalExportOptions extends CommonOptions {
  file: string;
}

/** The file stays only if the journal knows of it: an export nobody can see later is a leak. */
export const journalExport: Run<JournalExportOptions> = (terminal, { file, ...place }) =>
  withJournal(place, terminal, async (store) => {
    const output = await openNewFile(file);
    try {
      const { entries, fileHash } = await writeEntries(store, output, terminal);
      await output.sync();
      await store.append(exportEntry(entries, fileHash), null);
      terminal.answer([fill(terminal.text.journal.exported, { entries, file, hash: fileHash })], { file, entries, fileHash });
      return EXIT.valid;
    } catch (cause) {
      await rm(file, { force: true });
      throw expected(cause, file);
    } finally {
      await output.close();
    }
  });

const exportEntry = (entries: number, fileHash: string): NewEntry => ({
  id: randomUUID(),
  at: systemClock.now().toISOString(),
  operatorId: null,
  workstation: hostname(),
  purpose: null,
  event: { kind: 'journal-exported', entries, fileHash },
});

async function writeEntries(store: JournalStore, output: FileHandle, terminal: Terminal): Promise<{ entries: number; fileHash: string }> {
  const hash = createHash('sha256');
  let entries = 0;
  for await (const entry of store.entries()) {
    const line = `${JSON.stringify(entry)}\n`;
    hash.update(line);
    await output.write(line);
    entries += 1;
    if (entries % PROGRESS_EVERY === 0) terminal.progress(fill(terminal.text.journal.walking, { count: entries }));
  }
  return { entries, fileHash: hash.digest('hex') };
}

function expected(cause: unknown, file: string): unknown {
  if (cause instanceof CommandFailure) return cause;
  if (cause instanceof JournalUnwritable) return undetermined('journal-unwritable', cause.reason, { cause });
  if (cause instanceof Error && 'syscall' in cause) return undetermined('file-unwritable', file, { cause });
  if (cause instanceof Error && /^journal entry \d+ is unreadable$/.test(cause.message)) return undetermined('journal-unreadable', '', { cause });
  return cause;
}
