/** A thread for one long look at the journal's file; it only reads, and ends with its answer. */
import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import { countsFit } from '../entry-counts.ts';
import { indexFits } from '../entry-index.ts';
import type { ThreadTask } from './journal-thread.ts';
import { walkEntries } from './walk-entries.ts';

const { file, task } = workerData as { file: string; task: ThreadTask };
const database = new SqliteDatabase(file, { readonly: true });
try {
  // A page cache as large as it is by default would be read past in a moment; mapped pages are copied once.
  database.pragma('mmap_size = 1073741824');
  parentPort?.postMessage(
    task.look === 'walk' ? walkEntries(database, task.stretch) : database.pragma('integrity_check(1)', { simple: true }) === 'ok' && indexFits(database) && countsFit(database),
  );
} finally {
  database.close();
}
