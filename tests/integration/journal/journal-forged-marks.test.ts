/** Marks that somebody took out of the file or called delivered: the journal is altered, and each is left all the same. */
import { expect, it } from 'vitest';
import { edit, openSession } from '../sealed-desk.ts';
import { deskWithWaitingMarks, IDS, SUPERVISOR } from './waiting-marks.ts';

const desk = deskWithWaitingMarks();

const settle = async (sequence: number): Promise<void> => {
  const session = await openSession(desk.folder);
  await session.store.settleMarks([{ sequence, state: { state: 'delivered', receiptId: 'receipt', at: '2026-11-22T05:00:00.000Z' } }]);
  await session.stop();
};

it('are made again where somebody took them out of the file, but not where they were delivered', async () => {
  await settle(1);
  edit(desk.folder, (database) => database.exec('DROP TRIGGER marks_stay; DELETE FROM marks WHERE sequence IN (2, 4)'));
  const left = await desk.deliveredOn(async ({ journal: found }) => {
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
  edit(desk.folder, (database) => database.exec(`DROP TRIGGER marks_are_settled_once; ${change}`));
  const left = await desk.deliveredOn(async ({ journal: found }) => {
    expect(found.health()).toEqual({ state: 'broken', firstBadSequence: 3, reason: 'mark-forged' });
    await found.setAside(SUPERVISOR);
  });
  expect(left.toSorted()).toEqual(IDS.slice(1).toSorted());
});

it('are left where somebody called them delivered after they were taken along', async () => {
  edit(desk.folder, (database) => database.exec('DELETE FROM entries WHERE sequence = 2'));
  const session = await openSession(desk.folder);
  await session.journal.setAside(SUPERVISOR);
  await session.stop();
  edit(desk.folder, (database) => database.exec(`UPDATE marks SET state = 'delivered', receipt_id = 'receipt', settled_at = since WHERE sequence < 0`));
  const left = await desk.deliveredOn(async ({ journal: found }) => {
    expect(await found.verify()).toMatchObject({ state: 'broken', firstBadSequence: 1, reason: 'mark-forged' });
    await found.setAside(SUPERVISOR);
  });
  expect(left).toEqual(IDS);
});
