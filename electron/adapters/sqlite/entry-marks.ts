/** The marks of the file that are still to be left, and what became of the others. */
import type { Database } from 'better-sqlite3';
import type { ColumnSeal } from '../../ports/column-seal.ts';
import type { JournalStore } from '../../ports/journal-store.ts';
import { readMarkRow } from './journal-rows.ts';
import type { JournalStatements } from './journal-statements.ts';

type EntryMarks = Pick<JournalStore, 'waitingMarks' | 'noteAttempts' | 'settleMarks' | 'counts'>;

/** @param write runs what changes the file, and says in the journal's terms why it could not */
export function entryMarks(database: Database, statements: JournalStatements, seal: ColumnSeal | null, write: (work: () => unknown) => void): EntryMarks {
  return {
    async waitingMarks(limit) {
      return statements.waitingMarks.all(limit).flatMap((row) => readMarkRow(row, seal) ?? []);
    },
    async noteAttempts(sequences) {
      write(database.transaction(() => sequences.forEach((sequence) => statements.noteAttempt.run(sequence))));
    },
    async settleMarks(settled) {
      write(
        database.transaction(() => {
          for (const { sequence, state } of settled) {
            if (state.state === 'delivered') statements.deliver.run(state.receiptId, state.at, sequence);
            else statements.refuse.run(state.code, state.at, sequence);
          }
        }),
      );
    },
    counts: async () => statements.counts.get()!,
  };
}
