/** The desk of the harness with everything a kill may interrupt: journal, cabinets, witness and collector, each on the same disk. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemTimers } from '../../../electron/adapters/system-timers.ts';
import { createDelivery, type Delivery } from '../../../electron/core/delivery/index.ts';
import type { CabinetLog } from '../../../electron/ports/checking/cabinet-log.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';
import { openSession, type Session } from '../sealed-desk.ts';
import { crashCollector } from './crash-collector.ts';
import { crashWitness } from './crash-witness.ts';

export const SUPERVISOR = { operatorId: 'supervisor-1' };
const PATIENCE = { markRetryMs: 1_000, markRetryMaxMs: 60_000 } as Policy['numbers'];
/** A collector that loses entries asks for them again, but not for ever. */
const TRIES = 50;

export interface CrashDesk extends Session {
  delivery: Delivery;
  /** Until every mark is left and every entry copied. @returns what still waits after many tries, or null */
  settle(): Promise<string | null>;
}

/** Keys of the marks the cabinets hold: one for each key, however often it comes. */
export function cabinetOf(folder: string): Set<string> {
  const file = join(folder, 'cabinet.log');
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
}

export async function openCrashDesk(folder: string): Promise<CrashDesk> {
  const time = { clock: systemClock, timers: systemTimers, advance: () => undefined, nextTimerIn: () => null };
  const session = await openSession(folder, 'desk-3', time, { cabinets: cabinetsIn(folder), witness: crashWitness(folder) });
  const { journal, store, seal } = session;
  if (leftByRotation(session)) await journal.setAside(SUPERVISOR);
  const ports = { ...time, journalStore: store, journalSeal: seal, entryCollector: crashCollector(folder), policy: () => ({ numbers: PATIENCE }) as Policy };
  const delivery = createDelivery({ ...ports, logger: { note: () => {}, fault: () => 'REF' } }, journal, () => {});
  const waiting = async () => ({ marks: (await store.counts()).waiting, copies: (await store.copied(seal.signer.name)).waiting });
  return {
    ...session,
    delivery,
    async settle() {
      for (let tries = 0; tries < TRIES; tries += 1) {
        await delivery.deliverNow();
        const { marks, copies } = await waiting();
        if (marks === 0 && copies === 0) return null;
      }
      return JSON.stringify(await waiting());
    },
  };
}

/** An interrupted rotation leaves a journal whose head was set aside with the file before it: the desk stands, and a supervisor decides. */
function leftByRotation({ journal }: Session): boolean {
  const health = journal.health();
  return health.state === 'broken' && (health.reason === 'head-lost' || health.reason === 'rolled-back');
}

/** The other side keeps one mark for each key, on its own disk; whoever asks again gets the first receipt. */
const cabinetsIn = (folder: string): CabinetLog =>
  oneByOneCabinets(async ({ idempotencyKey }) => {
    appendFileSync(join(folder, 'cabinet.log'), `${idempotencyKey}\n`);
    return { ok: true, value: { receiptId: `receipt-${idempotencyKey}`, at: systemClock.now().toISOString() } };
  });
