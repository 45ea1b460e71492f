/** A journal on a desk whose time, disk and cabinets the test moves. */
import { createJournal, type MarkDraft } from '../../../electron/core/journal/index.ts';
import type { CabinetLog, ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import type { Logger } from '../../../electron/ports/logger.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { inMemoryJournalStore } from '../../fakes/in-memory/in-memory-journal-store.ts';
import { inMemorySeal } from '../../fakes/in-memory/in-memory-seal.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { type OneAnswer, oneByOneCabinets } from '../../fakes/one-by-one-cabinets.ts';


export const AWAY: OneAnswer = { ok: false, failure: { code: 'service-unreachable', detail: null } };
export const BROKEN: OneAnswer = { ok: false, failure: { code: 'service-error', detail: '500' } };
export const NOT_US: OneAnswer = { ok: false, failure: { code: 'service-refused-us', detail: '401' } };
export const REFUSED: OneAnswer = { ok: false, failure: { code: 'mark-refused', detail: 'ACCESS_UNKNOWN' } };
export const PAUSES = { firstMs: 2_000, longestMs: 300_000 };

const numbers = { markRetryMs: PAUSES.firstMs, markRetryMaxMs: PAUSES.longestMs, journalFreeBytes: 1_000, journalKeptDays: 1_826 } as Policy['numbers'];

export const LOCKED: JournalEvent = { kind: 'locked', cause: 'operator' };
export const markFor = (accessId: string): MarkDraft => ({
  accessId,
  documentType: 'identity_card',
  purposeId: 'identify-at-counter',
  operatorId: 'operator-1',
  organisation: 'ЦОН',
  branch: '№ 1',
  verdict: 'valid',
});
export const CONTEXT = { operatorId: 'operator-1', purpose: 'identify-at-counter' };

/** Null for what the cabinets do on a good day. */
type PlannedAnswer = Promise<OneAnswer | null> | OneAnswer | null;

/** The cabinets keep one mark per idempotency key, as the real service does. */
export function journalDesk(random = 0.999) {
  const time = manualTime();
  const store = inMemoryJournalStore();
  const seal = inMemorySeal();
  const received: ViewMark[] = [];
  const requests: number[] = [];
  const receipts = new Map<string, string>();
  const published: { name: string; payload: unknown }[] = [];
  const logged: string[] = [];
  let refusedWith: string | null = null;
  let answer: ((mark: ViewMark) => PlannedAnswer) | null = null;

  const marksLeft = oneByOneCabinets(async (mark) => {
    received.push(mark);
    const planned = await answer?.(mark);
    if (planned) return planned;
    const receiptId = receipts.get(mark.idempotencyKey) ?? `receipt-${receipts.size + 1}`;
    receipts.set(mark.idempotencyKey, receiptId);
    return { ok: true, value: { receiptId, at: time.clock.now().toISOString() } };
  });
  const cabinets: CabinetLog = {
    async leaveMarks(marks) {
      requests.push(marks.length);
      if (marks.some(({ accessId }) => accessId === refusedWith)) return { ok: false, failure: { code: 'mark-refused', detail: 'REQUEST_MALFORMED' } };
      return marksLeft.leaveMarks(marks);
    },
  };
  const logger: Logger = {
    note: (event, facts) => void logged.push(JSON.stringify({ event, facts })),
    fault: (where) => (logged.push(where), 'REF'),
  };
  const journal = createJournal({
    store,
    seal,
    witness: null,
    cabinets,
    clock: time.clock,
    timers: time.timers,
    logger,
    workstation: 'desk-3',
    publisher: {
      journal: {
        appended: (payload) => void published.push({ name: 'appended', payload }),
        markChanged: (payload) => void published.push({ name: 'markChanged', payload }),
      },
    },
    subjectKey: new Uint8Array(32).fill(1),
    policy: () => ({ numbers }),
    randomId: () => crypto.randomUUID(),
    random: () => random,
  });

  return {
    ...time,
    journal,
    store,
    seal,
    received,
    /** Marks in each request. */
    requests,
    receipts,
    published,
    logged,
    /** How the cabinets answer from now on; null makes them work again. */
    answerWith(next: OneAnswer | ((mark: ViewMark) => PlannedAnswer) | null) {
      answer = typeof next === 'function' ? next : next && (() => next);
    },
    /** Every request that holds this mark is refused as a whole. */
    refuseRequestsWith: (accessId: string) => void (refusedWith = accessId),
    /** Lets everything that needs no time come to its end. */
    settle: async () => {
      for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
    },
  };
}
