/** A desk whose cabinets were away for a day: five marks wait in its journal, for tests that exchange or damage the file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';
import { openSession, type Session } from '../sealed-desk.ts';

export const SUPERVISOR = { operatorId: 'supervisor-1' };
/** The keys of the marks that wait, in their order. */
export const IDS: readonly string[] = Array.from({ length: 5 }, () => crypto.randomUUID());

export interface DeskWithWaitingMarks {
  readonly folder: string;
  /** The file of its journal. */
  readonly journal: string;
  /** A day on which the cabinets answer. @returns the keys of the marks they were left, in their order */
  deliveredOn(day: (session: Session) => Promise<unknown>): Promise<string[]>;
}

/** Anew before each test; gone after it. */
export function deskWithWaitingMarks(): DeskWithWaitingMarks {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-marks-'));
    const session = await openSession(folder);
    for (const id of IDS) await session.recordAs(id);
    await session.stop();
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    get folder() {
      return folder;
    },
    get journal() {
      return dataFiles(folder).journal;
    },
    async deliveredOn(day) {
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
    },
  };
}

export const expectRestarted = async ({ store }: Session): Promise<void> => expect(store.health()).toMatchObject({ state: 'restarted' });
