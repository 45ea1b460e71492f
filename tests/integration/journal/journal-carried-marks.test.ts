/** Marks that wait in a file that is exchanged: whatever became of the file, each is delivered, with the key it always had. */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { edit, openSession, type Session } from '../sealed-desk.ts';

const SUPERVISOR = { operatorId: 'supervisor-1' };
const IDS = Array.from({ length: 5 }, () => crypto.randomUUID());
let folder: string;
const journal = () => dataFiles(folder).journal;
const PAGE_BYTES = 4_096;
/** Entries let go at once. */
const FORGOTTEN = 256;

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

const settle = async (sequence: number): Promise<void> => {
  const session = await openSession(folder);
  await session.store.settleMarks([{ sequence, state: { state: 'delivered', receiptId: 'receipt', at: '2026-11-22T05:00:00.000Z' } }]);
  await session.stop();
};

it('are made again where somebody took them out of the file, but not where they were delivered', async () => {
  await settle(1);
  edit(folder, (database) => database.exec('DROP TRIGGER marks_stay; DELETE FROM marks WHERE sequence IN (2, 4)'));
  const left = await deliveredOn(async ({ journal: found }) => {
    expect(found.health()).toEqual({ state: 'broken', firstBadSequence: 2, reason: 'mark-missing' });
    await found.setAside(SUPERVISOR);
  });
  expect(left.toSorted()).toEqual(IDS.slice(1).toSorted());
});

it.each([
  ['called them delivered', `UPDATE marks SET state = 'delivered', receipt_id = 'receipt', settled_at = since, proof = 'abc' WHERE sequence IN (3, 4)`],
  ['called one delivered, and wrote another text over the mark', `UPDATE marks SET state = 'delivered', receipt_id = 'receipt', settled_at = since, mark = 'x' WHERE sequence IN (3, 4)`],
])('are left where somebody %s in the file, but not where they were', async (_name, change) => {
  await settle(1);
  edit(folder, (database) => database.exec(`DROP TRIGGER marks_are_settled_once; ${change}`));
  const left = await deliveredOn(async ({ journal: found }) => {
    expect(found.health()).toEqual({ state: 'broken', firstBadSequence: 3, reason: 'mark-forged' });
    await found.setAside(SUPERVISOR);
  });
  expect(left.toSorted()).toEqual(IDS.slice(1).toSorted());
});

