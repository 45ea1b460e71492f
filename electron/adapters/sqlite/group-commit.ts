/** Lets entries that arrive together share one synced transaction: under load the disk is asked once for many. */
import type { JournalEntry } from '../../../shared/domain/journal-entry.ts';
import type { EntryWriter, WaitingEntry } from './entry-writer.ts';

/** A transaction of this many keeps the event loop for a few milliseconds. */
const MOST_AT_ONCE = 256;

interface Caller {
  waiting: WaitingEntry;
  resolve(entry: JournalEntry): void;
  reject(error: unknown): void;
}

export interface GroupCommit {
  /** Durable when it resolves; in the order of the calls. */
  append(waiting: WaitingEntry): Promise<JournalEntry>;
  /** Writes what still waits. */
  flush(): void;
}

/** @param write the writer's append, with the failures of the disk already named */
export function groupCommit(write: EntryWriter['append']): GroupCommit {
  let callers: Caller[] = [];
  let planned = false;

  function plan(): void {
    planned = true;
    // At the end of this turn: everything that was ready to be written by then goes together.
    setImmediate(() => {
      planned = false;
      flush(MOST_AT_ONCE);
    });
  }

  function flush(most: number): void {
    const group = callers.slice(0, most);
    callers = callers.slice(most);
    if (group.length > 0) settle(group);
    if (callers.length > 0 && !planned) plan();
  }

  function settle(group: readonly Caller[]): void {
    try {
      const written = write(group.map(({ waiting }) => waiting));
      group.forEach(({ resolve, reject }, index) => {
        const one = written[index]!;
        if (one.ok) resolve(one.entry);
        else reject(one.refusal);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return {
    append: (waiting) =>
      new Promise((resolve, reject) => {
        callers.push({ waiting, resolve, reject });
        if (!planned) plan();
      }),
    flush: () => flush(callers.length),
  };
}
