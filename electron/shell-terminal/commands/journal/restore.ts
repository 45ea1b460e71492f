/** `tekser journal restore FILE`: a supervisor goes on from a backup after the journal was lost or damaged. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockInstance } from '../../../adapters/files/single-instance-lock.ts';
import { openSqliteJournalStore } from '../../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { CommandFailure, undetermined } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { columnSealOf } from '../../journal/journal-proof.ts';
import { withSupervisor, type SupervisedOptions } from '../../desk/supervised-desk.ts';
import type { Terminal } from '../../terminal.ts';
import { fill } from '../../texts/index.ts';
import type { Run } from '../command.ts';
import { healthLine } from './verify.ts';

export interface JournalRestoreOptions extends SupervisedOptions {
  file: string;
}

/** The backup itself stays where it is; the journal there was is kept under another name. */
export const journalRestore: Run<JournalRestoreOptions> = (terminal, { file, ...options }) =>
  withSupervisor(terminal, options, async (_handlers, directory, desk) => {
    const lock = lockInstance(directory);
    if (!lock.ok) throw undetermined('desk-running');
    try {
      const copy = join(directory, 'journal-restoring.sqlite');
      await copyFile(file, copy).catch((cause: unknown) => {
        throw undetermined('file-unwritable', copy, { cause });
      });
      const entries = await requireWhole(copy, directory, terminal);
      const health = await desk.restoreJournal(copy);
      if (health.state !== 'intact') throw new CommandFailure('usage', EXIT.cannotDetermine, healthLine(health, terminal.text));
      terminal.answer([fill(terminal.text.journal.restored, { entries, file })], { file, entries });
      return EXIT.valid;
    } finally {
      lock.value.release();
    }
  });

/** @returns its entries @throws {CommandFailure} for a backup that was changed */
async function requireWhole(copy: string, directory: string, terminal: Terminal): Promise<number> {
  const store = openSqliteJournalStore({ file: copy, clock: systemClock, seal: await columnSealOf(directory) });
  const health = await store.verify([]);
  await store.close();
  if (store.health().state === 'intact' && health.state === 'intact' && health.entries > 0) return health.entries;
  throw new CommandFailure('usage', EXIT.notValid, healthLine(health.state === 'intact' ? store.health() : health, terminal.text));
}
