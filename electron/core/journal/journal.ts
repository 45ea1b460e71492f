/** The journal as the other domains use it: record first, then act; marks follow on their own. */
import type { JournalEntry, JournalPage, JournalQuery, OutboxState } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { JournalHealth, JournalStanding } from '../../../shared/domain/journal/journal-health.ts';
import type { JournalReport, JournalReportQuery } from '../../../shared/domain/journal/journal-report.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { CorePublisher } from '../../../shared/ipc/contract.ts';
import type { CabinetLog, ViewMark } from '../../ports/checking/cabinet-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Witness } from '../../ports/journal/witness.ts';
import type { JournalSeal } from './create-checkpoints.ts';

export interface JournalOptions {
  store: JournalStore;
  seal: JournalSeal;
  cabinets: CabinetLog;
  /** Null where no collector is connected: nothing is then ever forgotten. */
  witness: Witness | null;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  workstation: string;
  publisher: { journal: Pick<CorePublisher['journal'], 'appended' | 'markChanged'> };
  /** The organisation's key of `subjectHash`, 32 bytes. */
  subjectKey: Uint8Array;
  /** Pauses between deliveries while the service is away, retention, and how full the disk may be. */
  policy(): Pick<Policy, 'numbers'>;
  /** UUID version 4. */
  randomId(): string;
  /** In [0, 1); spreads repeated deliveries. */
  random?: () => number;
  /** What `health` answers may be another than before, and no entry says so. */
  onHealthChanged?: () => void;
}

/** The view mark without what the journal itself knows. */
export type MarkDraft = Omit<ViewMark, 'idempotencyKey' | 'viewedAt' | 'workstation'>;

export interface RecordContext {
  operatorId: string | null;
  purpose: string | null;
  /** Id of the entry where another record must name it (a check outcome); made here otherwise. */
  id?: string;
  mark?: MarkDraft;
}

/** What a supervisor may do that others may not. */
export interface Supervision {
  operatorId: string;
}

export interface Journal {
  /**
   * Resolves when the entry is on the disk; entries keep the order of the calls.
   * @throws {JournalUnwritable} nothing was recorded, so nothing may be shown. @throws {TypeError} the event holds more than it may.
   */
  record(event: JournalEvent, context: RecordContext): Promise<JournalEntry>;
  /** As `record`; where the journal cannot go on, what a supervisor does is remembered until it was set aside, and begins the new one. */
  recordOfSupervisor(event: JournalEvent, context: RecordContext): Promise<void>;
  list(query: JournalQuery): Promise<JournalPage>;
  report(query: JournalReportQuery): Promise<JournalReport>;
  /** Who looked at one citizen's documents, newest first; the look into it is an entry as well. @throws {JournalUnwritable} */
  history(iin: string, by: Supervision): Promise<JournalEntry[]>;
  /** Walks the whole chain and holds it against every checkpoint. */
  verify(): Promise<JournalHealth>;
  /** As last known: by the start, by the last walk, by the last write. */
  health(): JournalHealth;
  standing(): Promise<JournalStanding>;
  /** Of the disk; `low` where it is less than the rules want. */
  room(): Promise<{ usedBytes: number; freeBytes: number; low: boolean }>;
  /** Keeps a journal that cannot go on as evidence and begins a new one, whose first entries say so and by whom; null where it can go on. */
  setAside(by: Supervision): Promise<JournalHealth | null>;
  /**
   * Goes on from a backup, under a name of its own: what was written after it stays in the file set aside.
   * @param copy a backup of this journal, which is moved @throws what the file system throws
   */
  restore(copy: string, by: Supervision): Promise<JournalHealth>;
  /** Removes what retention lets go and a witness has signed. @returns entries removed @throws {JournalUnwritable} */
  forget(by: Supervision): Promise<number>;
  outboxState(): Promise<OutboxState>;
  deliverNow(): Promise<OutboxState>;
  /** Keyed hash of an ИИН for `JournalEvent`, lower-case hex. */
  subjectHash(iin: string): string;
  /** Holds the journal against its newest checkpoints; where they agree, begins to deliver marks and to take checkpoints. */
  start(): Promise<void>;
  /** Ends with a checkpoint over everything that was written. */
  stop(): Promise<void>;
}
