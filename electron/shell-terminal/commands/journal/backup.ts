/** `tekser journal backup FILE`: a whole copy of the journal, also while the desk works; its keys stay where they are. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

const PERCENT = 100;

export interface JournalBackupOptions extends CommonOptions {
  file: string;
}

export const journalBackup: Run<JournalBackupOptions> = (terminal, { file, ...place }) =>
  withJournal(place, terminal, async (store) => {
    if (existsSync(file)) throw usageFailure('file-exists', file);
    try {
      await store.copyTo(file, (done) => terminal.progress(`${Math.round(done * PERCENT)} %`));
    } catch (cause) {
      await rm(file, { force: true });
      throw undetermined('file-unwritable', file, { cause });
    }
    terminal.answer([fill(terminal.text.journal.backedUp, { file })], { file });
    return EXIT.valid;
  });
