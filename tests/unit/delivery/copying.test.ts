/** Copies on their way to a collector: in order, behind the marks, from where the collector says, and with growing pauses. */
import { describe, expect, it } from 'vitest';
import { createDelivery } from '../../../electron/core/delivery/index.ts';
import type { EntryCollector, EntryCopy } from '../../../electron/ports/journal/entry-collector.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { CONTEXT, journalDesk, LOCKED, markFor } from '../journal/journal-desk.ts';

type Answer = Awaited<ReturnType<EntryCollector['copy']>>;
const AWAY: Answer = { ok: false, failure: { code: 'service-unreachable', detail: null } };
const numbers = { markRetryMs: 2_000, markRetryMaxMs: 8_000, freezeAfterMs: 3_600_000, freezeAfterEntries: 1_000, freezeLiftMs: 1_000, freezeLiftEntries: 10 } as Policy['numbers'];

function deskWithCollector() {
  const desk = journalDesk();
  const batches: { sequences: number[]; marksWaiting: number }[] = [];
  let answer: ((entries: readonly EntryCopy[]) => Answer) | null = null;
  let wanted: number | null = null;
  let wake = () => {};
  const collector: EntryCollector = {
    onWanted: (listener) => void (wake = listener),
    async wanted() {
      const from = wanted;
      wanted = null;
      return from;
    },
    async copy(_log, entries) {
      batches.push({ sequences: entries.map(({ sequence }) => sequence), marksWaiting: (await desk.store.counts()).waiting });
      return answer?.(entries) ?? { ok: true, value: { through: entries.at(-1)!.sequence, id: `receipt-${batches.length}` } };
    },
  };
  const ports = { journalStore: desk.store, journalSeal: desk.seal, entryCollector: collector, clock: desk.clock, timers: desk.timers, policy: () => ({ numbers }) as Policy };
  const delivery = createDelivery({ ...ports, logger: { note: () => {}, fault: () => 'REF' } }, desk.journal, () => {});
  const record = async (count: number, mark = false) => {
    for (let done = 0; done < count; done += 1) await desk.journal.record(LOCKED, mark ? { ...CONTEXT, mark: markFor(`access-${done}`) } : CONTEXT);
    delivery.noteEntry();
  };
  return { ...desk, delivery, batches, record, state: () => delivery.copying!.state(), copyWith: (next: typeof answer) => void (answer = next), wantAgain: (from: number) => ((wanted = from), wake()) };
}

describe('copies', () => {
  it('go in order and in batches, each with its receipt', async () => {
    const desk = deskWithCollector();
    await desk.record(300);
    await desk.delivery.deliverNow();
    expect(desk.batches.map(({ sequences }) => [sequences[0], sequences.at(-1)])).toEqual([[1, 256], [257, 300]]);
    expect(await desk.state()).toMatchObject({ waiting: 0, through: 300, receipt: { id: 'receipt-2' }, collectorAwaySince: null, refused: null });
  });

  it('wait until the marks are delivered, but not for cabinets that are away', async () => {
    const desk = deskWithCollector();
    await desk.record(3, true);
    desk.delivery.start();
    desk.advance(250);
    await desk.settle();
    expect(desk.batches).toEqual([{ sequences: [1, 2, 3], marksWaiting: 0 }]);
    desk.answerWith(AWAY as never);
    await desk.record(1, true);
    await desk.delivery.deliverNow();
    expect(desk.batches.at(-1)).toEqual({ sequences: [4], marksWaiting: 1 });
  });

  it('are gathered for a moment, so that one check is one message', async () => {
    const desk = deskWithCollector();
    desk.delivery.start();
    await desk.settle();
    await desk.record(1);
    await desk.record(1);
    desk.advance(249);
    await desk.settle();
    expect(desk.batches).toEqual([]);
    desk.advance(1);
    await desk.settle();
    expect(desk.batches.map(({ sequences }) => sequences)).toEqual([[1, 2]]);
  });

  it('wait with growing pauses for a collector that is away, and say since when', async () => {
    const desk = deskWithCollector();
    desk.copyWith(() => AWAY);
    await desk.record(2);
    desk.delivery.start();
    desk.advance(250);
    await desk.settle();
    const first = desk.nextTimerIn()!;
    expect((await desk.state()).collectorAwaySince).toBe('2026-11-22T05:00:00.250Z');
    desk.advance(first);
    await desk.settle();
    expect(desk.nextTimerIn()).toBeGreaterThan(first / 2);
    desk.copyWith(null);
    desk.advance(desk.nextTimerIn()!);
    await desk.settle();
    expect(await desk.state()).toMatchObject({ waiting: 0, collectorAwaySince: null });
  });

  it('go back to where the collector asks for more, and on from there', async () => {
    const desk = deskWithCollector();
    await desk.record(10);
    await desk.delivery.deliverNow();
    let asked = false;
    desk.copyWith((entries) => (asked ? { ok: true, value: { through: entries.at(-1)!.sequence, id: 'again' } } : ((asked = true), { ok: true, value: { through: 4, id: 'missing' } })));
    await desk.record(1);
    await desk.delivery.deliverNow();
    await desk.delivery.deliverNow();
    expect(desk.batches.map(({ sequences }) => [sequences[0], sequences.at(-1)])).toEqual([[1, 10], [11, 11], [5, 11]]);
    expect(await desk.state()).toMatchObject({ waiting: 0, through: 11 });
  });

  it('are sent again when the collector lost them, although nothing new waits', async () => {
    const desk = deskWithCollector();
    desk.delivery.start();
    await desk.record(10);
    desk.advance(250);
    await desk.settle();
    desk.wantAgain(7);
    desk.advance(250);
    await desk.settle();
    expect(desk.batches.map(({ sequences }) => [sequences[0], sequences.at(-1)])).toEqual([[1, 10], [7, 10]]);
    expect(await desk.state()).toMatchObject({ waiting: 0, through: 10, receipt: { id: 'receipt-2' } });
  });

  it.each(['contradicted', 'unknown-key'] as const)('that the collector refuses as %s are shown with the reason, and kept', async (code) => {
    const desk = deskWithCollector();
    desk.copyWith(() => ({ ok: false, failure: code === 'contradicted' ? { code, sequence: 1 } : { code } }));
    await desk.record(2);
    await desk.delivery.deliverNow();
    expect(await desk.state()).toMatchObject({ waiting: 2, refused: code, collectorAwaySince: null });
    desk.copyWith(null);
    await desk.delivery.deliverNow();
    expect(await desk.state()).toMatchObject({ waiting: 0, refused: null });
  });

  it('count with the marks as undelivered: an entry that owes both counts once', async () => {
    const desk = deskWithCollector();
    desk.answerWith(AWAY as never);
    await desk.record(3, true);
    const log = desk.seal.signer.name;
    expect(await desk.store.undelivered(log)).toEqual({ entries: 3, oldest: '2026-11-22T05:00:00.000Z' });
    await desk.delivery.copying!.copyNow();
    await desk.record(1);
    expect(await desk.store.undelivered(log)).toMatchObject({ entries: 4 });
    expect(await desk.store.undelivered(null)).toMatchObject({ entries: 3 });
  });
});
