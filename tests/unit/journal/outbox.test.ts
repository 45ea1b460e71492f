/** The way of the marks: at once, later, refused or repeated, and each exactly once. */
import { describe, expect, it } from 'vitest';
import { retryDelayMs } from '../../../electron/core/retry-delay.ts';
import { MOST_MARKS } from '../../../electron/ports/checking/cabinet-log.ts';
import type { OneAnswer } from '../../fakes/one-by-one-cabinets.ts';
import { AWAY, BROKEN, CONTEXT, journalDesk, LOCKED, markFor, NOT_US, PAUSES, REFUSED } from './journal-desk.ts';

const seen = (desk: ReturnType<typeof journalDesk>, accessId: string) => desk.journal.record(LOCKED, { ...CONTEXT, mark: markFor(accessId) });

describe('the outbox', () => {
  it('delivers a mark as soon as it is recorded and tells the page', async () => {
    const desk = journalDesk();
    desk.journal.start();
    const entry = await seen(desk, 'access-1');
    await desk.settle();
    const mark = { state: 'delivered', receiptId: 'receipt-1', at: '2026-11-22T05:00:00.000Z' };
    expect(desk.published.at(-1)).toEqual({ name: 'markChanged', payload: { sequence: entry.sequence, mark } });
    expect(await desk.journal.outboxState()).toEqual({ waiting: 0, oldest: null, refused: 0, serviceAwaySince: null });
    expect(desk.nextTimerIn()).toBeNull();
  });

  it('does not hold up the record while the service is silent', async () => {
    const desk = journalDesk();
    desk.answerWith(() => new Promise(() => {}));
    desk.journal.start();
    await seen(desk, 'access-1');
    await seen(desk, 'access-2');
    await desk.settle();
    expect(await desk.journal.outboxState()).toMatchObject({ waiting: 2, oldest: '2026-11-22T05:00:00.000Z' });
    expect(desk.received).toHaveLength(1);
  });

  it('waits longer after each failure, says since when, and delivers everything when the service is back', async () => {
    const desk = journalDesk();
    desk.answerWith(AWAY);
    desk.journal.start();
    await seen(desk, 'access-1');
    await desk.settle();
    const pauses: (number | null)[] = [];
    for (let i = 0; i < 10; i += 1) {
      pauses.push(desk.nextTimerIn());
      desk.advance(desk.nextTimerIn()!);
      await desk.settle();
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a! - b!));
    expect(pauses[0]).toBe(retryDelayMs(PAUSES, 1, 0.999));
    expect(pauses.at(-1)).toBe(retryDelayMs(PAUSES, 10, 0.999));
    await seen(desk, 'access-2');
    await desk.settle();
    expect(desk.received.every(({ accessId }) => accessId === 'access-1')).toBe(true);
    expect(await desk.journal.outboxState()).toMatchObject({ waiting: 2, serviceAwaySince: '2026-11-22T05:00:00.000Z' });

    desk.answerWith(null);
    desk.advance(PAUSES.longestMs);
    await desk.settle();
    expect(await desk.journal.outboxState()).toEqual({ waiting: 0, oldest: null, refused: 0, serviceAwaySince: null });
    expect([...desk.receipts.values()]).toEqual(['receipt-1', 'receipt-2']);
  });

  it('repeats a mark whose answer was lost with the same key, so that the cabinet keeps one', async () => {
    const desk = journalDesk();
    desk.answerWith((mark) => {
      desk.receipts.set(mark.idempotencyKey, 'receipt-kept');
      return { ok: false, failure: { code: 'service-timeout', detail: null } };
    });
    await seen(desk, 'access-1');
    await desk.journal.deliverNow();
    desk.answerWith(null);
    await desk.journal.deliverNow();
    expect(new Set(desk.received.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(desk.received).toHaveLength(2);
    expect(desk.store.stored[0]!.mark).toMatchObject({ state: 'delivered', receiptId: 'receipt-kept' });
  });

  it('settles a refused mark with its code and does not send it again', async () => {
    const desk = journalDesk();
    desk.answerWith(REFUSED);
    await seen(desk, 'access-1');
    await desk.journal.deliverNow();
    await desk.journal.deliverNow();
    expect(desk.received).toHaveLength(1);
    expect(desk.store.stored[0]!.mark).toEqual({ state: 'refused', code: 'mark-refused', at: '2026-11-22T05:00:00.000Z' });
    expect(await desk.journal.outboxState()).toMatchObject({ waiting: 0, refused: 1, serviceAwaySince: null });
  });

  it('sends what waits together, oldest first, and settles each mark by its own answer', async () => {
    const desk = journalDesk();
    desk.answerWith((mark) => (mark.accessId === 'access-2' ? REFUSED : null));
    for (let number = 1; number <= MOST_MARKS + 10; number += 1) await seen(desk, `access-${number}`);
    await desk.journal.deliverNow();
    expect(desk.requests).toEqual([MOST_MARKS, 10]);
    expect(desk.received.map(({ accessId }) => accessId)).toEqual(Array.from({ length: MOST_MARKS + 10 }, (_, index) => `access-${index + 1}`));
    expect(desk.store.stored.map(({ mark }) => mark.state)).toEqual(['delivered', 'refused', ...Array(MOST_MARKS + 8).fill('delivered')]);
    expect(await desk.journal.outboxState()).toMatchObject({ waiting: 0, refused: 1 });
  });

  it.each(['waiting', 'refused'] as const)('goes past a mark the service chokes on, and leaves that one %s', async (state) => {
    const desk = journalDesk();
    if (state === 'refused') desk.refuseRequestsWith('access-3');
    else desk.answerWith((mark) => (mark.accessId === 'access-3' ? BROKEN : null));
    for (let number = 1; number <= 9; number += 1) await seen(desk, `access-${number}`);
    const { waiting, serviceAwaySince } = await desk.journal.deliverNow();
    expect(desk.store.stored.map(({ mark }) => mark.state)).toEqual(['delivered', 'delivered', state, ...Array(6).fill('delivered')]);
    expect({ waiting, serviceAwaySince }).toEqual({ waiting: state === 'waiting' ? 1 : 0, serviceAwaySince: null });
    expect(desk.receipts.size).toBe(8);
  });

  it.each([
    ['is away', AWAY],
    ['refuses this desk', NOT_US],
  ])('stops knocking at the first sign that the service %s', async (_what, answer) => {
    const desk = journalDesk();
    desk.answerWith(answer);
    for (let number = 0; number <= MOST_MARKS; number += 1) await seen(desk, `access-${number}`);
    await desk.journal.deliverNow();
    expect(desk.requests).toEqual([MOST_MARKS]);
    expect(await desk.journal.outboxState()).toMatchObject({ waiting: MOST_MARKS + 1 });
  });

  it('delivers by hand in the middle of a pause', async () => {
    const desk = journalDesk();
    desk.answerWith(AWAY);
    desk.journal.start();
    await seen(desk, 'access-1');
    await desk.settle();
    desk.answerWith(null);
    expect(await desk.journal.deliverNow()).toMatchObject({ waiting: 0, serviceAwaySince: null });
    expect(desk.nextTimerIn()).toBeNull();
  });

  it('takes up after a restart what an earlier run left', async () => {
    const desk = journalDesk();
    await seen(desk, 'access-1');
    desk.journal.start();
    await desk.settle();
    expect(desk.store.stored[0]!.mark.state).toBe('delivered');
  });

  it('delivers a mark recorded while another was under way', async () => {
    const desk = journalDesk();
    const underWay = Promise.withResolvers<OneAnswer>();
    desk.answerWith(() => underWay.promise);
    desk.journal.start();
    await seen(desk, 'access-1');
    await desk.settle();
    await seen(desk, 'access-2');
    desk.answerWith(null);
    underWay.resolve({ ok: true, value: { receiptId: 'r', at: '2026-11-22T05:00:00.000Z' } });
    await desk.settle();
    expect(desk.store.stored.map(({ mark }) => mark.state)).toEqual(['delivered', 'delivered']);
  });

  it('survives a disk that cannot note the attempt, and tries again', async () => {
    const desk = journalDesk();
    desk.journal.start();
    await desk.settle();
    await seen(desk, 'access-1');
    desk.store.failWith('disk-full');
    await desk.settle();
    expect(desk.logged).toContain('journal-outbox');
    desk.store.failWith(null);
    desk.advance(desk.nextTimerIn()!);
    await desk.settle();
    expect(desk.store.stored[0]!.mark.state).toBe('delivered');
  });

  it('ends at stop with the delivery in flight, and the rest waits for the next start', async () => {
    const desk = journalDesk();
    for (let number = 0; number < MOST_MARKS + 2; number += 1) await seen(desk, `access-${number}`);
    const underWay = Promise.withResolvers<OneAnswer>();
    desk.answerWith(() => underWay.promise);
    desk.journal.start();
    await desk.settle();
    const stopped = desk.journal.stop();
    underWay.resolve({ ok: true, value: { receiptId: 'r', at: '2026-11-22T05:00:00.000Z' } });
    await stopped;
    expect(desk.store.stored.map(({ mark }) => mark.state)).toEqual([...Array(MOST_MARKS).fill('delivered'), 'waiting', 'waiting']);
    desk.answerWith(null);
    desk.journal.start();
    await desk.settle();
    expect(desk.store.stored.map(({ mark }) => mark.state)).toEqual(Array(MOST_MARKS + 2).fill('delivered'));
  });

  it('is silent after stop', async () => {
    const desk = journalDesk();
    desk.answerWith(AWAY);
    desk.journal.start();
    await seen(desk, 'access-1');
    await desk.settle();
    await desk.journal.stop();
    expect(desk.nextTimerIn()).toBeNull();
    await seen(desk, 'access-2');
    await desk.settle();
    expect(desk.received).toHaveLength(1);
  });
});

describe('retryDelayMs', () => {
  it('doubles up to the longest pause and spreads over its second half', () => {
    expect([1, 2, 3, 20].map((failures) => retryDelayMs(PAUSES, failures, 0))).toEqual([1_000, 2_000, 4_000, 150_000]);
    expect(retryDelayMs(PAUSES, 2, 0.5)).toBe(3_000);
  });
});
