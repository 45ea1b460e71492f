/** How often one operator may give cases back: who puts back again and again could draw until an acquaintance's case comes, so the queue pauses for them. */
import type { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Journal } from '../../journal/index.ts';

const PAGE = 200;

export interface DrawAllowance {
  /** ISO instant until which this operator draws no case; null where they may. Counted from the journal, so that a start anew forgives nothing. */
  pausedUntil(operatorId: string): Promise<string | null>;
}

export function createDrawAllowance({ journal, clock, policy }: { journal: Pick<Journal, 'list'>; clock: Clock; policy(): Policy }): DrawAllowance {
  /** Newest first; whatever cause was given, for a cause costs nothing. */
  async function putBacks(operatorId: string, from: string): Promise<JournalEntry[]> {
    const found: JournalEntry[] = [];
    let before: number | null = null;
    do {
      const page = await journal.list({ before, limit: PAGE, from, to: null, kinds: ['case-held'], verdict: null, operatorId, mark: null });
      found.push(...page.entries.filter(({ event }) => event.kind === 'case-held' && event.act === 'put-back'));
      before = page.nextBefore;
    } while (before !== null);
    return found;
  }

  return {
    async pausedUntil(operatorId) {
      const { casePutBacksMax, casePutBackWindowMs } = policy().numbers;
      const from = new Date(clock.now().getTime() - casePutBackWindowMs).toISOString();
      const last = (await putBacks(operatorId, from))[casePutBacksMax - 1];
      return last === undefined ? null : new Date(Date.parse(last.at) + casePutBackWindowMs).toISOString();
    },
  };
}
