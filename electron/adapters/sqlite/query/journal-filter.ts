/** A journal query as stretches of the file's indexes: each combination that can match is one short walk from the newest. */
import type { JournalQuery } from '../../../../shared/domain/journal/journal-entry.ts';
import { JOURNAL_EVENT_KINDS } from '../../../../shared/domain/journal/journal-event.ts';
import { Verdict } from '../../../../shared/domain/checking/verdict.ts';
import { VERDICT_KIND } from '../../../core/journal/index.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';

export type Filters = Omit<JournalQuery, 'before' | 'limit'>;

/** Equal values of indexed columns. */
export interface Stretch {
  /** Null where the operator does not matter. */
  who: string | null;
  kind: string;
  /** Empty where the event has none. */
  verdict: string;
}

/** A condition in SQL on the columns of an entry, with what it binds. */
export interface ColumnsWhere {
  text: string;
  values: string[];
}

/** Null where everything matches: then the entries themselves are the index. Empty where nothing can match. */
export function stretchesOf(filters: Filters, seal: ColumnSeal | null): Stretch[] | null {
  const { kinds, verdict, mark } = filters;
  const operators = operatorsOf(filters, seal);
  if (operators === null && kinds.length === 0 && verdict === null && mark === null) return null;
  // Only checks have a verdict, and only checks leave marks.
  const ofChecks = verdict !== null || mark !== null;
  const wanted = kinds.length === 0 ? (ofChecks ? [VERDICT_KIND] : [...JOURNAL_EVENT_KINDS]) : kinds.filter((kind) => !ofChecks || kind === VERDICT_KIND);
  const pairs = wanted.flatMap((kind) => verdictsOf(kind, verdict).map((one) => ({ kind, verdict: one })));
  return (operators ?? [null]).flatMap((who) => pairs.map((pair) => ({ who, ...pair })));
}

const verdictsOf = (kind: string, verdict: string | null): string[] => {
  if (kind !== VERDICT_KIND) return [''];
  return verdict === null ? [...Verdict.options] : [verdict];
};

/** Under its blind index, and as it stands in entries of form 1. */
export function operatorsOf({ operatorId }: Filters, seal: ColumnSeal | null): string[] | null {
  if (operatorId === null) return null;
  return seal === null ? [operatorId] : [seal.tag('who', operatorId), operatorId];
}

/** The same condition for entries no index holds yet, and for counts. */
export function columnsWhere(filters: Filters, seal: ColumnSeal | null): ColumnsWhere {
  const stretches = stretchesOf(filters, seal);
  if (stretches === null) return { text: 'TRUE', values: [] };
  const kinds = [...new Set(stretches.map(({ kind }) => kind))];
  if (kinds.length === 0) return { text: 'FALSE', values: [] };
  const operators = operatorsOf(filters, seal);
  const list = (values: readonly string[]) => `(${values.map(() => '?').join(', ')})`;
  const pieces = [`kind IN ${list(kinds)}`];
  const values = [...kinds];
  if (operators !== null) {
    pieces.push(`who IN ${list(operators)}`);
    values.push(...operators);
  }
  if (filters.verdict !== null) {
    pieces.push('verdict = ?');
    values.push(filters.verdict);
  }
  return { text: pieces.join(' AND '), values };
}
