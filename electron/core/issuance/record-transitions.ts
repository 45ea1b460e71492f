/** Brings transitions into the journal, each once: a crash may have come between the journal's entry and the note that it is there. */
import type { CaseStore } from '../../ports/issuance/case-store.ts';
import type { Journal } from '../journal/index.ts';

const RECENT = 200;

/** @throws {JournalUnwritable} the rest stays for the next time, and nobody is told of it before. */
export async function recordTransitions(store: CaseStore, journal: Pick<Journal, 'record' | 'list'>): Promise<void> {
  const waiting = await store.unrecorded();
  if (waiting.length === 0) return;
  const known = await recentIds(journal);
  for (const { caseId, policyVersion, transition } of waiting) {
    const { id, operatorId, ...told } = transition;
    if (!known.has(id)) await journal.record({ kind: 'case-advanced', caseId, policyVersion, ...told }, { id, operatorId, purpose: null });
    await store.noteRecorded(id);
  }
}

/** Only the entry written just before a crash can be there unnoted, so the newest page of this kind is enough. */
async function recentIds(journal: Pick<Journal, 'list'>): Promise<ReadonlySet<string>> {
  const { entries } = await journal.list({
    before: null,
    limit: RECENT,
    from: null,
    to: null,
    kinds: ['case-advanced'],
    verdict: null,
    operatorId: null,
    mark: null,
  });
  return new Set(entries.map(({ id }) => id));
}
