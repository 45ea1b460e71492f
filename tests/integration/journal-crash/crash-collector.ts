/** A collector of a desk that is killed: it keeps copies on its own disk, each in its place and once, and now and then has lost the last of them. */
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryCollector, EntryCopy } from '../../../electron/ports/journal/entry-collector.ts';

/** What the desk must never make it see. */
const CONTRADICTED = 'contradicted';
const LOSES_EVERY = 20;
const LOSES_MOST = 30;

const fileOf = (folder: string, log: string): string => join(folder, `collected-${encodeURIComponent(log)}.log`);

/** Hashes in their order, by log. */
export function collectedIn(folder: string): Map<string, string[]> {
  const files = readdirSync(folder).filter((name) => /^collected-.*\.log$/.test(name));
  return new Map(files.map((name) => [decodeURIComponent(name.slice('collected-'.length, -'.log'.length)), linesOf(join(folder, name))]));
}

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);

/** What came that does not fit what was there; empty after a good campaign. */
export function contradictionsIn(folder: string): string[] {
  return linesOf(join(folder, CONTRADICTED));
}

export function crashCollector(folder: string): EntryCollector {
  return {
    onWanted: () => {},
    async wanted(log) {
      const kept = linesOf(fileOf(folder, log));
      if (kept.length === 0 || Math.random() * LOSES_EVERY >= 1) return null;
      const left = Math.max(0, kept.length - 1 - Math.floor(Math.random() * LOSES_MOST));
      keep(fileOf(folder, log), kept.slice(0, left));
      return left + 1;
    },
    async copy({ name, start }, entries) {
      const file = fileOf(folder, name);
      const kept = linesOf(file);
      for (const fault of faultsOf(entries, kept, start.size)) appendFileSync(join(folder, CONTRADICTED), `${name}: ${fault}\n`);
      // A desk killed before it wrote down what was lost here goes on behind it: it is told from where it is wanted.
      const follows = entries[0]!.sequence <= kept.length + 1;
      const all = follows ? [...kept, ...entries.filter(({ sequence }) => sequence > kept.length).map(({ hash }) => hash)] : kept;
      keep(file, all);
      return { ok: true, value: { through: all.length, id: `receipt-${all.length}` } };
    },
  };
}

/** Whole or not at all, whenever the process ends. */
function keep(file: string, hashes: readonly string[]): void {
  writeFileSync(`${file}.new`, hashes.map((hash) => `${hash}\n`).join(''));
  renameSync(`${file}.new`, file);
}

function faultsOf(entries: readonly EntryCopy[], kept: readonly string[], start: number): string[] {
  const faults: string[] = start === 0 ? [] : [`begins behind ${start} entries nobody let go`];
  for (const [index, { sequence, hash }] of entries.entries()) {
    if (sequence !== entries[0]!.sequence + index) faults.push(`entry ${sequence} is out of order`);
    if (sequence <= kept.length && kept[sequence - 1] !== hash) faults.push(`entry ${sequence} is another one than before`);
  }
  return faults;
}
