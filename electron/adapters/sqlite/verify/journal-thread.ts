/** Starts a thread beside the desk for one long look at the journal's file (node:worker_threads). */
import { Worker } from 'node:worker_threads';
import type { Stretch, WalkedStretch } from './walk-entries.ts';

export type ThreadTask = { look: 'walk'; stretch: Stretch } | { look: 'integrity' };

/** Beside this module in the sources, beside the bundle where the program is packed. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './journal.worker.ts' : './journal-worker.js', import.meta.url);

/** @throws what the thread throws, as the database driver does */
export function walkBeside(file: string, stretch: Stretch): Promise<WalkedStretch> {
  return lookBeside(file, { look: 'walk', stretch }) as Promise<WalkedStretch>;
}

/** SQLite's own finding about the whole file, and whether what finds and counts entries says what they say. */
export async function integrityBeside(file: string): Promise<'sound' | 'damaged'> {
  return (await lookBeside(file, { look: 'integrity' })) === true ? 'sound' : 'damaged';
}

function lookBeside(file: string, task: ThreadTask): Promise<unknown> {
  const thread = new Worker(ENTRY, { workerData: { file, task }, env: {}, name: 'journal' });
  // A program that ends does not wait for a look that can be taken again.
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread beside the journal ended without an answer')));
  });
}
