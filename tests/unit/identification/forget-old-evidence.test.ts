/** Retention of evidence: at the start and once a day by the policy of that day, told in the journal where something went. */
import { expect, test } from 'vitest';
import { forgetOldEvidence } from '../../../electron/core/identification/index.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { inMemoryLogger } from '../../fakes/in-memory/in-memory-registries.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param old ids of the packages found at each look @param journalFails how many entries cannot be written */
function bench(old: string[][], journalFails = 0) {
  const time = manualTime();
  const asked: Date[] = [];
  const told: JournalEvent[] = [];
  const gone: string[] = [];
  const logger = inMemoryLogger();
  let failing = journalFails;
  const stop = forgetOldEvidence({
    ...time,
    logger,
    policy: () => POLICY,
    packages: {
      async writtenBefore(instant) {
        asked.push(instant);
        return old[asked.length - 1] ?? [];
      },
      async forget(packageId) {
        gone.push(packageId);
      },
    },
    journal: {
      async record(event) {
        failing -= 1;
        if (failing >= 0) throw new Error('disk full');
        told.push(event);
        return {} as JournalEntry;
      },
    },
  });
  return { time, asked, told, gone, logger, stop };
}

test('packages beyond the days of the policy go, and the journal has how many', async () => {
  const { time, asked, told, gone } = bench([['one', 'two']]);
  await expect.poll(() => gone).toEqual(['one', 'two']);
  const before = new Date(time.clock.now().getTime() - POLICY.numbers.evidenceKeptDays * DAY_MS);
  expect(asked).toEqual([before]);
  expect(told).toEqual([{ kind: 'evidence-forgotten', packages: 2, before: before.toISOString() }]);
});

test('a workstation that is never switched off looks every day, and says nothing where nothing went', async () => {
  const { time, asked, told, stop } = bench([[], [], ['one']]);
  time.advance(DAY_MS);
  time.advance(DAY_MS);
  await expect.poll(() => told).toHaveLength(1);
  expect(asked.map((instant) => (instant.getTime() - asked[0]!.getTime()) / DAY_MS)).toEqual([0, 1, 2]);
  stop();
  expect(time.nextTimerIn()).toBeNull();
});

test('what the journal cannot say is not done: the packages stay that day and go the next', async () => {
  const { time, told, gone, logger } = bench([['one'], ['one']], 1);
  await expect.poll(() => logger.lines).toHaveLength(1);
  expect([told, gone]).toEqual([[], []]);
  time.advance(DAY_MS);
  await expect.poll(() => gone).toEqual(['one']);
  expect(told).toMatchObject([{ kind: 'evidence-forgotten', packages: 1 }]);
});
