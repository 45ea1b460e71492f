/** What happened in each day or month: counts by operator, event and verdict, and nothing about anybody who was checked. */
import { z } from 'zod';
import { Verdict } from '../checking/verdict.ts';

const Day = z.iso.date();

export const JournalReportQuery = z.strictObject({
  /** Days of Asia/Almaty, both included. */
  from: Day,
  to: Day,
  by: z.enum(['day', 'month']),
});
export type JournalReportQuery = z.infer<typeof JournalReportQuery>;

export const JournalReport = z.strictObject({
  query: JournalReportQuery,
  rows: z.array(
    z.strictObject({
      /** `yyyy-mm-dd` or `yyyy-mm`. */
      period: z.string(),
      /** Null for what the program wrote on its own. */
      operatorId: z.string().nullable(),
      kind: z.string(),
      verdict: Verdict.nullable(),
      count: z.int().positive(),
    }),
  ),
});
export type JournalReport = z.infer<typeof JournalReport>;

/** Entries of whole days given out of the workstation. */
export const ExportedJournal = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('exported'), folder: z.string(), entries: z.int().positive() }),
  /** Nothing was written in these days. */
  z.strictObject({ state: z.literal('empty') }),
  z.strictObject({ state: z.literal('failed'), code: z.enum(['folder-unwritable', 'disk-full', 'journal-altered']) }),
]);
export type ExportedJournal = z.infer<typeof ExportedJournal>;
