/** What the portal must not forget when the stand is stopped or dies: one line of JSON a record, only ever added to. */
import { appendFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

export interface KeptRecords<Entry extends { kept: string }> {
  /** Those of one kind, oldest first, as the file had them when the stand started. */
  earlier<Kind extends Entry['kept']>(kind: Kind): readonly Extract<Entry, { kept: Kind }>[];
  add(entry: Entry): void;
}

/** @param file null keeps nothing: a stand without a directory begins anew each time. */
export function openKeptRecords<Entry extends { kept: string }>(file: string | null): KeptRecords<Entry> {
  const entries = file === null ? [] : readLines<Entry>(file);
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  return {
    earlier: (kind) => entries.filter((entry): entry is Extract<Entry, { kept: typeof kind }> => entry.kept === kind),
    add: (entry) => {
      if (file !== null) appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
  };
}

/** A last line without its end was being written when the stand died: it is cut off, so that the next one stands alone. */
function readLines<Entry>(file: string): Entry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}
