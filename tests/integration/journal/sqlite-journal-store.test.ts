/** The journal's file against what happens to files: killed writers, full and read-only disks, damage, edits, a second process. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openJournalDatabase } from '../../../electron/adapters/sqlite/open-journal-database.ts';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import { allEntries } from '../../fakes/all-entries.ts';

const WRITER = join(import.meta.dirname, 'journal-writer.ts');
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let folder: string;
let file: string;
const opened: JournalStore[] = [];
const mounted: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-journal-'));
  file = join(folder, 'journal.sqlite');
});

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const place of mounted.splice(0)) spawnSync('umount', [place]);
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

function openStore(at = file): JournalStore {
  const store = openSqliteJournalStore({ file: at, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(2)), busyTimeoutMs: 50 });
  opened.push(store);
  return store;
}

async function reopen(): Promise<JournalStore> {
  for (const store of opened.splice(0)) await store.close();
  return openStore();
}

const append = (store: JournalStore) =>
  store.append(
    { id: crypto.randomUUID(), at: new Date().toISOString(), operatorId: 'operator-1', workstation: 'w', purpose: null, event: { kind: 'unlocked' } },
    null,
  );

async function filled(count: number): Promise<JournalStore> {
  const store = openStore();
  for (let i = 0; i < count; i += 1) await append(store);
  return store;
}

/** As a person with the file and a database tool, for whom triggers are no obstacle. */
function edit(sql: string): void {
  const database = new SqliteDatabase(file);
  database.exec('DROP TRIGGER entries_are_final; DROP TRIGGER entries_stay; PRAGMA foreign_keys = OFF;');
  database.exec(sql);
  database.close();
}

describe('durability', () => {
  it('keeps every acknowledged entry when the writer is killed', async () => {
    let acknowledged = 0;
    for (let round = 1; round <= 3; round += 1) {
      const writer = spawn(process.execPath, [WRITER, file], { stdio: ['ignore', 'pipe', 'inherit'] });
      for await (const line of createInterface({ input: writer.stdout })) {
        acknowledged = Number(line);
        if (acknowledged >= round * 40) writer.kill('SIGKILL');
      }
      expect(acknowledged).toBeGreaterThanOrEqual(round * 40);
    }
    const store = openStore();
    expect(await store.verify([])).toMatchObject({ state: 'intact' });
    const kept = await allEntries(store);
    expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
    expect((await store.counts()).waiting).toBe(kept.length);
  });

  it('syncs at every commit', () => {
    const sound = openJournalDatabase({ file, now: () => new Date(), busyTimeoutMs: 50 });
    if (sound.state !== 'sound') throw new Error(sound.state);
    expect(sound.database.pragma('journal_mode', { simple: true })).toBe('wal');
    const FULL = 2;
    expect(sound.database.pragma('synchronous', { simple: true })).toBe(FULL);
    sound.database.close();
  });

  it('continues one chain when two processes write at once', async () => {
    const writers = [1, 2].map(() => spawn(process.execPath, [WRITER, file, '30'], { stdio: ['ignore', 'ignore', 'inherit'] }));
    const codes = await Promise.all(writers.map((writer) => once(writer, 'exit').then(([code]) => code as number)));
    expect(codes).toEqual([0, 0]);
    expect(await openStore().verify([])).toMatchObject({ state: 'intact', entries: 60 });
  });
});

describe('a disk that takes no more', () => {
  it.skipIf(!isRoot || process.platform !== 'linux')('says disk-full, keeps what it has and goes on when there is room (needs root to mount a small disk)', async (context) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
    if (mount.status !== 0) return context.skip('mounting is not allowed here');
    mounted.push(disk);
    const store = openStore(join(disk, 'journal.sqlite'));
    await append(store);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, '');
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'], { stdio: 'ignore' });
    // The WAL may still have room inside its last page, so a few entries can fit.
    let acknowledged = 1;
    const failure = await (async () => {
      for (;;) {
        await append(store);
        acknowledged += 1;
      }
    })().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'JournalUnwritable', reason: 'disk-full' });
    expect(await store.verify([])).toMatchObject({ state: 'intact', entries: acknowledged });
    rmSync(ballast);
    expect(await append(store)).toMatchObject({ sequence: acknowledged + 1 });
    expect(await store.verify([])).toMatchObject({ state: 'intact', entries: acknowledged + 1 });
  });

  it.skipIf(process.platform === 'win32')('says read-only, still reads, and works when the folder may be written again', async () => {
    await filled(2);
    for (const store of opened.splice(0)) await store.close();
    const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    chmodSync(folder, 0o555);
    chmodSync(file, 0o444);
    const refused = spawnSync(process.execPath, [WRITER, file, '1'], { encoding: 'utf8', ...asNobody });
    expect(refused.stderr).toContain('JournalUnwritable read-only');
    expect(refused.status).toBe(1);
    chmodSync(folder, 0o700);
    chmodSync(file, 0o600);
    expect(await append(openStore())).toMatchObject({ sequence: 3 });
  });

  it.skipIf(process.platform === 'win32')('says read-only where no file can be made', () => {
    chmodSync(folder, 0o555);
    const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    const refused = spawnSync(process.execPath, [WRITER, file, '1'], { encoding: 'utf8', ...asNobody });
    expect(refused.stderr).toContain('JournalUnwritable read-only');
    expect(refused.status).toBe(1);
  });

  it('says locked while another process holds the file, and writes when it lets go', async () => {
    const store = await filled(1);
    const other = new SqliteDatabase(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(append(store)).rejects.toMatchObject({ name: 'JournalUnwritable', reason: 'locked' });
    other.exec('ROLLBACK');
    other.close();
    expect(await append(store)).toMatchObject({ sequence: 2 });
  });
});

