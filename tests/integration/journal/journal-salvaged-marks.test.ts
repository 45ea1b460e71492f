/** Marks that wait in a damaged file: as long as anything says them, each is found or made again, and delivered. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { manualTime } from '../../fakes/manual-time.ts';
import { oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';
import { openSession, type Session } from '../sealed-desk.ts';
import { deskWithWaitingMarks, expectRestarted, IDS } from './waiting-marks.ts';

const desk = deskWithWaitingMarks();
const PAGE_BYTES = 4_096;

function rootOf(table: string): number {
  const database = new SqliteDatabase(desk.journal, { readonly: true });
  const page = database.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)!;
  database.close();
  return page;
}

it('are delivered after a start that found another part of the file damaged', async () => {
  const page = rootOf('tally');
  const bytes = readFileSync(desk.journal);
  writeFileSync(desk.journal, bytes.fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES));
  expect(await desk.deliveredOn(expectRestarted)).toEqual(IDS);
});

/** Nothing of the file can be opened: not its schema, not one table. */
const destroyHeader = (): void => writeFileSync(desk.journal, readFileSync(desk.journal).fill(0, 0, 100));

it('are found in a file nothing can be read of any more', async () => {
  destroyHeader();
  expect(await desk.deliveredOn(expectRestarted)).toEqual(IDS);
});

it('are not left again from such a file where they were delivered or refused before', async () => {
  const [first, second] = IDS;
  const cabinets = oneByOneCabinets(async ({ idempotencyKey, viewedAt }) => {
    if (idempotencyKey === first) return { ok: true, value: { receiptId: 'receipt', at: viewedAt } };
    return { ok: false, failure: { code: idempotencyKey === second ? 'mark-refused' : 'service-error', detail: null } };
  });
  const session = await openSession(desk.folder, 'desk-3', manualTime(), { cabinets });
  await session.journal.deliverNow();
  expect(await session.store.counts()).toMatchObject({ waiting: 3, refused: 1 });
  await session.stop();
  destroyHeader();
  expect(await desk.deliveredOn(expectRestarted)).toEqual(IDS.slice(2));
});

it('are not taken from bytes that only look like marks', async () => {
  const database = new SqliteDatabase(desk.journal);
  const { mark, since } = database.prepare<[], { mark: string; since: string }>('SELECT mark, since FROM marks LIMIT 1').get()!;
  database.prepare('INSERT INTO marks (sequence, mark, since) VALUES (-1, ?, ?)').run(`${mark.slice(0, -8)}AAAAAAA=`, since);
  database.close();
  destroyHeader();
  expect(await desk.deliveredOn(expectRestarted)).toEqual(IDS);
});

describe('whose own bytes are destroyed', () => {
  /** Several pages of them. */
  const MORE = Array.from({ length: 40 }, () => crypto.randomUUID());

  beforeEach(async () => {
    const session = await openSession(desk.folder);
    for (const id of MORE) {
      session.time.advance(1_000);
      await session.recordAs(id);
    }
    await session.record();
    await session.stop();
  });

  /** The page in the middle, where the others still say what all of them say. */
  function destroyPageOfMarks(): void {
    const database = new SqliteDatabase(desk.journal, { readonly: true });
    const pages = database.prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'marks' AND pagetype = 'leaf' ORDER BY path`).pluck().all();
    database.close();
    expect(pages.length).toBeGreaterThan(3);
    const page = pages[Math.floor(pages.length / 2)]!;
    writeFileSync(desk.journal, readFileSync(desk.journal).fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES));
  }

  it('are made again from the entries of their checks, and each is delivered in its place', async () => {
    destroyPageOfMarks();
    expect(await desk.deliveredOn(expectRestarted)).toEqual([...IDS, ...MORE]);
    expect(await desk.deliveredOn(async () => {})).toEqual([]);
  });

  it('say what the mark said that was there before', async () => {
    const marksOf = async ({ store }: Session) => (await store.waitingMarks(100)).map(({ mark }) => mark);
    const session = await openSession(desk.folder);
    const before = await marksOf(session);
    await session.stop();
    destroyPageOfMarks();
    const restarted = await openSession(desk.folder);
    expect(await marksOf(restarted)).toEqual(before);
    await restarted.stop();
  });

  it('are left again under their keys where they were delivered before, for that is destroyed as well', async () => {
    expect(await desk.deliveredOn(async () => {})).toHaveLength(IDS.length + MORE.length);
    destroyPageOfMarks();
    const again = await desk.deliveredOn(expectRestarted);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThan(MORE.length / 2);
    expect(MORE).toEqual(expect.arrayContaining(again));
  });
});

it('are lost only with all that says them, and the file is kept', async () => {
  const page = rootOf('marks');
  writeFileSync(desk.journal, readFileSync(desk.journal).fill(0, 0, 100).fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES));
  expect(await desk.deliveredOn(expectRestarted)).toEqual([]);
  expect(readdirSync(desk.folder).some((name) => /^journal-damaged-\w+\.sqlite$/.test(name))).toBe(true);
});
