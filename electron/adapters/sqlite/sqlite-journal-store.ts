/** The journal in one SQLite file of the workstation: WAL, synced at every commit, append-only; and how that file is exchanged for another. */
import { renameSync } from 'node:fs';
import type { CarriedMarks } from '../../../shared/domain/journal/journal-event.ts';
import type { ColumnSeal } from '../../ports/journal/column-seal.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import { type FileStore, type JournalFile, journalOnFile } from './journal-on-file.ts';
import { carryMarks } from './marks/carry-marks.ts';
import { type OpenedDatabase, openJournalDatabase, type OpenOptions, restartJournalDatabase, setJournalAside } from './open-journal-database.ts';
import { unavailableJournalStore } from './unavailable-journal-store.ts';

export interface SqliteJournalOptions extends JournalFile {
  /** How long a write waits for another process before it answers `locked`. */
  busyTimeoutMs?: number;
}

/** Never throws for a bad file or disk: `health()` says what was found, and every write says why it cannot be. */
export function openSqliteJournalStore(options: SqliteJournalOptions): JournalStore {
  const { file, clock, busyTimeoutMs = 2_000 } = options;
  const opening: OpenOptions = { file, now: () => clock.now(), busyTimeoutMs };
  const store: JournalStore = {
    ...storeOf(openJournalDatabase(opening), options),
    // No other program may have the file open: it is renamed.
    async setAside() {
      await store.close();
      Object.assign(store, storeOf(restartJournalDatabase(opening, 'altered'), options));
      return store.health();
    },
    async replaceWith(copy) {
      await store.close();
      // Before the exchange: a program that ends in between has lost none, and begins again.
      const carried = carryInto(copy, opening, options.seal);
      const setAsideAs = setJournalAside(opening, 'altered');
      renameSync(copy, file);
      Object.assign(store, storeOf(openJournalDatabase(opening), options));
      return { setAsideAs, carried };
    },
  };
  return store;
}

function carryInto(copy: string, opening: OpenOptions, seal: ColumnSeal | null): CarriedMarks | null {
  const opened = openJournalDatabase({ ...opening, file: copy });
  if (opened.state === 'unavailable') return null;
  const carried = opened.state === 'sound' ? carryMarks(opened.database, opening.file, seal) : null;
  opened.database.close();
  return carried;
}

const storeOf = (opened: OpenedDatabase, options: SqliteJournalOptions): FileStore =>
  opened.state === 'unavailable' ? unavailableJournalStore(opened.reason, opened.cause) : journalOnFile(opened, options);
