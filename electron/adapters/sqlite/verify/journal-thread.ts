/** Starts a thread beside the desk for one long look at the journal's file (node:worker_threads). */
import type { ChainFault } from '../../../core/journal/index.ts';
import { startThread } from '../../call-thread/start-thread.ts';
import type { Stretch, WalkedStretch } from './walk-entries.ts';

export type ThreadTask = { look: 'walk'; stretch: Stretch } | { look: 'integrity' } | { look: 'questions' };

/** Entries below which a thread takes longer to start than the desk is held up. */
export const WORTH_A_THREAD = 50_000;

/** Beside this module in the sources, beside the bundle where the program is packed. */
export const JOURNAL_THREAD = new URL(import.meta.url.endsWith('.ts') ? './journal.worker.ts' : './journal-worker.js', import.meta.url);

/** @throws what the thread throws, as the database driver does */
export function walkBeside(file: string, stretch: Stretch): Promise<WalkedStretch> {
  return lookBeside(file, { look: 'walk', stretch }) as Promise<WalkedStretch>;
}

/** SQLite's own finding about the whole file, whether what finds and counts entries says what they say, and whether their marks are there. */
export function integrityBeside(file: string): Promise<ChainFault | null> {
  return lookBeside(file, { look: 'integrity' }) as Promise<ChainFault | null>;
}

function lookBeside(file: string, task: ThreadTask): Promise<unknown> {
  const thread = startThread(JOURNAL_THREAD, { workerData: { file, task }, env: {}, name: 'journal' });
  // A program that ends does not wait for a look that can be taken again.
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread beside the journal ended without an answer')));
  });
}
