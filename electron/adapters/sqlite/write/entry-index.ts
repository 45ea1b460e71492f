/** Brings the tables that find entries by event, operator and citizen up to date, many entries at once. */
import type { Database } from 'better-sqlite3';

/** Entries that are looked through where no index reaches yet: a few milliseconds. Also the length of a run of the index of citizens. */
const RUN = 8_192;
/** Runs that are added at once: some twentieth of a second. */
const MOST_RUNS = 2;

/** For a bound of `sequence`: the first entry no index holds. */
export const FIRST_NOT_INDEXED = 'ifnull((SELECT through + 1 FROM indexed), 1)';

export interface EntryIndex {
  /** Whether a whole run is in no index yet. @param last sequence of the newest entry */
  isDue(last: number): boolean;
  /** Inside a transaction: adds the next runs that are whole, a few at most. */
  bringUp(last: number): void;
}

export function entryIndex(database: Database): EntryIndex {
  const through = database.prepare<[], number>('SELECT through FROM indexed').pluck();
  // Sorted first, each table grows at a few places and not at as many as there are entries.
  const additions = [
    `INSERT OR IGNORE INTO entries_by_kind (kind, verdict, sequence)
       SELECT kind, ifnull(verdict, ''), sequence FROM entries WHERE sequence > @from AND sequence <= @to ORDER BY 1, 2, 3`,
    `INSERT OR IGNORE INTO entries_by_who (who, kind, verdict, sequence)
       SELECT who, kind, ifnull(verdict, ''), sequence FROM entries WHERE sequence > @from AND sequence <= @to AND who IS NOT NULL ORDER BY 1, 2, 3, 4`,
    `INSERT OR IGNORE INTO entries_by_about (run, about, sequence)
       SELECT @to / ${RUN}, about, sequence FROM entries WHERE sequence > @from AND sequence <= @to AND about IS NOT NULL ORDER BY 2, 3`,
    'INSERT INTO indexed (one, through) VALUES (1, @to) ON CONFLICT DO UPDATE SET through = max(through, excluded.through)',
  ].map((sql) => database.prepare<{ from: number; to: number }>(sql));
  const reached = (): number => through.get() ?? 0;
  return {
    isDue: (last) => last - reached() >= RUN,
    bringUp(last) {
      const first = reached();
      for (let from = first; from < first + MOST_RUNS * RUN && from + RUN <= last; from += RUN) {
        for (const addition of additions) addition.run({ from, to: from + RUN });
      }
    },
  };
}

/** Inside a transaction: what retention removes is no longer found. */
export function removeFromIndex(database: Database, through: number): void {
  for (const table of ['entries_by_kind', 'entries_by_who', 'entries_by_about']) database.prepare<[number]>(`DELETE FROM ${table} WHERE sequence <= ?`).run(through);
}

/** What must be equal on both sides of each table: a row too many, too few or elsewhere hides an entry from a search, or invents one. */
const TABLES = [
  { table: 'entries_by_kind', key: `e.kind = i.kind AND ifnull(e.verdict, '') = i.verdict`, all: 'TRUE' },
  { table: 'entries_by_who', key: `e.who = i.who AND e.kind = i.kind AND ifnull(e.verdict, '') = i.verdict`, all: 'who IS NOT NULL' },
  { table: 'entries_by_about', key: `e.about = i.about AND i.run = (i.sequence + ${RUN - 1}) / ${RUN}`, all: 'about IS NOT NULL' },
];

/** Whether each table says of every entry what the entry says; takes seconds for a million. */
export function indexFits(database: Database): boolean {
  return TABLES.every(({ table, key, all }) => {
    const fitting = database.prepare<[], number>(`SELECT count(*) FROM ${table} i JOIN entries e ON e.sequence = i.sequence AND ${key}`).pluck().get();
    const indexed = database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    const entries = database.prepare<[], number>(`SELECT count(*) FROM entries WHERE sequence < ${FIRST_NOT_INDEXED} AND ${all}`).pluck().get();
    return fitting === indexed && fitting === entries;
  });
}
