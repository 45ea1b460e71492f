/** Lets entries that arrive together share one synced transaction: under load the disk is asked once for many. What follows them is done between two groups. */
import type { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import type { EntryWriter, WaitingEntry } from './entry-writer.ts';

/** A transaction of this many keeps the event loop for a few milliseconds. */
const MOST_AT_ONCE = 256;
/** Groups after which upkeep goes before those who wait: as many entries as one step of it takes up. */
const GROUPS_BEFORE_UPKEEP = 64;

interface Caller {
  waiting: WaitingEntry;
  resolve(entry: JournalEntry): void;
  reject(error: unknown): void;
}

export interface GroupCommit {
  /** Durable when it resolves; in the order of the calls. */
  append(waiting: WaitingEntry): Promise<JournalEntry>;
  /** Writes what still waits, and is done with what follows it. */
  end(): void;
}

/**
 * @param write the writer's append, with the failures of the disk already named
 * @param keepUp a step of what follows the entries; says whether there is another, and never throws for the disk
 */
export function groupCommit(write: EntryWriter['append'], keepUp: () => boolean): GroupCommit {
  let callers: Caller[] = [];
  let groupsSince = 0;
  let upkeepDue = false;
  let planned: NodeJS.Immediate | null = null;

  /** At the end of this turn: everything that was ready to be written by then goes together. */
  function plan(): void {
    planned ??= setImmediate(() => {
      planned = null;
      takeTurn();
      if (callers.length > 0 || upkeepDue) plan();
    });
  }

  function takeTurn(): void {
    if (callers.length > 0 && groupsSince < GROUPS_BEFORE_UPKEEP) writeGroup(MOST_AT_ONCE);
    else {
      groupsSince = 0;
      upkeepDue = keepUp();
    }
  }

  function writeGroup(most: number): void {
    const group = callers.slice(0, most);
    callers = callers.slice(most);
    groupsSince += 1;
    settle(group);
  }

  function settle(group: readonly Caller[]): void {
    try {
      const written = write(group.map(({ waiting }) => waiting));
      upkeepDue = true;
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
        plan();
      }),
    end() {
      if (callers.length > 0) writeGroup(callers.length);
      if (upkeepDue) upkeepDue = keepUp();
      if (planned !== null) clearImmediate(planned);
    },
  };
}
