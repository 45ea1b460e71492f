/** Marks that were taken along into another file: the entry that continues the old file says them, and none goes missing unnoticed. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { allEntries } from '../../fakes/all-entries.ts';
import { edit, openSession } from '../sealed-desk.ts';
import { deskWithWaitingMarks, IDS, SUPERVISOR } from './waiting-marks.ts';

const desk = deskWithWaitingMarks();
/** Entries let go at once. */
const FORGOTTEN = 256;

describe('once they were taken along into the new journal', () => {
  beforeEach(async () => {
    edit(desk.folder, (database) => database.exec('DELETE FROM entries WHERE sequence = 2'));
    const session = await openSession(desk.folder);
    await session.journal.setAside(SUPERVISOR);
    await session.stop();
  });

  it('are said by its first entry, and it is sound', async () => {
    const session = await openSession(desk.folder);
    const [first] = await allEntries(session.store);
    expect(first!.event).toMatchObject({ kind: 'journal-restarted', carried: { first: -5, marks: 5 } });
    expect(session.journal.health()).toMatchObject({ state: 'intact' });
    expect(await session.journal.verify()).toMatchObject({ state: 'intact' });
    await session.stop();
    expect(await desk.deliveredOn(async () => {})).toEqual(IDS);
    expect((await openAndVerify()).state).toBe('intact');
  });

  const openAndVerify = async () => {
    const session = await openSession(desk.folder);
    const health = await session.journal.verify();
    await session.stop();
    return health;
  };

  it.each([
    ['the oldest is taken out', 'DELETE FROM marks WHERE sequence = -5'],
    ['all are taken out', 'DELETE FROM marks WHERE sequence < 0'],
    ['one stands there twice and another not at all', 'UPDATE marks SET mark = (SELECT mark FROM marks WHERE sequence = -2) WHERE sequence = -3'],
  ])('are missed at the next start where %s, and are left all the same', async (_name, change) => {
    edit(desk.folder, (database) => database.exec(`DROP TRIGGER marks_stay; DROP TRIGGER marks_are_settled_once; ${change}`));
    const left = await desk.deliveredOn(async ({ journal: found }) => {
      expect(found.health()).toEqual({ state: 'broken', firstBadSequence: 1, reason: 'mark-missing' });
      expect(await found.verify()).toEqual({ state: 'broken', firstBadSequence: 1, reason: 'mark-missing' });
      await found.setAside(SUPERVISOR);
    });
    expect([...new Set(left)].toSorted()).toEqual(IDS.toSorted());
  });

  it('and were delivered go with that first entry when the rules of retention let it go, not before', async () => {
    expect(await desk.deliveredOn(async ({ record }) => record(2 * FORGOTTEN))).toEqual(IDS);
    const session = await openSession(desk.folder);
    await session.journal.record({ kind: 'journal-forgotten', through: FORGOTTEN, entries: FORGOTTEN }, { ...SUPERVISOR, purpose: null });
    await session.store.forget(FORGOTTEN);
    await session.stop();
    const database = new SqliteDatabase(desk.journal, { readonly: true });
    expect(database.prepare('SELECT count(*) AS left FROM marks').get()).toEqual({ left: 0 });
    database.close();
    expect((await openAndVerify()).state).toBe('intact');
  });
});

it('that went along into a backup are said by the entry of that, and are missed there', async () => {
  const copy = join(desk.folder, 'backup.sqlite');
  const session = await openSession(desk.folder);
  await session.store.copyTo(copy, () => undefined);
  await session.recordAs(crypto.randomUUID());
  await session.journal.restore(copy, SUPERVISOR);
  const restored = (await allEntries(session.store)).findLast(({ event }) => event.kind === 'journal-restored')!;
  expect(restored.event).toMatchObject({ carried: { first: -1, marks: 1 } });
  await session.stop();
  edit(desk.folder, (database) => database.exec('DROP TRIGGER marks_stay; DELETE FROM marks WHERE sequence = -1'));
  const found = await openSession(desk.folder);
  expect(found.journal.health()).toEqual({ state: 'broken', firstBadSequence: restored.sequence, reason: 'mark-missing' });
  await found.stop();
});
