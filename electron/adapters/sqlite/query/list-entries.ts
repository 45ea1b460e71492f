/** One page of the journal, newest first: as fast among ten million entries as among a hundred. */
import type { Database } from 'better-sqlite3';
import type { JournalQuery } from '../../../../shared/domain/journal/journal-entry.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { FIRST_NOT_INDEXED } from '../write/entry-index.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, IS_OPEN } from '../journal-rows.ts';
import { columnsWhere, operatorsOf, stretchesOf } from './journal-filter.ts';
import { timeBounds } from './time-bounds.ts';

/** Rows looked at for one page at most; a page that ends here says where the next one goes on. */
const LOOKED_AT = 1_000;

export interface ListedRows {
  rows: EntryRow[];
  nextBefore: number | null;
}

/** Sequences of one walk, from the newest, below `before` and not below `from`. */
type Walk = (before: number, from: number, limit: number) => number[];

export function listRows(database: Database, query: JournalQuery, seal: ColumnSeal | null): ListedRows {
  const bounds = timeBounds(database);
  const from = query.from === null ? bounds.first() : bounds.firstNear(query.from);
  const end = query.to === null ? bounds.last() + 1 : bounds.endAfter(query.to);
  const operators = operatorsOf(query, seal);
  const walks = walksOf(database, query, seal);
  const rowAt = database.prepare<[number], EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.sequence = ?`);

  const rows: EntryRow[] = [];
  let before = Math.min(query.before ?? Number.MAX_SAFE_INTEGER, end);
  for (let looked = 0; looked < LOOKED_AT; ) {
    const candidates = newestOf(walks, before, from, query.limit);
    for (const sequence of candidates) {
      before = sequence;
      // What somebody removed by hand an index may still name.
      const row = rowAt.get(sequence);
      if (row !== undefined && matches(row, query, operators)) rows.push(row);
      if (rows.length === query.limit) return { rows, nextBefore: before };
    }
    if (candidates.length < query.limit) return { rows, nextBefore: null };
    looked += candidates.length;
  }
  return { rows, nextBefore: before };
}

/** What a walk may not have said: the edges of the time, the state of the mark, and the rest where the marks led. */
function matches(row: EntryRow, { from, to, mark, kinds, verdict }: JournalQuery, operators: readonly string[] | null): boolean {
  // Instants are all written in UTC with milliseconds, so their order as text is their order in time.
  if (from !== null && row.at < new Date(from).toISOString()) return false;
  if (to !== null && row.at > new Date(to).toISOString()) return false;
  if (kinds.length > 0 && !kinds.includes(row.kind)) return false;
  if (verdict !== null && row.verdict !== verdict) return false;
  if (operators !== null && (row.who === null || !operators.includes(row.who))) return false;
  return mark === null || row.mark_state === mark;
}

/** Where a page is looked for: among the newest entries, which no index holds, and in stretches of an index before them. */
interface Walks {
  newest: Walk;
  indexed: readonly Walk[];
}

/** Each stretch gives its newest; the newest of all of them are the page. */
function newestOf({ newest, indexed }: Walks, before: number, from: number, limit: number): number[] {
  const young = newest(before, from, limit);
  if (young.length === limit || indexed.length === 0) return young;
  const old = indexed.flatMap((walk) => walk(before, from, limit)).toSorted((a, b) => b - a);
  return [...young, ...old.slice(0, limit - young.length)];
}

function walksOf(database: Database, query: JournalQuery, seal: ColumnSeal | null): Walks {
  /** One statement, however many stretches of a table it walks. */
  const walksIn = (table: string, where: string, first = '?'): ((values: readonly string[]) => Walk) => {
    const statement = database
      .prepare<unknown[], number>(`SELECT sequence FROM ${table} WHERE ${where} AND sequence < ? AND sequence >= ${first} ORDER BY sequence DESC LIMIT ?`)
      .pluck();
    return (values) => (before, from, limit) => statement.all(...values, before, from, limit);
  };
  const { mark, kinds, verdict, operatorId } = query;
  // Marks still open are few; of those delivered most match where nothing else is asked.
  const onlyMark = kinds.length === 0 && verdict === null && operatorId === null;
  if (mark !== null && mark !== 'delivered') return { newest: walksIn('marks', `state = ? AND ${IS_OPEN}`)([mark]), indexed: [] };
  if (mark !== null && onlyMark) return { newest: walksIn('marks', 'state = ?')([mark]), indexed: [] };
  const stretches = stretchesOf(query, seal);
  if (stretches === null) return { newest: walksIn('entries', 'TRUE')([]), indexed: [] };
  const where = columnsWhere(query, seal);
  const ofKind = walksIn('entries_by_kind', 'kind = ? AND verdict = ?');
  const ofWho = walksIn('entries_by_who', 'who = ? AND kind = ? AND verdict = ?');
  return {
    newest: walksIn('entries', where.text, `max(?, ${FIRST_NOT_INDEXED})`)(where.values),
    indexed: stretches.map(({ who, kind: event, verdict: found }) => (who === null ? ofKind([event, found]) : ofWho([who, event, found]))),
  };
}
