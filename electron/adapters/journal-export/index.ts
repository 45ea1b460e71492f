/** JournalExport into a folder: entries as JSON Lines and as a table, a page to print, and one signed statement over all of them. */
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import { shiftDay, startOfAlmatyDay } from '../../../shared/domain/almaty-day.ts';
import type { ExportedJournal } from '../../../shared/domain/journal/journal-report.ts';
import { consistencyText, exportHeader, GENESIS_HASH, type JournalSeal, signStatement } from '../../core/journal/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JournalExport } from '../../ports/journal/journal-export.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal/journal-store.ts';
import { entryLine, FILES, hashOfFile, tableHead, tableLine } from './export-files.ts';
import { beginsWithLine, keepLines, keepWholeLines } from './kept-part.ts';
import { writeSummary } from './summary.ts';

export interface JournalExportOptions {
  store: JournalStore;
  seal: Pick<JournalSeal, 'signer'>;
  /** Where exports lie, one folder each; made when first needed. */
  directory: string;
  clock: Clock;
  /** Folder of the fonts of the printed page. */
  fonts: string;
}

interface Range {
  first: number;
  last: number;
}

/** Entries between two words of progress. */
const PROGRESS_EVERY = 500;
const FLUSH_BYTES = 256 * 1024;

export function createJournalExport({ store, seal, directory, clock, fonts }: JournalExportOptions): JournalExport {
  async function rangeOf(days: { from: string; to: string }): Promise<Range> {
    const first = await store.sequenceAt(startOfAlmatyDay(days.from));
    const last = (await store.sequenceAt(startOfAlmatyDay(shiftDay(days.to, 1)))) - 1;
    return { first, last };
  }

  /** Goes on behind what an earlier attempt has written of the same entries. */
  async function writeEntries(folder: string, { first, last }: Range, onProgress: (done: number, of: number) => void): Promise<void> {
    const entriesFile = join(folder, FILES.entries);
    const tableFile = join(folder, FILES.table);
    const header = JSON.stringify(await headerOf({ first, last }));
    // What a journal before this one left under the same name is not gone on from.
    const isOurs = await beginsWithLine(entriesFile, header);
    const lines = isOurs ? Math.min(await keepWholeLines(entriesFile), await keepWholeLines(tableFile)) : 0;
    await keepLines(entriesFile, lines);
    await keepLines(tableFile, lines);
    const [entries, table] = [await open(entriesFile, 'a'), await open(tableFile, 'a')];
    try {
      if (lines === 0) {
        await entries.write(`${header}\n`);
        await table.write(tableHead);
      }
      let done = Math.max(0, lines - 1);
      let [waitingEntries, waitingTable] = ['', ''];
      for await (const recorded of store.records(first + done, last)) {
        waitingEntries += entryLine(recorded);
        waitingTable += tableLine(recorded);
        done += 1;
        if (done % PROGRESS_EVERY === 0) onProgress(done, last - first + 1);
        if (waitingEntries.length < FLUSH_BYTES) continue;
        await entries.write(waitingEntries);
        await table.write(waitingTable);
        [waitingEntries, waitingTable] = ['', ''];
      }
      await entries.write(waitingEntries);
      await table.write(waitingTable);
      await entries.sync();
      await table.sync();
      onProgress(done, last - first + 1);
    } finally {
      await entries.close();
      await table.close();
    }
  }

  async function headerOf({ first, last }: Range) {
    const before = first === 1 ? GENESIS_HASH : await hashBefore(first);
    return exportHeader(seal.signer.name, first, last, before, await store.peaks(first - 1));
  }

  async function hashBefore(first: number): Promise<string> {
    for await (const { entry } of store.records(first, first)) return entry.previousHash;
    throw new JournalUnwritable('altered');
  }

  async function writeStatement(folder: string, days: { from: string; to: string }, { first, last }: Range): Promise<string> {
    const root = await store.treeRoot(last);
    if (root === null) throw new JournalUnwritable('altered');
    const report = await store.report({ ...days, by: 'day' });
    await writeSummary(join(folder, FILES.summary), fonts, { report, origin: seal.signer.name, first, last, root, at: clock.now() });
    const names = [FILES.entries, FILES.table, FILES.summary];
    const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hashOfFile(join(folder, name))] as const)));
    const statement = signStatement({ origin: seal.signer.name, first, last, root, files }, seal.signer);
    await writeFile(join(folder, FILES.statement), statement, { flush: true });
    const cosigned = await store.cosigned();
    const proof = cosigned !== null && cosigned.size >= last ? await store.consistency(last, cosigned.size) : null;
    if (proof !== null) await writeFile(join(folder, FILES.witness), consistencyText(last, proof, cosigned!.note), { flush: true });
    return createHash('sha256').update(statement).digest('hex');
  }

  return {
    async exportDays(days, onProgress, onWritten): Promise<ExportedJournal> {
      const range = await rangeOf(days);
      if (range.last < range.first) return { state: 'empty' };
      const name = `journal-${days.from}-${days.to}-${range.first}-${range.last}`;
      const part = join(directory, `${name}.part`);
      try {
        await mkdir(part, { recursive: true, mode: 0o700 });
        await writeEntries(part, range, onProgress);
        const fileHash = await writeStatement(part, days, range);
        const folder = freeName(directory, name);
        const entries = range.last - range.first + 1;
        await onWritten({ folder: basename(folder), entries, fileHash });
        await rename(part, folder);
        return { state: 'exported', folder, entries };
      } catch (error) {
        const failed = failureOf(error);
        if (failed === null) throw error;
        if (failed === 'journal-altered') await rm(part, { recursive: true, force: true });
        return { state: 'failed', code: failed };
      }
    },
  };
}

/** The same days may be exported again. */
function freeName(directory: string, name: string): string {
  let folder = join(directory, name);
  for (let copy = 2; existsSync(folder); copy += 1) folder = join(directory, `${name}-${copy}`);
  return folder;
}

function failureOf(error: unknown): Extract<ExportedJournal, { state: 'failed' }>['code'] | null {
  if (error instanceof JournalUnwritable) return error.reason === 'altered' ? 'journal-altered' : null;
  if (error instanceof Error && /^journal entry \d+ is unreadable$/.test(error.message)) return 'journal-altered';
  const code = error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === undefined) return null;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder-unwritable';
}
