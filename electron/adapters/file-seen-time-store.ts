/**
 * The latest time seen, as one line in the data directory, shared by the window and the commands of this workstation.
 * Not sealed: who may write here could as well delete it, and a date gives nothing away.
 */
import { readFile } from 'node:fs/promises';
import type { SeenTimeStore } from '../ports/trust/seen-time-store.ts';
import { replaceFile } from './files/atomic-file.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function createFileSeenTimeStore(file: string): SeenTimeStore {
  /** Writes of one process come one after the other. */
  let last: Promise<void> = Promise.resolve();
  const read = (): Promise<Date | null> => readInstant(file);
  return {
    read,
    keep(seen) {
      const write = last.then(async () => {
        const known = await read();
        if (known === null || known < seen) await replaceFile(file, `${seen.toISOString()}\n`);
      });
      last = write.catch(() => undefined);
      return write;
    },
  };
}

async function readInstant(file: string): Promise<Date | null> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : null;
}
