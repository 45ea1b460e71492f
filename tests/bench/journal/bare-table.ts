/** What any journal on this disk must pay: better-sqlite3 alone puts the same rows into tables of the same columns, synced as ours. */
import { createCipheriv, hash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';

export interface BareTable {
  /** Inserts the entries the journal has behind this sequence and their marks, one statement for each row, in one transaction. @returns milliseconds it took */
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

/** The columns ours has, without any index. */
const TABLES = [
  {
    name: 'entries',
    columns: 'sequence INTEGER PRIMARY KEY, form INTEGER NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT, who TEXT, about TEXT, rest TEXT NOT NULL, hash TEXT NOT NULL',
    read: 'SELECT sequence, form, at, kind, verdict, who, about, rest, hash FROM entries',
    hashed: 7,
  },
  {
    name: 'marks',
    columns: 'sequence INTEGER PRIMARY KEY, mark TEXT NOT NULL, since TEXT NOT NULL, attempts INTEGER NOT NULL, state TEXT NOT NULL',
    read: 'SELECT sequence, mark, since, attempts, state FROM marks',
    hashed: 1,
  },
] as const;

/** @param journal the file the rows are read from, before the time is taken */
export function bareTable(file: string, journal: string): BareTable {
  const source = new SqliteDatabase(journal, { readonly: true });
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const inserting = (prefix: string, before: (sequence: number, text: string) => void) => {
    const tables = TABLES.map(({ name, columns, read, hashed }) => {
      database.exec(`CREATE TABLE ${prefix}${name} (${columns}) STRICT`);
      const rows = source.prepare<[number, number], unknown[]>(`${read} WHERE sequence > ? AND sequence <= ? ORDER BY sequence`).raw();
      const insert = database.prepare<unknown[]>(`INSERT INTO ${prefix}${name} VALUES (${columns.split(',').map(() => '?').join(', ')})`);
      return { rows, insert, hashed };
    });
    const group = database.transaction((same: readonly unknown[][][]) => {
      tables.forEach(({ insert, hashed }, index) => {
        for (const row of same[index]!) {
          before(row[0] as number, row[hashed] as string);
          insert.run(...row);
        }
      });
    }).immediate;
    return (after: number, count: number): number => {
      const same = tables.map(({ rows }) => rows.all(after, after + count));
      if (same[0]!.length !== count) throw new Error('the journal has not the rows it was asked for');
      const started = performance.now();
      group(same);
      return performance.now() - started;
    };
  };
  return {
    insertSame: inserting('', () => {}),
    insertSealed: inserting('sealed_', sealAndHash),
    close() {
      database.close();
      source.close();
    },
  };
}

const key = Buffer.alloc(32, 1);
/** As ours gives it, which is the quickest way (aes-column-seal.ts). */
const KEY_IN_HEX = { encoding: 'hex', authTagLength: 16 } as const;

function sealAndHash(sequence: number, text: string): void {
  key.writeUInt32LE(sequence);
  const cipher = createCipheriv('aes-256-gcm', key.toString('hex'), NONCE, KEY_IN_HEX);
  Buffer.concat([cipher.update(SENSITIVE, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
  hash('sha256', text);
}
