/** Every way to change the journal of a workstation that stands still is found at the next start and by `tekser journal verify`. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles, sealedFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../electron/adapters/sealed/key-file-secret-box.ts';
import { loadJournalSeal } from '../../../electron/adapters/sealed/sealed-journal-seal.ts';
import { signCheckpoint } from '../../../electron/core/journal/proof/checkpoint.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { CHECKED, copyJournal, edit, openSession, shift, writeAnew } from '../sealed-desk.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';

const SUPERVISOR = { operatorId: 'supervisor-1' };
const DELIVERED = { state: 'delivered', receiptId: 'receipt-1', at: '2026-11-22T05:00:00.000Z' } as const;
let folder: string;
const journal = () => dataFiles(folder).journal;
const head = () => dataFiles(folder).journalHead;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-attack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function sealHere(directory = folder) {
  const box = await openKeyFileSecretBox(dataFiles(directory).secretKey);
  return loadJournalSeal(sealedFiles(directory, box.backend), box, 'unused');
}

/** The start and the command say the same, nothing more can be recorded, and the file stays as it was found: until a supervisor sets it aside, and after that. */
async function expectFound(fault: { firstBadSequence: number; reason: string }): Promise<void> {
  const before = readFileSync(journal());
  const verified = await tekserHere(['journal', 'verify', '--data', folder, '--json']);
  expect(jsonOf(verified)).toEqual({ state: 'broken', ...fault });
  expect(verified.code).toBe(1);
  const session = await openSession(folder);
  expect(session.journal.health()).toEqual({ state: 'broken', ...fault });
  await expect(session.record()).rejects.toMatchObject({ name: 'JournalUnwritable', reason: 'altered' });
  await session.stop();
  expect(readFileSync(journal()).equals(before)).toBe(true);
  expect(readFileSync(join(folder, await setAsideHere())).equals(before)).toBe(true);
}

/** As the start has it; what else follows is the same for one reason as for another. */
async function expectStopped(fault: { firstBadSequence: number; reason: string }): Promise<void> {
  const session = await openSession(folder);
  expect(session.journal.health()).toEqual({ state: 'broken', ...fault });
  await session.stop();
}

/** As a supervisor decides at the next start, which still finds what the last one found. @returns the name of the file set aside */
async function setAsideHere(): Promise<string> {
  const session = await openSession(folder);
  await expect(session.record()).rejects.toMatchObject({ reason: 'altered' });
  const health = await session.journal.setAside(SUPERVISOR);
  expect(health).toMatchObject({ state: 'restarted' });
  await session.record(3);
  await session.stop();
  const next = await openSession(folder);
  // Its first entry, the decision, and what followed.
  expect(next.journal.health()).toMatchObject({ state: 'intact', entries: 5 });
  await next.record();
  await next.stop();
  return (health as { quarantinedAs: string }).quarantinedAs;
}

async function expectSound(entries: number): Promise<void> {
  const verified = await tekserHere(['journal', 'verify', '--no-witness', '--data', folder, '--json']);
  expect(jsonOf(verified)).toMatchObject({ state: 'intact', entries, witness: { state: 'not-asked' } });
  expect(verified.code).toBe(0);
}

describe('a journal nobody touched', () => {
  it('is sound from shift to shift, and after a power cut', async () => {
    await shift(folder, 70);
    const cut = await openSession(folder);
    await cut.record(3);
    await cut.kill();
    await expectSound(73);
    await shift(folder, 300);
    await expectSound(373);
  });

  it('is sound although some of its checks left no mark, and marks of others are delivered', async () => {
    await withMarks(folder, 2);
    const session = await openSession(folder);
    const { record } = session.journal;
    const at = { operatorId: 'operator-1', purpose: 'identify-at-counter' };
    await record({ ...CHECKED, accessId: null }, at);
    // Such an answer may name somebody else's access.
    await record({ ...CHECKED, codes: ['answer-replayed'] }, at);
    await record({ ...CHECKED }, { ...at, operatorId: null });
    await record({ ...CHECKED }, { ...at, purpose: null });
    await session.store.settleMarks([{ sequence: 1, state: DELIVERED }]);
    await session.stop();
    await expectSound(6);
    await shift(folder, 1);
    await expectSound(7);
  });

  it('is sound although its kept hashes of the tree were lost or damaged', async () => {
    await shift(folder, 300);
    edit(folder, (database) => database.exec(`UPDATE tree_nodes SET hash = zeroblob(32)`));
    await expectSound(300);
    await shift(folder, 1);
    await expectSound(301);
  });
});

