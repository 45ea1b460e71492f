/** Durable, append-only storage of the journal and of the marks still to be delivered. */
import type { JournalEntry, JournalEvent, JournalHealth, JournalPage, JournalQuery } from '../../shared/domain/journal-entry.ts';
import type { MarkState } from '../../shared/domain/check-outcome.ts';
import type { TreeHead } from '../core/journal/index.ts';
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
  /** Of one citizen, by the keyed hash of the ИИН; newest first. */
  ofSubject(subjectHash: string, limit: number): Promise<JournalEntry[]>;
  /** Every entry in order, for export and for checking; streamed. */
  entries(): AsyncIterable<JournalEntry>;
  /** Walks the whole chain and holds it against heads it must have had, given by size from the smallest. */
  verify(claims: readonly TreeHead[]): Promise<JournalHealth>;
  /** Of the tree over all entries. */
  treeHead(): Promise<TreeHead>;
  /** Null where the tree is smaller, or an entry it needs is missing or unreadable. */
  treeRoot(size: number): Promise<Uint8Array | null>;
  /** What proves the entry in the tree of `size` entries; null where there is no such entry in it. */
  inclusion(sequence: number, size: number): Promise<{ entry: Uint8Array; proof: Uint8Array[] } | null>;
  /** Durable when it resolves; keeping the same one again changes nothing. @throws {JournalUnwritable} */
  keepCheckpoint(size: number, note: string): Promise<void>;
  /** The largest trees first. */
  checkpoints(limit: number): Promise<string[]>;
  /** What opening the store found. */
  health(): JournalHealth;
  /** Oldest first. */
  waitingMarks(limit: number): Promise<WaitingMark[]>;
  noteAttempt(sequence: number): Promise<void>;
  settleMark(sequence: number, state: Extract<MarkState, { state: 'delivered' | 'refused' }>): Promise<void>;
  counts(): Promise<{ waiting: number; oldest: string | null; refused: number }>;
  close(): Promise<void>;
}

/** Nothing more can be written, so nothing may be checked until it is mended. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable';
  /** `altered`: what is there is not what was written; `clock-back`: the clock is behind the last entry. */
  readonly reason: 'disk-full' | 'read-only' | 'locked' | 'failed' | 'clock-back' | 'altered';
  constructor(reason: JournalUnwritable['reason'], options?: ErrorOptions) {
    super(`journal cannot be written: ${reason}`, options);
    this.reason = reason;
  }
}