describe('a damaged file', () => {
  it.each([
    ['no database at all', (bytes: Buffer) => Buffer.from('x'.repeat(bytes.length))],
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2) + 100)],
    ['a page of noise', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4_096), Buffer.alloc(8_192, 0xa5), bytes.subarray(12_288)])],
  ])('with %s is set aside untouched and a new journal begins', async (_name, damage) => {
    await filled(60);
    for (const store of opened.splice(0)) await store.close();
    const damaged = damage(readFileSync(file));
    writeFileSync(file, damaged);
    const store = openStore();
    const health = store.health();
    expect(health).toMatchObject({ state: 'restarted', entries: 1 });
    const aside = (health as { quarantinedAs: string }).quarantinedAs;
    expect(aside).toMatch(/^journal-damaged-\d{8}T\d{6}Z\.sqlite$/);
    expect(readFileSync(join(folder, aside)).equals(damaged)).toBe(true);
    expect(await append(store)).toMatchObject({ sequence: 2 });
    expect((await allEntries(store))[0]!.event).toMatchObject({ kind: 'journal-restarted', quarantinedAs: aside });
    expect((await reopen()).health()).toMatchObject({ state: 'intact', entries: 2 });
  });

  it('is named with its last entry where that can still be read', async () => {
    const [, , last] = await allEntries(await filled(3));
    for (const store of opened.splice(0)) await store.close();
    const database = new SqliteDatabase(file);
    const { page } = database.prepare<[], { page: number }>(`SELECT rootpage AS page FROM sqlite_schema WHERE name = 'entries_by_kind'`).get()!;
    const pageSize = Number(database.pragma('page_size', { simple: true }));
    database.close();
    // Only an index is hit; the entries themselves are whole.
    writeFileSync(file, readFileSync(file).fill(0xa5, (page - 1) * pageSize, page * pageSize));
    const store = openStore();
    expect(store.health()).toMatchObject({ state: 'restarted' });
    const [first] = await allEntries(store);
    expect(first!.event).toMatchObject({ kind: 'journal-restarted', previousEntries: 3, previousHead: last!.hash });
  });

  it('an empty file is a new journal, not a damaged one', () => {
    writeFileSync(file, '');
    expect(openStore().health()).toMatchObject({ state: 'intact', entries: 0 });
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});

describe('a file somebody edited', () => {
  it.each([
    ['an edited entry', `UPDATE entries SET who = 'x' WHERE sequence = 5`, { firstBadSequence: 5, reason: 'hash' }],
    ['an edited kind', `UPDATE entries SET kind = 'signed-out' WHERE sequence = 5`, { firstBadSequence: 5, reason: 'hash' }],
    ['an edited rest', `UPDATE entries SET rest = '{}' WHERE sequence = 5`, { firstBadSequence: 5, reason: 'hash' }],
    ['an entry passed off as one of the form before', `UPDATE entries SET form = 1 WHERE sequence = 5`, { firstBadSequence: 5, reason: 'hash' }],
    ['a removed entry', 'DELETE FROM entries WHERE sequence = 5', { firstBadSequence: 5, reason: 'gap' }],
    ['a removed beginning', 'DELETE FROM entries WHERE sequence < 5', { firstBadSequence: 1, reason: 'gap' }],
    [
      'two exchanged entries',
      'UPDATE entries SET sequence = 100 WHERE sequence = 5; UPDATE entries SET sequence = 5 WHERE sequence = 6; UPDATE entries SET sequence = 6 WHERE sequence = 100',
      { firstBadSequence: 5, reason: 'hash' },
    ],
  ])('with %s is found when walked and when opened', async (_name, sql, fault) => {
    const store = await filled(9);
    expect(await store.verify([])).toMatchObject({ state: 'intact', entries: 9 });
    edit(sql);
    expect(await store.verify([])).toEqual({ state: 'broken', ...fault });
    const again = await reopen();
    expect(again.health()).toEqual({ state: 'broken', ...fault });
    expect(await again.verify([])).toEqual({ state: 'broken', ...fault });
  });

  it('far from the end is found by the walk', async () => {
    await filled(700);
    edit(`UPDATE entries SET verdict = 'valid' WHERE sequence = 3`);
    expect((await reopen()).health()).toMatchObject({ state: 'intact' });
    expect(await opened[0]!.verify([])).toEqual({ state: 'broken', firstBadSequence: 3, reason: 'hash' });
  });
});