/** Checks whose marks wait. */
async function withMarks(directory: string, count: number): Promise<void> {
  const session = await openSession(directory);
  for (let done = 0; done < count; done += 1) await session.recordAs(crypto.randomUUID());
  await session.stop();
}

describe('found at the next start:', () => {
  beforeEach(() => shift(folder, 6));

  it('an end cut off', async () => {
    edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence > 4'));
    await expectFound({ firstBadSequence: 5, reason: 'truncated' });
  });

  it('an end cut off together with its checkpoints', async () => {
    await shift(folder, 5);
    edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence > 6; DELETE FROM checkpoints WHERE size > 6'));
    await expectFound({ firstBadSequence: 7, reason: 'rolled-back' });
  });

  it('an older copy put back', async () => {
    copyJournal(folder, join(folder, 'backup'));
    await shift(folder, 5);
    copyFileSync(join(folder, 'backup'), journal());
    await expectFound({ firstBadSequence: 7, reason: 'rolled-back' });
  });

  it('a journal taken away', async () => {
    rmSync(journal());
    const verified = await tekserHere(['journal', 'verify', '--data', folder, '--json']);
    expect([verified.code, jsonOf(verified)]).toEqual([1, { state: 'broken', firstBadSequence: 1, reason: 'rolled-back' }]);
    const session = await openSession(folder);
    expect(session.journal.health()).toEqual({ state: 'broken', firstBadSequence: 1, reason: 'rolled-back' });
    await session.stop();
    await setAsideHere();
  });

  it('a tail written anew with right hashes', async () => {
    await shift(folder, 5);
    await writeAnew(folder, (entries) => entries.with(8, { ...entries[8]!, operatorId: 'somebody-else' }));
    await expectFound({ firstBadSequence: 7, reason: 'rewritten' });
  });

  it('entries in another order with right hashes', async () => {
    await writeAnew(folder, (entries) => entries.with(1, entries[2]!).with(2, entries[1]!));
    await expectFound({ firstBadSequence: 1, reason: 'rewritten' });
  });

  it('an entry inserted with right hashes', async () => {
    await writeAnew(folder, (entries) => entries.toSpliced(3, 0, { ...entries[3]!, id: crypto.randomUUID() }));
    await expectFound({ firstBadSequence: 1, reason: 'rewritten' });
  });

  it('two histories signed by one key', async () => {
    const { signer } = await sealHere();
    const note = signCheckpoint({ size: 6, root: new Uint8Array(32).fill(1) }, signer);
    edit(folder, (database) => database.prepare('INSERT INTO checkpoints (size, note) VALUES (6, ?)').run(note));
    await expectFound({ firstBadSequence: 6, reason: 'forked' });
  });

  it('a checkpoint changed to fit entries written anew', async () => {
    await shift(folder, 4);
    await writeAnew(folder, (entries) => entries.with(2, { ...entries[2]!, operatorId: 'somebody-else' }));
    // The signature of the real one under another root.
    edit(folder, (database) => database.exec(`UPDATE checkpoints SET note = replace(note, char(10) || '6' || char(10), char(10) || '5' || char(10)) WHERE size = 6`));
    await expectFound({ firstBadSequence: 1, reason: 'forged' });
  });

  it('the journal of another workstation', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    await shift(other, 9, 'desk-9');
    copyFileSync(dataFiles(other).journal, journal());
    await expectFound({ firstBadSequence: 1, reason: 'foreign' });
  });

  it('a head taken away', async () => {
    rmSync(head());
    await expectFound({ firstBadSequence: 7, reason: 'head-lost' });
  });

  it('a head of another machine', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    await shift(other, 9);
    copyFileSync(dataFiles(other).journalHead, head());
    await expectFound({ firstBadSequence: 7, reason: 'head-lost' });
  });

  it('an altered head', async () => {
    writeFileSync(head(), readFileSync(head()).map((byte, index, bytes) => (index === bytes.length - 1 ? byte ^ 1 : byte)));
    await expectFound({ firstBadSequence: 7, reason: 'head-lost' });
  });

  it('an entry far from the end made nonsense, with the kept hashes gone', async () => {
    await shift(folder, 520);
    edit(folder, (database) => database.exec(`UPDATE entries SET rest = '{}' WHERE sequence = 300; DELETE FROM tree_nodes`));
    await expectFound({ firstBadSequence: 300, reason: 'hash' });
  });

  it('the mark of a check taken out', async () => {
    await withMarks(folder, 3);
    edit(folder, (database) => database.exec('DROP TRIGGER marks_stay; DELETE FROM marks WHERE sequence = 8'));
    await expectFound({ firstBadSequence: 8, reason: 'mark-missing' });
  });

  it('the mark of a check called delivered with a receipt somebody made up', async () => {
    await withMarks(folder, 3);
    edit(folder, (database) => database.exec(`UPDATE marks SET state = 'delivered', receipt_id = 'receipt-1', settled_at = since WHERE sequence = 8`));
    await expectFound({ firstBadSequence: 8, reason: 'mark-forged' });
  });

  it('what became of one check written over another', async () => {
    await withMarks(folder, 3);
    const session = await openSession(folder);
    await session.store.settleMarks([{ sequence: 7, state: DELIVERED }]);
    await session.stop();
    edit(folder, (database) =>
      database.exec(`UPDATE marks SET (state, receipt_id, settled_at, proof) = (SELECT state, receipt_id, settled_at, proof FROM marks WHERE sequence = 7) WHERE sequence = 9`),
    );
    await expectStopped({ firstBadSequence: 9, reason: 'mark-forged' });
  });

  it('a mark exchanged for one that is delivered in its place', async () => {
    await withMarks(folder, 3);
    edit(folder, (database) => database.exec('DROP TRIGGER marks_are_settled_once; UPDATE marks SET mark = (SELECT mark FROM marks WHERE sequence = 7) WHERE sequence = 8'));
    const session = await openSession(folder);
    await session.store.settleMarks([{ sequence: 8, state: DELIVERED }]);
    await session.stop();
    await expectStopped({ firstBadSequence: 8, reason: 'mark-forged' });
  });

  it('a mark in clear put in the place of a sealed one, as earlier programs left them', async () => {
    await withMarks(folder, 3);
    const session = await openSession(folder);
    const [{ mark } = { mark: null }] = await session.store.waitingMarks(1);
    await session.stop();
    edit(folder, (database) => {
      database.exec('DROP TRIGGER marks_are_settled_once');
      database.prepare(`UPDATE marks SET mark = ?, state = 'delivered', receipt_id = 'receipt-1', settled_at = since WHERE sequence = 7`).run(JSON.stringify(mark));
    });
    await expectStopped({ firstBadSequence: 7, reason: 'mark-forged' });
  });

  it('an entry dated back', async () => {
    await writeAnew(folder, (entries) => entries.with(4, { ...entries[4]!, at: '2026-11-21T05:00:00.000Z' }));
    await expectFound({ firstBadSequence: 5, reason: 'clock-back' });
  });
});

