/** Retention of evidence: at the start and once a day by the policy of that day, told in the journal where something went. */
import { expect, test } from 'vitest';
import { forgetOldEvidence } from '../../../electron/core/identification/index.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { inMemoryLogger } from '../../fakes/in-memory/in-memory-registries.ts';
import { manualTime } from '../../fakes/manual-time.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function bench(removed: number[]) {
  const time = manualTime();
  const asked: Date[] = [];
  const told: JournalEvent[] = [];
  const stop = forgetOldEvidence({
    ...time,
    logger: inMemoryLogger(),
    policy: () => POLICY,
    packages: {
      async forgetBefore(instant) {
        asked.push(instant);
        return removed.shift() ?? 0;
      },
    },
    journal: {
      async record(event) {
        told.push(event);
        return {} as JournalEntry;
      },
    },
  });
  return { time, asked, told, stop };
}

test('packages beyond the days of the policy go, and the journal has how many', async () => {
  const { time, asked, told } = bench([2]);
  await expect.poll(() => told).toHaveLength(1);
  const before = new Date(time.clock.now().getTime() - POLICY.numbers.evidenceKeptDays * DAY_MS);
  expect(asked).toEqual([before]);
  expect(told).toEqual([{ kind: 'evidence-forgotten', packages: 2, before: before.toISOString() }]);
});

test('a workstation that is never switched off looks every day, and says nothing where nothing went', async () => {
  const { time, asked, told, stop } = bench([0, 0, 1]);
  time.advance(DAY_MS);
  time.advance(DAY_MS);
  await expect.poll(() => told).toHaveLength(1);
  expect(asked.map((instant) => (instant.getTime() - asked[0]!.getTime()) / DAY_MS)).toEqual([0, 1, 2]);
  stop();
  expect(time.nextTimerIn()).toBeNull();
});
