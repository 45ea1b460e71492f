/** The mark a check leaves, worked out from its entry alone: for a file whose marks were destroyed and whose entries were not. */
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { ViewMark } from '../../ports/checking/cabinet-log.ts';

/** What a citizen reads of the desk, which is the same for all its marks and in none of its entries. */
export type NamesOnMark = Pick<ViewMark, 'organisation' | 'branch'>;

/** As `checking` and `record` make it; null where the entry left none, or where its sealed columns could not be opened. */
export function markOfEntry({ id, at, operatorId, workstation, purpose, event }: Omit<JournalEntry, 'sequence' | 'previousHash' | 'hash' | 'mark'>, { organisation, branch }: NamesOnMark): ViewMark | null {
  if (event.kind !== 'checked' || event.accessId === null || operatorId === null || purpose === null) return null;
  // Such an answer may name somebody else's access, and a citizen must not be told of a view that never was.
  if (event.codes.includes('answer-replayed')) return null;
  const { accessId, documentType, verdict } = event;
  return { idempotencyKey: id, accessId, viewedAt: at, documentType: documentType ?? 'unknown', purposeId: purpose, operatorId, organisation, branch, workstation, verdict };
}
