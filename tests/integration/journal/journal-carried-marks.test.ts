/** Marks that wait in a file that is exchanged for another: each goes along, and is delivered with the key it always had. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { edit } from '../sealed-desk.ts';
import { deskWithWaitingMarks, expectRestarted, IDS, SUPERVISOR } from './waiting-marks.ts';

const desk = deskWithWaitingMarks();

it('are delivered from the new journal after a supervisor set an altered one aside', async () => {
  edit(desk.folder, (database) => database.exec('DELETE FROM entries WHERE sequence = 2'));
  const left = await desk.deliveredOn(async ({ journal: found }) => {
    expect(found.health()).toMatchObject({ state: 'broken' });
    await found.setAside(SUPERVISOR);
  });
  expect(left).toEqual(IDS);
  // Once: the next day has nothing to deliver.
  expect(await desk.deliveredOn(async () => {})).toEqual([]);
});

it('are delivered after the power ended between setting aside and the first entry of the new journal', async () => {
  renameSync(desk.journal, join(desk.folder, 'journal-altered-20261122T050000Z.sqlite'));
  rmSync(dataFiles(desk.folder).journalHead);
  expect(await desk.deliveredOn(expectRestarted)).toEqual(IDS);
});

it('that were written after a backup are delivered when the desk goes on from it, those in both once', async () => {
  const copy = join(desk.folder, 'backup.sqlite');
  const late = crypto.randomUUID();
  const left = await desk.deliveredOn(async ({ journal: current, store, recordAs }) => {
    await current.stop();
    await store.copyTo(copy, () => undefined);
    await recordAs(late);
    await current.restore(copy, SUPERVISOR);
  });
  expect(left.toSorted()).toEqual([...IDS, late].toSorted());
});
