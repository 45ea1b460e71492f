/** A workstation of a fleet with its journal on a disk and its copies and checkpoints on the way to a real collector. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemTimers } from '../../../electron/adapters/system-timers.ts';
import { createDelivery, type Delivery } from '../../../electron/core/delivery/index.ts';
import { createJournal, type Journal, verifierKeyText } from '../../../electron/core/journal/index.ts';
import { connectCollector } from '../../../electron/gateways/index.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import type { Logger } from '../../../electron/ports/logger.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';
import { columnSealOf, sealOf } from '../sealed-desk.ts';

const nothing = () => {};
/** Impatient: faults of these tests last seconds, not hours. */
const numbers = {
  markRetryMs: 200,
  markRetryMaxMs: 1_000,
  journalFreeBytes: 1_000,
  journalKeptDays: 1_826,
  freezeAfterMs: 3_600_000,
  freezeAfterEntries: 5_000,
  freezeLiftMs: 3_600_000,
  freezeLiftEntries: 1_000,
} as Policy['numbers'];
const DELIVERED_AT_ONCE = oneByOneCabinets(async ({ idempotencyKey, viewedAt }) => ({ ok: true, value: { receiptId: idempotencyKey, at: viewedAt } }));

export interface FleetDesk {
  name: string;
  journal: Journal;
  delivery: Delivery;
  store: JournalStore;
  /** So many entries at once, each a view of this access where one is named. */
  record(count: number, accessId?: string): Promise<void>;
  /** Until every mark is left, every entry copied and the newest checkpoint cosigned. @throws when that takes longer than `ms` */
  settled(ms?: number): Promise<void>;
  /** As at the end of a shift. */
  close(): Promise<void>;
}

export const newDeskFolder = (): string => mkdtempSync(join(tmpdir(), 'tekser-desk-'));
export const removeDeskFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function openFleetDesk(folder: string, workstation: string, collector: Connection['collector'], cabinets = DELIVERED_AT_ONCE, logger: Logger = { note: nothing, fault: () => 'REF' }): Promise<FleetDesk> {
  const seal = await sealOf(folder, workstation);
  const store = openSqliteJournalStore({ file: dataFiles(folder).journal, clock: systemClock, seal: await columnSealOf(folder) });
  const connected = connectCollector({ collector }, () => verifierKeyText(seal.signer));
  const common = { clock: systemClock, timers: systemTimers, logger, policy: () => ({ numbers }) as Policy };
  const journal: Journal = createJournal({
    ...common,
    store,
    seal,
    witness: connected.witness,
    cabinets,
    workstation,
    publisher: { journal: { appended: () => delivery.noteEntry(), markChanged: nothing } },
    subjectKey: new Uint8Array(32).fill(1),
    randomId: () => crypto.randomUUID(),
  });
  const delivery = createDelivery({ ...common, journalStore: store, journalSeal: seal, entryCollector: connected.entryCollector }, journal, nothing);
  await journal.start();
  delivery.start();

  async function isSettled(): Promise<boolean> {
    const { size } = await store.treeHead();
    const copies = await store.copied(seal.signer.name);
    const cosigned = await store.cosigned();
    const [newest] = await store.checkpoints(1);
    return (await store.counts()).waiting === 0 && copies.waiting === 0 && copies.through === size && newest !== undefined && cosigned?.size === Number(newest.split('\n')[1]);
  }

  return {
    name: seal.signer.name,
    journal,
    delivery,
    store,
    async record(count, accessId) {
      const mark = accessId === undefined ? {} : { mark: { accessId, documentType: 'identity_card', purposeId: 'p', operatorId: 'operator-1', organisation: 'ЦОН', branch: '№ 1', verdict: 'valid' } };
      await Promise.all(Array.from({ length: count }, () => journal.record({ kind: 'unlocked' }, { operatorId: 'operator-1', purpose: null, ...mark })));
    },
    async settled(ms = 90_000) {
      for (const end = Date.now() + ms; !(await isSettled()); ) {
        if (Date.now() > end) throw new Error(`not settled: ${JSON.stringify([await store.copied(seal.signer.name), (await store.cosigned())?.size])}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      await delivery.stop();
      await journal.stop();
      await connected.close();
      await store.close();
    },
  };
}
