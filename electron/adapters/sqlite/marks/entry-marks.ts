/** The marks of the file that are still to be left, and what became of the others. */
import type { Database } from 'better-sqlite3';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import type { JournalStore, SettledMark } from '../../../ports/journal/journal-store.ts';
import type { JournalStatements } from '../journal-statements.ts';
import { settlementProof } from './settlement.ts';
import { openMark, readMarkRow } from './stored-mark.ts';

type EntryMarks = Pick<JournalStore, 'waitingMarks' | 'noteAttempts' | 'settleMarks' | 'counts'>;

/** @param write runs what changes the file, and says in the journal's terms why it could not */
export function entryMarks(database: Database, statements: JournalStatements, seal: ColumnSeal | null, write: (work: () => unknown) => void): EntryMarks {
  /** Null where nobody could have read the mark to deliver it, and for marks in clear of the first form where the key is elsewhere. */
  function proofOf(sequence: number, state: SettledMark['state']): string | null {
    const stored = seal === null ? undefined : statements.markAt.get(sequence);
    const mark = stored === undefined ? null : openMark(stored, seal);
    return mark === null || seal === null ? null : settlementProof(mark.idempotencyKey, state, seal);
  }

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
            const proof = proofOf(sequence, state);
            if (state.state === 'delivered') statements.deliver.run(state.receiptId, state.at, proof, sequence);
            else statements.refuse.run(state.code, state.at, proof, sequence);
          }
        }),
      );
    },
    counts: async () => statements.counts.get()!,
  };
}
