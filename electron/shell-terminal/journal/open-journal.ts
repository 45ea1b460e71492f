/** The journal of this workstation for the commands that read it; they do not begin one where none is. */
import { existsSync } from 'node:fs';
import { dataFiles } from '../../adapters/files/data-directory.ts';
import { openSqliteJournalStore } from '../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import { undetermined } from '../command-failure.ts';
import { columnSealOf } from './journal-proof.ts';
import type { CommonOptions } from '../commands/command.ts';
import type { Terminal } from '../terminal.ts';
import { findDirectory } from '../desk/work-directory.ts';

/** @throws {CommandFailure} where there is no journal */
export async function withJournal<Value>(
  place: CommonOptions,
  terminal: Terminal,
  work: (store: JournalStore, directory: string) => Promise<Value>,
): Promise<Value> {
  const directory = await findDirectory(place, terminal);
  const file = dataFiles(directory).journal;
  if (!existsSync(file)) throw undetermined('journal-missing', directory);
  const store = openSqliteJournalStore({ file, clock: systemClock, seal: await columnSealOf(directory) });
  try {
    return await work(store, directory);
  } finally {
    await store.close();
  }
}
