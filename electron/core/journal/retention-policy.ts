/** How much of the journal may be forgotten: old enough by the policy, signed by a witness, and nothing in it still to be delivered. */
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { Witness } from '../../ports/journal/witness.ts';

const DAY_MS = 24 * 3_600_000;
/** What one kept hash of the tree stands for. */
const BLOCK = 256;

export interface RetentionRules {
  witness: Witness | null;
  clock: Clock;
  policy(): Pick<Policy, 'numbers'>;
}

/** @returns the last sequence that may go, a whole number of blocks; 0 for none */
export async function forgettableThrough(store: Pick<JournalStore, 'cosigned' | 'sequenceAt' | 'waitingMarks'>, { witness, clock, policy }: RetentionRules): Promise<number> {
  const cosigned = witness === null ? null : await store.cosigned();
  if (cosigned === null) return 0;
  const oldest = new Date(clock.now().getTime() - policy().numbers.journalKeptDays * DAY_MS);
  const firstKept = await store.sequenceAt(oldest.toISOString());
  const [waiting] = await store.waitingMarks(1);
  const through = Math.min(firstKept - 1, cosigned.size, waiting === undefined ? Infinity : waiting.sequence - 1);
  return Math.max(0, Math.floor(through / BLOCK) * BLOCK);
}
