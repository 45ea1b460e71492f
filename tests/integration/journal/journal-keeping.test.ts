/** Retention, backup and a full disk: what goes goes only by consent and after the witness, what is copied is whole. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { ed25519Key } from '../../../electron/adapters/sealed/ed25519-key.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { cosign, noteSigner, openCheckpoint } from '../../../electron/core/journal/index.ts';
import type { Witness } from '../../../electron/ports/journal/witness.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { columnSealOf, openSession, type Session } from '../sealed-desk.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';

const SUPERVISOR = { operatorId: 'supervisor-1' };
const YEARS_AGO = '2019-03-01T05:00:00.000Z';
const YEARS_LATER_MS = 1_900 * 86_400_000;
let folder: string;

/** Signs whatever it is shown: what it must check is tested with the stand. */
const signer = noteSigner('witness.example', ed25519Key(new Uint8Array(32).fill(8)));
const willing: Witness = { key: signer, cosign: async ({ checkpoint }) => ({ ok: true, value: cosign(checkpoint, 1_700_000_000, signer) }) };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-keeping-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function grown(entries: number, witness: Witness | undefined): Promise<Session> {
  const session = await openSession(folder, 'desk-3', manualTime(YEARS_AGO), witness === undefined ? {} : { witness });
  await session.record(entries);
  session.time.advance(60_000);
  if (witness !== undefined) await expect.poll(async () => (await session.store.cosigned())?.size).toBe(entries);
  return session;
}

describe('retention', () => {
  it('lets go of whole blocks that are old and cosigned, and proves the rest as before', async () => {
    const session = await grown(600, willing);
    expect(await session.journal.forget(SUPERVISOR)).toBe(0);
    session.time.advance(YEARS_LATER_MS);
    expect(await session.journal.standing()).toMatchObject({ cosigned: 600, forgotten: 0, forgettable: 512 });
    expect(await session.journal.forget(SUPERVISOR)).toBe(512);
    expect(await session.journal.forget(SUPERVISOR)).toBe(0);
    const entries = await allEntriesFrom(session, 513);
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 89 }, (_, index) => 513 + index));
    expect(entries.at(-1)).toMatchObject({ operatorId: 'supervisor-1', event: { kind: 'journal-forgotten', through: 512, entries: 512 } });
    expect(await session.journal.verify()).toMatchObject({ state: 'intact', entries: 601 });
    expect(await session.store.inclusion(600, 601)).not.toBeNull();
    expect(await session.store.inclusion(512, 601)).toBeNull();
    await session.stop();
    expect(jsonOf(await tekserHere(['journal', 'verify', '--data', folder, '--json']))).toMatchObject({ state: 'intact', entries: 601 });
    const again = await openSession(folder, 'desk-3', session.time);
    expect(again.journal.health()).toMatchObject({ state: 'intact', entries: 601 });
    await again.record();
    await again.stop();
  });

  it('lets go of nothing without a witness, nothing young, and nothing from a mark that still waits on', async () => {
    const alone = await grown(300, undefined);
    alone.time.advance(YEARS_LATER_MS);
    expect(await alone.journal.forget(SUPERVISOR)).toBe(0);
    await alone.stop();
    const witnessed = await openSession(folder, 'desk-3', alone.time, { witness: willing });
    await witnessed.recordAs(crypto.randomUUID());
    await witnessed.record(300);
    witnessed.time.advance(60_000);
    await expect.poll(async () => (await witnessed.store.cosigned())?.size).toBe(601);
    witnessed.time.advance(YEARS_LATER_MS);
    expect(await witnessed.journal.standing()).toMatchObject({ forgettable: 256 });
    await witnessed.stop();
  });

  it.each([
    ['a beginning that was never let go', 600, 1, async () => {}],
    ['more than a supervisor let go', 1_200, 257, async (session: Session) => session.journal.record({ kind: 'journal-forgotten', through: 256, entries: 256 }, { ...SUPERVISOR, purpose: null })],
    ['a beginning nobody let go but an entry without an operator', 600, 1, async (session: Session) => session.journal.record({ kind: 'journal-forgotten', through: 512, entries: 512 }, { operatorId: null, purpose: null })],
  ])('finds %s taken out as retention would have', async (_name, size, firstBadSequence, before) => {
    const session = await grown(size, willing);
    await before(session);
    await session.stop();
    const untouched = await openSession(folder, 'desk-3', session.time);
    expect(untouched.journal.health()).toMatchObject({ state: 'intact' });
    await untouched.stop();
    takeOutBeginning(512);
    const found = await openSession(folder, 'desk-3', session.time);
    expect(found.journal.health()).toEqual({ state: 'broken', firstBadSequence, reason: 'gap' });
    await found.stop();
    expect(jsonOf(await tekserHere(['journal', 'verify', '--data', folder, '--json']))).toEqual({ state: 'broken', firstBadSequence, reason: 'gap' });
  });

  /** By one who knows how the program does it. */
  function takeOutBeginning(through: number): void {
    const database = new SqliteDatabase(dataFiles(folder).journal);
    database.exec(`
      INSERT INTO forgotten (one, through, hash, at) SELECT 1, sequence, hash, at FROM entries WHERE sequence = ${through};
      UPDATE tally SET gone = count; UPDATE monthly_tally SET gone = count;
      DELETE FROM entries WHERE sequence <= ${through}`);
    database.close();
  }

  it('removes nothing by a hand that is not the program’s, and a changed beginning is found', async () => {
    const session = await grown(600, willing);
    session.time.advance(YEARS_LATER_MS);
    await session.journal.forget(SUPERVISOR);
    await session.stop();
    const database = new SqliteDatabase(dataFiles(folder).journal);
    expect(() => database.exec('DELETE FROM entries WHERE sequence = 513')).toThrow('append-only');
    database.exec(`UPDATE forgotten SET hash = '${'0'.repeat(64)}'`);
    database.close();
    const again = await openSession(folder, 'desk-3', session.time);
    expect(again.journal.health()).toEqual({ state: 'broken', firstBadSequence: 513, reason: 'hash' });
    await again.stop();
  });

  const allEntriesFrom = (session: Session, first: number) => Array.fromAsync(session.store.records(first, 10_000), ({ entry }) => entry);
});

