/** Writes entries down, and knows whether that can still be done: what the file is worth, and what keeps the next entry from it. */
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { JournalUnwritable } from '../../ports/journal/journal-store.ts';
import type { JournalOptions, RecordContext } from './journal.ts';
import { requirePayloadFree } from './payload-free-policy.ts';

export interface RecordingOptions extends Pick<JournalOptions, 'store' | 'clock' | 'workstation' | 'randomId' | 'onHealthChanged'> {
  /** An entry is on the disk. */
  onWritten(entry: JournalEntry, context: RecordContext): void;
}

export interface Recording {
  /** As `Journal.record`. */
  record(event: JournalEvent, context: RecordContext): Promise<JournalEntry>;
  /** As `Journal.recordOfSupervisor`. */
  recordOfSupervisor(event: JournalEvent, context: RecordContext): Promise<void>;
  /** Of the file, as last known. */
  fileHealth(): JournalHealth;
  /** The same, or why nothing can be added to it. */
  health(): JournalHealth;
  /** The file was found to be this. */
  become(found: JournalHealth): void;
  /** The file was exchanged: nothing that kept entries from the one before keeps them from this. */
  begin(found: JournalHealth): void;
  /** How many files were begun: what was found of an earlier one says nothing of this. */
  files(): number;
  /** Writes down what a supervisor did while nothing could be. */
  recordDeferred(): Promise<void>;
}

/** What does not mend itself: an altered or damaged file, and a last entry that lies ahead of the clock, maybe by years. */
const FOR_A_SUPERVISOR: ReadonlySet<JournalUnwritable['reason']> = new Set<JournalUnwritable['reason']>(['altered', 'failed', 'clock-back']);

/** Whether only setting the file aside leads on from here. */
export const wantsSupervisor = (health: JournalHealth): boolean =>
  health.state === 'broken' || (health.state === 'unwritable' && FOR_A_SUPERVISOR.has(health.reason));

export function createRecording({ store, clock, workstation, randomId, onHealthChanged, onWritten }: RecordingOptions): Recording {
  let health = store.health();
  let unwritable: JournalUnwritable['reason'] | null = null;
  let files = 0;
  let deferred: { event: JournalEvent; context: RecordContext }[] = [];

  async function record(given: JournalEvent, context: RecordContext): Promise<JournalEntry> {
    const event = requirePayloadFree(given);
    // What somebody changed is evidence: it stays as it was found.
    if (health.state === 'broken') throw new JournalUnwritable('altered');
    const id = context.id ?? randomId();
    const at = clock.now().toISOString();
    const mark = context.mark ? { ...context.mark, idempotencyKey: id, viewedAt: at, workstation } : null;
    const { operatorId, purpose } = context;
    try {
      const entry = await store.append({ id, at, operatorId, workstation, purpose, event }, mark);
      unwritable = null;
      health = healthAfterWrite(health, entry);
      onWritten(entry, context);
      return entry;
    } catch (error) {
      if (error instanceof JournalUnwritable) unwritable = error.reason;
      throw error;
    }
  }

  return {
    record,
    async recordOfSupervisor(event, context) {
      try {
        await record(event, context);
      } catch (error) {
        if (!(error instanceof JournalUnwritable) || !FOR_A_SUPERVISOR.has(error.reason)) throw error;
        deferred.push({ event, context });
      }
    },
    fileHealth: () => health,
    health: () => (unwritable ? { state: 'unwritable', reason: unwritable } : health),
    become(found) {
      health = found;
      onHealthChanged?.();
    },
    begin(found) {
      health = found;
      unwritable = null;
      files += 1;
    },
    files: () => files,
    async recordDeferred() {
      const kept = deferred;
      deferred = [];
      for (const { event, context } of kept) await record(event, context);
    },
  };
}

/** That a damaged file was set aside stays visible, and so does what was found while the entry was on its way to the disk. */
function healthAfterWrite(before: JournalHealth, entry: JournalEntry): JournalHealth {
  if (before.state === 'broken') return before;
  if (before.state === 'restarted') return { ...before, entries: entry.sequence };
  return { state: 'intact', entries: entry.sequence, headHash: entry.hash };
}
