/** Durable, append-only storage of the journal and of the marks still to be delivered. */
import type { JournalEntry, JournalEvent, JournalHealth, JournalPage, JournalQuery } from '../../shared/domain/journal-entry.ts';
import type { MarkState } from '../../shared/domain/check-outcome.ts';
import type { ViewMark } from './cabinet-log.ts';

/** An entry before the chain gives it a sequence and hashes. */
export interface NewEntry {
  id: string;
  at: string;
  operatorId: string | null;
  workstation: string;
  purpose: string | null;
  event: JournalEvent;
}

export interface WaitingMark {
  sequence: number;
  mark: ViewMark;
  since: string;
  attempts: number;
}

export interface JournalStore {
  /** Durable (synced to disk) when it resolves. @throws {JournalUnwritable} */
  append(entry: NewEntry, mark: ViewMark | null): Promise<JournalEntry>;
  list(query: JournalQuery): Promise<JournalPage>;
  /** Every entry in order, for export and for checking; streamed. */
  entries(): AsyncIterable<JournalEntry>;
  verify(): Promise<JournalHealth>;
  /** What opening the store found. */
  health(): JournalHealth;
  /** Oldest first. */
  waitingMarks(limit: number): Promise<WaitingMark[]>;
  noteAttempt(sequence: number): Promise<void>;
  settleMark(sequence: number, state: Extract<MarkState, { state: 'delivered' | 'refused' }>): Promise<void>;
  counts(): Promise<{ waiting: number; oldest: string | null; refused: number }>;
  close(): Promise<void>;
}

/** The disk is full, read-only or failing: nothing may be checked until it is mended. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable';
  readonly reason: 'disk-full' | 'read-only' | 'locked' | 'failed';
  constructor(reason: JournalUnwritable['reason'], options?: ErrorOptions) {
    super(`journal cannot be written: ${reason}`, options);
    this.reason = reason;
  }
}
