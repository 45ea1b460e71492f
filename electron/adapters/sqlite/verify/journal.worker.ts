/** A thread beside the desk on the journal's file, which it only reads: for one long look, or for questions as they come. */
import { parentPort, workerData } from 'node:worker_threads';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { serveCalls } from '../../call-thread/serve-calls.ts';
import type { ChainFault } from '../../../core/journal/index.ts';
import { brokenSayings } from '../marks/carried-marks.ts';
import { firstWithoutMark } from '../marks/missing-marks.ts';
import { longQuestions } from '../query/long-questions.ts';
import { countsFit } from '../write/entry-counts.ts';
import { indexFits } from '../write/entry-index.ts';
import type { ThreadTask } from './journal-thread.ts';
import { walkEntries } from './walk-entries.ts';

const { file, task } = workerData as { file: string; task: ThreadTask };
const database = new SqliteDatabase(file, { readonly: true });
// A page cache as large as it is by default would be read past in a moment; mapped pages are copied once.
database.pragma('mmap_size = 1073741824');
if (task.look === 'questions') serveCalls(longQuestions(database));
else look(database, task);

/** Ends with its answer. */
function look(opened: Database, asked: Exclude<ThreadTask, { look: 'questions' }>): void {
  try {
    parentPort?.postMessage(asked.look === 'walk' ? walkEntries(opened, asked.stretch) : opened.transaction(faultBesideChain)(opened));
  } finally {
    opened.close();
  }
}

/** Of one moment: the desk goes on writing. */
function faultBesideChain(opened: Database): ChainFault | null {
  const fits = opened.pragma('integrity_check(1)', { simple: true }) === 'ok' && indexFits(opened) && countsFit(opened);
  if (!fits) return { firstBadSequence: 1, reason: 'unreadable' };
  const unmarked = firstWithoutMark(opened, 0) ?? brokenSayings(opened)[0]?.sequence ?? null;
  return unmarked === null ? null : { firstBadSequence: unmarked, reason: 'mark-missing' };
}
