/** What any journal on this disk must pay: better-sqlite3 alone puts the same rows into a table of the same columns, synced as ours. */
import { createCipheriv, createSecretKey, hash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';

export interface BareTable {
  /** Inserts the rows the journal has behind this sequence, one statement each, in one transaction. @returns milliseconds it took */
  insertSame(after: number, count: number): number;
  /**
   * The same, and for each row the least a journal of sealed, chained entries can do on one thread: AES-256-GCM under a key of the
   * row alone over what ours seals, and SHA-256 over the row.
   */
  insertSealed(after: number, count: number): number;
  close(): void;
}

/** As long as an operator, a keyed hash and a ticket are. */
const SENSITIVE = 'x'.repeat(124);
const NONCE = Buffer.alloc(12);
const REST = 7;

/** @param journal the file the rows are read from, before the time is taken */
export function bareTable(file: string, journal: string): BareTable {
  const source = new SqliteDatabase(journal, { readonly: true });
  const rows = source.prepare<[number, number], unknown[]>('SELECT sequence, form, at, kind, verdict, who, about, rest, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?').raw();
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const inserting = (table: string, before: (row: readonly unknown[]) => void) => {
    database.exec(
      `CREATE TABLE ${table} (sequence INTEGER PRIMARY KEY, form INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT, who TEXT, about TEXT, rest TEXT NOT NULL, hash TEXT NOT NULL) STRICT`,
    );
    const insert = database.prepare<unknown[]>(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    const group = database.transaction((same: readonly unknown[][]) => {
      for (const row of same) {
        before(row);
        insert.run(...row);
      }
    }).immediate;
    return (after: number, count: number): number => {
      const same = rows.all(after, count);
      if (same.length !== count) throw new Error('the journal has not the rows it was asked for');
      const started = performance.now();
      group(same);
      return performance.now() - started;
    };
  };
  return {
    insertSame: inserting('entries', () => {}),
    insertSealed: inserting('sealed_entries', sealAndHash),
    close() {
      database.close();
      source.close();
    },
  };
}

const key = Buffer.alloc(32, 1);

function sealAndHash(row: readonly unknown[]): void {
  key.writeUInt32LE(row[0] as number);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), NONCE);
  Buffer.concat([cipher.update(SENSITIVE, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  hash('sha256', row[REST] as string);
}