describe('a backup', () => {
  it('taken while entries are written is whole, and opens with the keys of the desk', async () => {
    const session = await grown(200, undefined);
    const copy = join(folder, 'copy.sqlite');
    const progress: number[] = [];
    const [, , backedUp] = await Promise.all([session.record(50), session.store.copyTo(copy, (done) => progress.push(done)), tekserHere(['journal', 'backup', join(folder, 'second.sqlite'), '--data', folder, '--json'])]);
    expect(backedUp.code).toBe(0);
    expect(progress.length).toBeGreaterThan(0);
    for (const file of [copy, join(folder, 'second.sqlite')]) {
      const store = openSqliteJournalStore({ file, clock: session.time.clock, seal: await columnSealOf(folder) });
      const health = await store.verify([]);
      expect(health).toMatchObject({ state: 'intact' });
      expect((await allEntries(store)).every(({ operatorId }) => operatorId === 'operator-1')).toBe(true);
      await store.close();
    }
    await session.stop();
    const over = await tekserHere(['journal', 'backup', copy, '--data', folder, '--json']);
    expect(jsonOf(over)).toMatchObject({ error: { code: 'file-exists' } });
  });

  it('put in the place of the journal is seen as the older copy it is', async () => {
    const session = await grown(100, undefined);
    const copy = join(folder, 'copy.sqlite');
    await session.store.copyTo(copy, () => undefined);
    await session.record(100);
    await session.stop();
    copyFileSync(copy, dataFiles(folder).journal);
    const again = await openSession(folder, 'desk-3', session.time);
    expect(again.journal.health()).toMatchObject({ state: 'broken', reason: 'rolled-back' });
    // A supervisor decides; the copy stays as evidence, and the new journal is a log of its own.
    expect(await again.journal.setAside(SUPERVISOR)).toMatchObject({ state: 'restarted' });
    await again.record();
    const [first] = await allEntries(again.store);
    expect(first!.event).toMatchObject({ kind: 'journal-restarted', previousEntries: 100 });
    await again.stop();
    const verified = await tekserHere(['journal', 'verify', '--data', folder, '--json']);
    expect(jsonOf(verified)).toMatchObject({ state: 'intact' });
  });
});

it('a checkpoint of a segment is not one of the segment before', async () => {
  const session = await grown(10, undefined);
  await session.stop();
  const database = new SqliteDatabase(dataFiles(folder).journal);
  database.exec('DROP TRIGGER entries_are_final; UPDATE entries SET rest = rest || 1 WHERE sequence = 3');
  database.close();
  const again = await openSession(folder, 'desk-3', session.time);
  const before = again.seal.signer;
  await again.journal.setAside(SUPERVISOR);
  await again.record(64);
  await again.stop();
  const [note] = await (await openSession(folder, 'desk-3', session.time)).store.checkpoints(1);
  expect(openCheckpoint(note!, before)).toEqual({ state: 'unknown-signer' });
  expect(openCheckpoint(note!, again.seal.signer).state).toBe('signed');
});

it('a disk nearly full is said before it is full, and no more when there is room again', async () => {
  const session = await openSession(folder);
  await session.record();
  const { usedBytes, freeBytes, low } = await session.journal.standing();
  expect(usedBytes).toBeGreaterThan(4_096);
  expect(freeBytes).toBeGreaterThan(1_000);
  expect(low).toBe(false);
  const space = { used: 4_096, free: 999 };
  session.store.space = async () => space;
  expect(await session.journal.room()).toEqual({ usedBytes: 4_096, freeBytes: 999, low: true });
  // It is said and nothing more: the desk works until the disk is full.
  await session.record();
  space.free = 1_000;
  expect(await session.journal.room()).toMatchObject({ low: false });
  await session.stop();
});
