/** What the operator asks of the journal, as typed, and the query it makes. */
import type { JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEventKind } from '../../../shared/domain/journal/journal-event.ts';
import type { Verdict } from '../../../shared/domain/checking/verdict.ts';
import { startOfTypedDay } from '../../i18n/format.ts';
import { ru } from '../../i18n/ru/index.ts';

export interface JournalFilters {
  /** Days as typed, dd.mm.yyyy; an unfinished one filters nothing. */
  readonly from: string;
  readonly to: string;
  readonly kind: JournalEventKind | 'any';
  readonly verdict: Verdict | 'any';
  readonly operatorId: string;
  readonly mark: NonNullable<JournalQuery['mark']> | 'any';
}

export const ANY = 'any';
export const NO_FILTERS: JournalFilters = { from: '', to: '', kind: ANY, verdict: ANY, operatorId: ANY, mark: ANY };
/** In the order of the catalogue, which has a word for each of them. */
export const EVENT_KINDS = Object.keys(ru.journal.event) as JournalEventKind[];
export const PAGE_SIZE = 50;

const orNull = <Value extends string>(value: Value): Exclude<Value, 'any'> | null =>
  value === ANY ? null : (value as Exclude<Value, 'any'>);

export function journalQuery(filters: JournalFilters, before: number | null): JournalQuery {
  const kind = orNull(filters.kind);
  return {
    before,
    limit: PAGE_SIZE,
    from: startOfTypedDay(filters.from),
    to: startOfTypedDay(filters.to, 1),
    kinds: kind === null ? [] : [kind],
    verdict: orNull(filters.verdict),
    operatorId: orNull(filters.operatorId),
    mark: orNull(filters.mark),
  };
}
