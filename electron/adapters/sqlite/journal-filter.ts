/** A journal query as SQL: the text is built from fixed pieces, every value is bound. */
import type { JournalQuery } from '../../../shared/domain/journal-entry.ts';

export interface Filter {
  where: string;
  parameters: (string | number)[];
}

/** `before` pages through the answer and is no part of what is counted. */
export function journalFilter(query: Omit<JournalQuery, 'before' | 'limit'>): Filter {
  const pieces: string[] = [];
  const parameters: (string | number)[] = [];
  const add = (piece: string, ...values: (string | number)[]) => {
    pieces.push(piece);
    parameters.push(...values);
  };
  // Stored instants are all written in UTC with milliseconds, so their order as text is their order in time.
  if (query.from) add('e.at >= ?', new Date(query.from).toISOString());
  if (query.to) add('e.at <= ?', new Date(query.to).toISOString());
  if (query.kinds.length > 0) add(`e.kind IN (${query.kinds.map(() => '?').join(', ')})`, ...query.kinds);
  if (query.verdict) add('e.verdict = ?', query.verdict);
  if (query.operatorId) add('e.operator_id = ?', query.operatorId);
  if (query.mark) add('m.state = ?', query.mark);
  return { where: pieces.length > 0 ? pieces.join(' AND ') : 'TRUE', parameters };
}