it('are left where somebody called them delivered after they were taken along', async () => {
  edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence = 2'));
  const session = await openSession(folder);
  await session.journal.setAside(SUPERVISOR);
  await session.stop();
  edit(folder, (database) => database.exec(`UPDATE marks SET state = 'delivered', receipt_id = 'receipt', settled_at = since WHERE sequence < 0`));
  const left = await deliveredOn(async ({ journal: found }) => {
    expect(await found.verify()).toMatchObject({ state: 'broken', firstBadSequence: 1, reason: 'mark-forged' });
    await found.setAside(SUPERVISOR);
  });
  expect(left).toEqual(IDS);
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

describe('whose own bytes are destroyed', () => {
  /** Several pages of them. */
  const MORE = Array.from({ length: 40 }, () => crypto.randomUUID());

  beforeEach(async () => {
    const session = await openSession(folder);
    for (const id of MORE) {
      session.time.advance(1_000);
      await session.recordAs(id);
    }
    await session.record();
    await session.stop();
  });

  /** The page in the middle, where the others still say what all of them say. */
  function destroyPageOfMarks(): void {
    const database = new SqliteDatabase(journal(), { readonly: true });
    const pages = database.prepare<[], number>(`SELECT pageno FROM dbstat WHERE name = 'marks' AND pagetype = 'leaf' ORDER BY path`).pluck().all();
    database.close();
    expect(pages.length).toBeGreaterThan(3);
    const page = pages[Math.floor(pages.length / 2)]!;
    writeFileSync(journal(), readFileSync(journal()).fill(0xff, (page - 1) * PAGE_BYTES, page * PAGE_BYTES));
  }

  it('are made again from the entries of their checks, and each is delivered in its place', async () => {
    destroyPageOfMarks();
    expect(await deliveredOn(expectRestarted)).toEqual([...IDS, ...MORE]);
    expect(await deliveredOn(async () => {})).toEqual([]);
  });

  it('say what the mark said that was there before', async () => {
    const marksOf = async ({ store }: Session) => (await store.waitingMarks(100)).map(({ mark }) => mark);
    const session = await openSession(folder);
    const before = await marksOf(session);
    await session.stop();
    destroyPageOfMarks();
    const restarted = await openSession(folder);
    expect(await marksOf(restarted)).toEqual(before);
    await restarted.stop();
  });

  it('are left again under their keys where they were delivered before, for that is destroyed as well', async () => {
    expect(await deliveredOn(async () => {})).toHaveLength(IDS.length + MORE.length);
    destroyPageOfMarks();
    const again = await deliveredOn(expectRestarted);
    expect(again.length).toBeGreaterThan(0);
    expect(again.length).toBeLessThan(MORE.length / 2);
    expect(MORE).toEqual(expect.arrayContaining(again));
  });
});

it('are lost only with all that says them, and the file is kept', async () => {
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

describe('once they were taken along into the new journal', () => {
  beforeEach(async () => {
    edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence = 2'));
    const session = await openSession(folder);
    await session.journal.setAside(SUPERVISOR);
    await session.stop();
  });

  it('are said by its first entry, and it is sound', async () => {
    const session = await openSession(folder);
    const [first] = await allEntries(session.store);
    expect(first!.event).toMatchObject({ kind: 'journal-restarted', carried: { first: -5, marks: 5 } });
    expect(session.journal.health()).toMatchObject({ state: 'intact' });
    expect(await session.journal.verify()).toMatchObject({ state: 'intact' });
    await session.stop();
    expect(await deliveredOn(async () => {})).toEqual(IDS);
    expect((await openAndVerify()).state).toBe('intact');
  });

  const openAndVerify = async () => {
    const session = await openSession(folder);
    const health = await session.journal.verify();
    await session.stop();
    return health;
  };

  it.each([
    ['the oldest is taken out', 'DELETE FROM marks WHERE sequence = -5'],
    ['all are taken out', 'DELETE FROM marks WHERE sequence < 0'],
    ['one stands there twice and another not at all', 'UPDATE marks SET mark = (SELECT mark FROM marks WHERE sequence = -2) WHERE sequence = -3'],
  ])('are missed at the next start where %s, and are left all the same', async (_name, change) => {
    edit(folder, (database) => database.exec(`DROP TRIGGER marks_stay; DROP TRIGGER marks_are_settled_once; ${change}`));
    const left = await deliveredOn(async ({ journal: found }) => {
      expect(found.health()).toEqual({ state: 'broken', firstBadSequence: 1, reason: 'mark-missing' });
      expect(await found.verify()).toEqual({ state: 'broken', firstBadSequence: 1, reason: 'mark-missing' });
      await found.setAside(SUPERVISOR);
    });
    expect([...new Set(left)].toSorted()).toEqual(IDS.toSorted());
  });

  it('and were delivered go with that first entry when the rules of retention let it go, not before', async () => {
    expect(await deliveredOn(async ({ record }) => record(2 * FORGOTTEN))).toEqual(IDS);
    const session = await openSession(folder);
    await session.journal.record({ kind: 'journal-forgotten', through: FORGOTTEN, entries: FORGOTTEN }, { ...SUPERVISOR, purpose: null });
    await session.store.forget(FORGOTTEN);
    await session.stop();
    const database = new SqliteDatabase(journal(), { readonly: true });
    expect(database.prepare('SELECT count(*) AS left FROM marks').get()).toEqual({ left: 0 });
    database.close();
    expect((await openAndVerify()).state).toBe('intact');
  });
});

it('that went along into a backup are said by the entry of that, and are missed there', async () => {
  const copy = join(folder, 'backup.sqlite');
  const session = await openSession(folder);
  await session.store.copyTo(copy, () => undefined);
  await session.recordAs(crypto.randomUUID());
  await session.journal.restore(copy, SUPERVISOR);
  const restored = (await allEntries(session.store)).findLast(({ event }) => event.kind === 'journal-restored')!;
  expect(restored.event).toMatchObject({ carried: { first: -1, marks: 1 } });
  await session.stop();
  edit(folder, (database) => database.exec('DROP TRIGGER marks_stay; DELETE FROM marks WHERE sequence = -1'));
  const found = await openSession(folder);
  expect(found.journal.health()).toEqual({ state: 'broken', firstBadSequence: restored.sequence, reason: 'mark-missing' });
  await found.stop();
});
