/** Durable, append-only storage of the journal and of the marks still to be delivered. */
import type { JournalEntry, JournalPage, JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import type { CarriedMarks, JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import type { JournalReport, JournalReportQuery } from '../../../shared/domain/journal/journal-report.ts';
import type { MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import type { ChainFault, TreeHead } from '../../core/journal/index.ts';
import type { ViewMark } from '../checking/cabinet-log.ts';
import type { EntryCopy } from './entry-collector.ts';

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

export interface SettledMark {
  sequence: number;
  state: Extract<MarkState, { state: 'delivered' | 'refused' }>;
}

/** An entry as it is given out of the workstation. */
export interface RecordedEntry {
  entry: JournalEntry;
  /** The bytes the leaf of the tree was hashed from. */
  bytes: Uint8Array;
  /** Opens the sealed columns of this entry and of no other; null where nothing is sealed, or the key is elsewhere. */
  entryKey: Uint8Array | null;
}

export interface CopiedEntries {
  through: number;
  receipt: { id: string; at: string } | null;
  waiting: number;
  oldest: string | null;
}

export interface ReplacedJournal {
  /** The name the old file was given; null where there was none. */
  setAsideAs: string | null;
  /** Marks that went along; null for none. */
  carried: CarriedMarks | null;
}

export interface JournalStore {
  /** Durable (synced to disk) when it resolves; entries keep the order of the calls. @throws {JournalUnwritable} */
  append(entry: NewEntry, mark: ViewMark | null): Promise<JournalEntry>;
  list(query: JournalQuery): Promise<JournalPage>;
  report(query: JournalReportQuery): Promise<JournalReport>;
  /** Of one citizen, by the keyed hash of the ИИН; newest first. */
  ofSubject(subjectHash: string, limit: number): Promise<JournalEntry[]>;
  /** Entries of these sequences in order, both included, for export; streamed. @throws {Error} for one that cannot be read */
  records(from: number, to: number): AsyncIterable<RecordedEntry>;
  /** The first sequence kept at or after an instant; one behind the last where there is none. */
  sequenceAt(instant: string): Promise<number>;
  /** Walks the whole chain and holds it against heads it must have had, given by size from the smallest. */
  verify(claims: readonly TreeHead[]): Promise<JournalHealth>;
  /** What is wrong with the file beside the chain: its indexes, its counts, marks that are gone; null for nothing. Takes long for a long journal, beside the desk. */
  integrity(): Promise<ChainFault | null>;
  /** Of the tree over all entries. */
  treeHead(): Promise<TreeHead>;
  /** Null where the tree is smaller, or an entry it needs is missing or unreadable. */
  treeRoot(size: number): Promise<Uint8Array | null>;
  /** What proves the entry in the tree of `size` entries; null where there is no such entry in it. */
  inclusion(sequence: number, size: number): Promise<(Omit<RecordedEntry, 'entry'> & { proof: Uint8Array[] }) | null>;
  /** Proof from an earlier tree to a later one (RFC 9162 section 2.1.4); null where there is none of that size. */
  consistency(first: number, second: number): Promise<Uint8Array[] | null>;
  /** Roots of the perfect subtrees of the first `size` leaves, largest first. @throws {JournalUnwritable} `altered` */
  peaks(size: number): Promise<Uint8Array[]>;
  /** Durable when it resolves; keeping the same one again changes nothing. @throws {JournalUnwritable} */
  keepCheckpoint(size: number, note: string): Promise<void>;
  /** The largest trees first. */
  checkpoints(limit: number): Promise<string[]>;
  /** A checkpoint with the witness's signature. @throws {JournalUnwritable} */
  keepCosigned(size: number, note: string): Promise<void>;
  /** The largest tree a witness signed. */
  cosigned(): Promise<{ size: number; note: string } | null>;
  /** The largest tree whose beginning was forgotten; 0 while everything is there. */
  forgotten(): Promise<number>;
  /** Removes the entries up to a multiple of 256, their settled marks with them; what proves the rest stays. @throws {JournalUnwritable} */
  forget(through: number): Promise<void>;
  /** Keeps the file under another name as evidence, and goes on in a new one whose first entry links to it; marks that wait go along. @throws what the file system throws */
  setAside(): Promise<JournalHealth>;
  /** Keeps the file as `setAside` does and goes on in a backup, which is moved into its place. */
  replaceWith(copy: string): Promise<ReplacedJournal>;
  /** A copy that is whole, while entries go on being written. @param onProgress in [0, 1] */
  copyTo(file: string, onProgress: (done: number) => void): Promise<void>;
  /** Bytes of the journal's files, and bytes free beside them. */
  space(): Promise<{ used: number; free: number }>;
  /** What opening the store found. */
  health(): JournalHealth;
  /** Oldest first. */
  waitingMarks(limit: number): Promise<WaitingMark[]>;
  /** Before these marks are delivered together. */
  noteAttempts(sequences: readonly number[]): Promise<void>;
  /** All of them at once; one that is settled already stays as it is. */
  settleMarks(settled: readonly SettledMark[]): Promise<void>;
  counts(): Promise<{ waiting: number; oldest: string | null; refused: number }>;
  /** Entries behind this sequence in order, as they are given to a collector. */
  copies(after: number, limit: number): Promise<EntryCopy[]>;
  /** How far the collector has this file's entries under the name of this log, and what of it still waits. */
  copied(log: string): Promise<CopiedEntries>;
  /** Durable when it resolves. @param through may lie behind what was kept before: the collector asks again */
  keepCopied(log: string, through: number, receipt: { id: string; at: string }): Promise<void>;
  /** Entries that still owe a mark, or a copy for this log; null where no collector is connected. */
  undelivered(log: string | null): Promise<{ entries: number; oldest: string | null }>;
  close(): Promise<void>;
}

/** Nothing more can be written, so nothing may be checked until it is mended. */
export class JournalUnwritable extends Error {
  override readonly name = 'JournalUnwritable';
  /**
   * `altered`: what is there is not what was written; `clock-back`: the clock is behind the last entry;
   * `key-missing`: the key of the sealed columns is kept by another shell.
   */
  readonly reason: 'disk-full' | 'read-only' | 'locked' | 'failed' | 'clock-back' | 'altered' | 'key-missing';
  constructor(reason: JournalUnwritable['reason'], options?: ErrorOptions) {
    super(`journal cannot be written: ${reason}`, options);
    this.reason = reason;
  }
}
