/** The contract's block of the journal: what an operator may see of it, and what a supervisor may do with it. */
import { z } from 'zod';
import { FreezeState } from '../domain/desk/desk-mode.ts';
import { JournalEntry, JournalPage, JournalQuery, OutboxState } from '../domain/journal/journal-entry.ts';
import { JournalHealth, JournalStanding } from '../domain/journal/journal-health.ts';
import { ExportedJournal, JournalReport, JournalReportQuery } from '../domain/journal/journal-report.ts';
import { call, event } from './define-contract.ts';

const Nothing = z.null();

export const journalCalls = {
  list: call(JournalQuery, JournalPage),
  verify: call(Nothing, JournalHealth),
  standing: call(Nothing, JournalStanding),
  report: call(JournalReportQuery, JournalReport),
  /** Null for what is no ИИН. */
  history: call(z.strictObject({ iin: z.string().max(64) }), z.array(JournalEntry).nullable()),
  /** Answers when the files lie in the folder it names; asked again after a break it goes on where it stopped. */
  exportDays: call(z.strictObject({ from: z.iso.date(), to: z.iso.date() }), ExportedJournal),
  exportProgress: event(z.strictObject({ done: z.int(), of: z.int() })),
  /** Null where there is nothing to be set aside. */
  setAside: call(Nothing, JournalHealth.nullable()),
  forget: call(Nothing, z.strictObject({ entries: z.int() })),
  deliverNow: call(Nothing, OutboxState),
  /** A supervisor lets a frozen desk go on for a while, and answers for it. */
  liftFreeze: call(Nothing, FreezeState),
  appended: event(JournalEntry),
  markChanged: event(z.strictObject({ sequence: z.int(), mark: JournalEntry.shape.mark })),
};
