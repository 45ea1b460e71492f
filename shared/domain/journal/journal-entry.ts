/** One line of the journal: what happened, by whom, for what purpose, and how lines are asked for. */
import { z } from 'zod';
import { Instant, MarkState } from '../checking/check-outcome.ts';
import { HexHash, JournalEvent } from './journal-event.ts';
import { PurposeId } from '../checking/purpose.ts';
import { Verdict } from '../checking/verdict.ts';

export const JournalEntry = z.strictObject({
  sequence: z.int().positive(),
  id: z.uuid(),
  at: Instant,
  operatorId: z.string().nullable(),
  workstation: z.string(),
  purpose: PurposeId.nullable(),
  event: JournalEvent,
  previousHash: HexHash,
  hash: HexHash,
  /** State of the view mark that belongs to this entry; kept beside the entry, not inside its hash. */
  mark: MarkState,
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const JournalQuery = z.strictObject({
  /** Entries older than this sequence, newest first. */
  before: z.int().positive().nullable(),
  limit: z.int().min(1).max(200),
  from: Instant.nullable(),
  to: Instant.nullable(),
  kinds: z.array(z.string()).max(40),
  verdict: Verdict.nullable(),
  operatorId: z.string().max(64).nullable(),
  mark: z.enum(['waiting', 'delivered', 'refused']).nullable(),
});
export type JournalQuery = z.infer<typeof JournalQuery>;

export const JournalPage = z.strictObject({
  entries: z.array(JournalEntry),
  nextBefore: z.int().positive().nullable(),
  /** How many entries match; null where counting them would take as long as reading them. */
  total: z.int().nonnegative().nullable(),
});
export type JournalPage = z.infer<typeof JournalPage>;

export const OutboxState = z.strictObject({
  waiting: z.int().nonnegative(),
  oldest: Instant.nullable(),
  refused: z.int().nonnegative(),
  /** Since when the service has been away, by our failed attempts; null while it answers. */
  serviceAwaySince: Instant.nullable(),
});
export type OutboxState = z.infer<typeof OutboxState>;
