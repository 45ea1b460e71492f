/** Marks that wait in a file that is exchanged: whatever became of the file, each is delivered, with the key it always had. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFiles } from '../../electron/adapters/data-directory.ts';
import { oneByOneCabinets } from '../fakes/one-by-one-cabinets.ts';
import { manualTime } from '../fakes/manual-time.ts';
import { edit, openSession, type Session } from './sealed-desk.ts';

const SUPERVISOR = { operatorId: 'supervisor-1' };
const IDS = Array.from({ length: 5 }, () => crypto.randomUUID());
let folder: string;
const journal = () => dataFiles(folder).journal;
const PAGE_BYTES = 4_096;

function rootOf(table: string): number {
  const database = new SqliteDatabase(journal(), { readonly: true });
  const page = database.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)!;
  database.close();
  return page;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-carried-'));
  // The cabinets are away all day.
  const session = await openSession(folder);
  for (const id of IDS) await session.recordAs(id);
  await session.stop();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A day on which the cabinets answer. @returns the keys of the marks they were left, in their order */
async function deliveredOn(day: (session: Session) => Promise<unknown>): Promise<string[]> {
  const left: string[] = [];
  const cabinets = oneByOneCabinets(async ({ idempotencyKey, viewedAt }) => {
    left.push(idempotencyKey);
    return { ok: true, value: { receiptId: `receipt-${left.length}`, at: viewedAt } };
  });
  const session = await openSession(folder, 'desk-3', manualTime(), { cabinets });
  await day(session);
  expect(await session.journal.deliverNow()).toMatchObject({ waiting: 0, refused: 0 });
  await session.stop();
  return left;
}

const expectRestarted = async ({ store }: Session): Promise<void> => expect(store.health()).toMatchObject({ state: 'restarted' });

it('are delivered from the new journal after a supervisor set an altered one aside', async () => {
  edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence = 2'));
  const left = await deliveredOn(async ({ journal: found }) => {
    expect(found.health()).toMatchObject({ state: 'broken' });
    await found.setAside(SUPERVISOR);
  });
  expect(left).toEqual(IDS);
  // Once: the next day has nothing to deliver.
  expect(await deliveredOn(async () => {})).toEqual([]);
});

it('are delivered after a start that found another part of the file damaged', async () => {
  const page = rootOf('tally');
  const bytes = readFileSync(journal());
  writeFileSync(journal(), bytes.fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES));
  expect(await deliveredOn(expectRestarted)).toEqual(IDS);
});

/** Nothing of the file can be opened: not its schema, not one table. */
const destroyHeader = (): void => writeFileSync(journal(), readFileSync(journal()).fill(0, 0, 100));

it('are found in a file nothing can be read of any more', async () => {
  destroyHeader();
  expect(await deliveredOn(expectRestarted)).toEqual(IDS);
});

it('are not left again from such a file where they were delivered or refused before', async () => {
  const [first, second] = IDS;
  const cabinets = oneByOneCabinets(async ({ idempotencyKey, viewedAt }) => {
    if (idempotencyKey === first) return { ok: true, value: { receiptId: 'receipt', at: viewedAt } };
    return { ok: false, failure: { code: idempotencyKey === second ? 'mark-refused' : 'service-error', detail: null } };
  });
  const session = await openSession(folder, 'desk-3', manualTime(), { cabinets });
  await session.journal.deliverNow();
  expect(await session.store.counts()).toMatchObject({ waiting: 3, refused: 1 });
  await session.stop();
  destroyHeader();
  expect(await deliveredOn(expectRestarted)).toEqual(IDS.slice(2));
});

it('are not taken from bytes that only look like marks', async () => {
  const database = new SqliteDatabase(journal());
  const { mark, since } = database.prepare<[], { mark: string; since: string }>('SELECT mark, since FROM marks LIMIT 1').get()!;
  database.prepare('INSERT INTO marks (sequence, mark, since) VALUES (-1, ?, ?)').run(`${mark.slice(0, -8)}AAAAAAA=`, since);
  database.close();
  destroyHeader();
  expect(await deliveredOn(expectRestarted)).toEqual(IDS);
});

it('are lost only with the very bytes they stand in, and the file is kept', async () => {
  const page = rootOf('marks');
  writeFileSync(journal(), readFileSync(journal()).fill(0, 0, 100).fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES));
  expect(await deliveredOn(expectRestarted)).toEqual([]);
  expect(readdirSync(folder).some((name) => /^journal-damaged-\w+\.sqlite$/.test(name))).toBe(true);
});

it('are delivered after the power ended between setting aside and the first entry of the new journal', async () => {
  renameSync(journal(), join(folder, 'journal-altered-20261122T050000Z.sqlite'));
  rmSync(dataFiles(folder).journalHead);
  expect(await deliveredOn(expectRestarted)).toEqual(IDS);
});

it('that were written after a backup are delivered when the desk goes on from it, those in both once', async () => {
  const copy = join(folder, 'backup.sqlite');
  const late = crypto.randomUUID();
  const left = await deliveredOn(async ({ journal: current, store, recordAs }) => {
    await current.stop();
    await store.copyTo(copy, () => undefined);
    await recordAs(late);
    await current.restore(copy, SUPERVISOR);
  });
  expect(left.toSorted()).toEqual([...IDS, late].toSorted());
});