describe('while the desk works', () => {
  it('a tail replaced behind its back is found by the next entry, and the checkpoint is not given', async () => {
    const session = await openSession(folder);
    await session.record(4);
    await writeAnew(folder, (entries) => entries.with(3, { ...entries[3]!, operatorId: 'somebody-else' }));
    await expect(session.record()).rejects.toMatchObject({ reason: 'altered' });
    expect(session.journal.health()).toEqual({ state: 'unwritable', reason: 'altered' });
    await session.stop();
    expect(await (await sealHere()).head.read()).toEqual({ state: 'none' });
  });

  it('a clock put back stops the journal until it is right again', async () => {
    const time = manualTime();
    const session = await openSession(folder, 'desk-3', time);
    await session.record();
    const late = { ...time, clock: { ...time.clock, now: () => new Date(time.clock.now().getTime() - 6 * 60_000) } };
    await session.stop();
    const back = await openSession(folder, 'desk-3', late);
    await expect(back.record()).rejects.toMatchObject({ reason: 'clock-back' });
    expect(back.journal.health()).toEqual({ state: 'unwritable', reason: 'clock-back' });
    time.advance(60_000);
    await back.record();
    expect(back.journal.health()).toMatchObject({ state: 'intact', entries: 2 });
    await back.stop();
  });

  it('a checkpoint follows every 64 entries, a minute after an entry, and the end', async () => {
    const sizes = async () => (await session.store.checkpoints(10)).map((note) => Number(note.split('\n')[1]));
    const session = await openSession(folder);
    await session.record(64);
    await expect.poll(sizes).toEqual([64]);
    await session.record(2);
    session.time.advance(60_000);
    await expect.poll(sizes).toEqual([66, 64]);
    await session.record();
    await session.journal.stop();
    expect(await sizes()).toEqual([67, 66, 64]);
    await session.store.close();
  });
});
