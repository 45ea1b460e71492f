/** What any journal on this disk must pay: better-sqlite3 alone puts the same rows into a table of the same columns, synced as ours. */
import SqliteDatabase from 'better-sqlite3';

export interface BareTable {
  /** Inserts the rows the journal has behind this sequence, one statement each, in one transaction. @returns milliseconds it took */
  insertSame(after: number, count: number): number;
  close(): void;
}

/** @param journal the file the rows are read from, before the time is taken */
export function bareTable(file: string, journal: string): BareTable {
  const source = new SqliteDatabase(journal, { readonly: true });
  const rows = source.prepare<[number, number], unknown[]>('SELECT sequence, form, at, kind, verdict, who, about, rest, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?').raw();
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE entries (sequence INTEGER PRIMARY KEY, form INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT, who TEXT, about TEXT, rest TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  );
  const insert = database.prepare<unknown[]>('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const group = database.transaction((same: readonly unknown[][]) => {
    for (const row of same) insert.run(...row);
  }).immediate;
  return {
    insertSame(after, count) {
      const same = rows.all(after, count);
      if (same.length !== count) throw new Error('the journal has not the rows it was asked for');
      const started = performance.now();
      group(same);
      return performance.now() - started;
    },
    close() {
      database.close();
      source.close();
    },
  };
}
