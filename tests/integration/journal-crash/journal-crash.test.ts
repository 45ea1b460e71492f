/** A desk killed at random moments, and files cut where a power cut may cut them: what was acknowledged is there once, and the chain holds. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { sampleEntry, sampleMark } from '../../bench/journal/sample-entries.ts';
import { crashMigrations, crashRepeatedly } from './crash-harness.ts';

/** The long campaign is `npm run bench:crash`. */
const KILLS = 6;
const LONGEST_MS = 300;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a desk that is killed', () => {
  it('keeps every acknowledged entry once, through rotations, and each mark and copy arrives once', { timeout: 180_000 }, async () => {
    const campaign = await crashRepeatedly(folder, KILLS, LONGEST_MS);
    expect(campaign.faults).toEqual([]);
    // Of three two are ended at work, after they had said so of an entry at least.
    expect(campaign.acknowledged).toBeGreaterThanOrEqual((KILLS * 2) / 3);
  });

  it('while its journal comes from an earlier schema keeps what was in it', { timeout: 180_000 }, async () => {
    expect((await crashMigrations(6, 100, 60)).faults).toEqual([]);
  });
});

describe('a power cut', () => {
  const seal = aesColumnSeal(new Uint8Array(32).fill(3));

  /** Nothing is moved into the file while it is open: what the last transactions wrote stands in the log alone. */
  async function writtenBy(transactions: number): Promise<{ acknowledged: number[]; file: string }> {
    const file = join(folder, 'journal.sqlite');
    const store = openSqliteJournalStore({ file, clock: systemClock, seal });
    const acknowledged: number[] = [];
    for (let done = 0; done < transactions; done += 1) {
      const entry = { ...sampleEntry(done), at: new Date().toISOString() };
      await store.append(entry, sampleMark(entry));
      acknowledged.push(readFileSync(`${file}-wal`).length);
    }
    mkdirSync(join(folder, 'found'));
    copyFileSync(file, join(folder, 'found/journal.sqlite'));
    copyFileSync(`${file}-wal`, join(folder, 'found/whole-wal'));
    await store.close();
    return { acknowledged, file: join(folder, 'found/journal.sqlite') };
  }

  it('at every page boundary of the log leaves exactly what was synced before it', async () => {
    const { acknowledged, file } = await writtenBy(12);
    const log = readFileSync(join(folder, 'found/whole-wal'));
    const [header, frame] = [32, 24 + 4_096];
    const found = new Set<number>();
    for (let length = header; length <= log.length; length += frame) {
      // And in the middle of the next page, where a drive was still writing.
      for (const end of [length, Math.min(log.length, length + 1_000)]) {
        const copy = join(folder, 'cut.sqlite');
        copyFileSync(file, copy);
        writeFileSync(`${copy}-wal`, log.subarray(0, end));
        const store = openSqliteJournalStore({ file: copy, clock: systemClock, seal });
        const whole = acknowledged.filter((size) => size <= end).length;
        expect(await store.verify([])).toMatchObject({ state: 'intact', entries: whole });
        await store.close();
        found.add(whole);
        for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
      }
    }
    expect(found.size).toBe(13);
  });

  it('that cuts the file itself is no silent loss', async () => {
    const { file } = await writtenBy(12);
    copyFileSync(join(folder, 'found/whole-wal'), `${file}-wal`);
    const store = openSqliteJournalStore({ file, clock: systemClock, seal });
    await store.close();
    const size = readFileSync(file).length;
    for (let end = 4_096; end < size; end += 4_096) {
      const copy = join(folder, `cut-${end}`, 'journal.sqlite');
      mkdirSync(join(folder, `cut-${end}`));
      copyFileSync(file, copy);
      truncateSync(copy, end);
      const cut = openSqliteJournalStore({ file: copy, clock: systemClock, seal });
      expect(cut.health()).toMatchObject({ state: 'restarted' });
      await cut.close();
    }
  });
});
