/** Recording: on the disk first, in order, told to the page, and an honest word about the health. */
import { describe, expect, it, vi } from 'vitest';
import { JournalUnwritable } from '../../../electron/ports/journal/journal-store.ts';
import { CONTEXT, journalDesk, LOCKED, markFor } from './journal-desk.ts';

describe('record', () => {
  it('answers with the entry that is in the store and tells the page', async () => {
    const desk = journalDesk();
    const entry = await desk.journal.record(LOCKED, CONTEXT);
    expect(entry).toMatchObject({ sequence: 1, at: '2026-11-22T05:00:00.000Z', workstation: 'desk-3', mark: { state: 'not-needed' } });
    expect(desk.store.stored).toEqual([entry]);
    expect(desk.published).toEqual([{ name: 'appended', payload: entry }]);
  });

  it('keeps the order of the calls although none waited for the other', async () => {
    const desk = journalDesk();
    const entries = await Promise.all([1, 2, 3, 4].map(() => desk.journal.record(LOCKED, CONTEXT)));
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    expect(await desk.journal.verify()).toMatchObject({ state: 'intact', entries: 4 });
  });

  it('gives the entry the id of the outcome it records and the mark the same key', async () => {
    const desk = journalDesk();
    const id = '5b1f7f0e-0d3c-4a43-9b55-0b6a7c0f4b11';
    const entry = await desk.journal.record(LOCKED, { ...CONTEXT, id, mark: markFor('access-1') });
    expect(entry.id).toBe(id);
    expect(await desk.store.waitingMarks(5)).toMatchObject([
      { mark: { idempotencyKey: id, viewedAt: entry.at, workstation: 'desk-3', accessId: 'access-1' } },
    ]);
  });

  it('writes and says nothing when the disk is full, and goes on when it is mended', async () => {
    const desk = journalDesk();
    await desk.journal.record(LOCKED, CONTEXT);
    desk.store.failWith('disk-full');
    await expect(desk.journal.record(LOCKED, CONTEXT)).rejects.toBeInstanceOf(JournalUnwritable);
    expect(desk.published).toHaveLength(1);
    expect(desk.journal.health()).toEqual({ state: 'unwritable', reason: 'disk-full' });
    desk.store.failWith(null);
    const entry = await desk.journal.record(LOCKED, CONTEXT);
    expect(desk.journal.health()).toEqual({ state: 'intact', entries: 2, headHash: entry.hash });
  });

  it('refuses what the journal must not hold before it reaches the store', async () => {
    const desk = journalDesk();
    await expect(desk.journal.record({ kind: 'sign-in-refused', code: 'Нұрғали' } as never, CONTEXT)).rejects.toBeInstanceOf(TypeError);
    expect(desk.store.stored).toEqual([]);
  });
});

describe('verify', () => {
  it('finds an edited entry, and nothing more is written', async () => {
    const desk = journalDesk();
    for (let i = 0; i < 3; i += 1) await desk.journal.record(LOCKED, CONTEXT);
    desk.store.stored[1]!.operatorId = 'somebody-else';
    expect(await desk.journal.verify()).toEqual({ state: 'broken', firstBadSequence: 2, reason: 'hash' });
    await expect(desk.journal.record(LOCKED, CONTEXT)).rejects.toMatchObject({ name: 'JournalUnwritable', reason: 'altered' });
    expect(desk.store.stored).toHaveLength(3);
    expect(desk.journal.health()).toEqual({ state: 'broken', firstBadSequence: 2, reason: 'hash' });
  });

  it('says nothing of a journal that was begun while the one before was still walked', async () => {
    const desk = journalDesk();
    await desk.journal.record(LOCKED, CONTEXT);
    const walk = Promise.withResolvers<{ firstBadSequence: number; reason: 'hash' } | null>();
    vi.spyOn(desk.store, 'integrity').mockReturnValueOnce(walk.promise);
    const verified = desk.journal.verify();
    await desk.settle();
    desk.store.failWith('failed');
    await expect(desk.journal.record(LOCKED, CONTEXT)).rejects.toMatchObject({ reason: 'failed' });
    expect(await desk.journal.setAside({ operatorId: 'supervisor' })).toMatchObject({ state: 'restarted' });
    walk.resolve({ firstBadSequence: 1, reason: 'hash' });
    expect(await verified).toMatchObject({ state: 'restarted' });
    expect(await desk.journal.record(LOCKED, CONTEXT)).toMatchObject({ sequence: 2 });
  });
});
