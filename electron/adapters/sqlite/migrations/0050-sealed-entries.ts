/** Entries of form 2: sensitive columns sealed, every column a filter uses hashed with the entry, and the counts of each day. */
import type { Database } from 'better-sqlite3';
import { canonicalJson } from '../../../core/journal/index.ts';
import type { Migration } from './migrate.ts';

/** A row of the schema before. */
interface FirstFormRow {
  sequence: number;
  id: string;
  at: string;
  operator_id: string | null;
  workstation: string;
  purpose: string | null;
  event: string;
  previous_hash: string;
  hash: string;
}

/**
 * Entries of form 1 stay as they were hashed and signed, also where that is in clear: `who` and `about` hold their values as
 * they stand. There is no unique index over random ids: it would cost every entry a page of its own once there are millions.
 * `tally` is worked out from the entries; it makes reports and totals independent of their number.
 */
export const sealedEntries: Migration = {
  number: 50,
  name: 'sealed-entries',
  up(database) {
    database.exec(`
      DROP TRIGGER entries_are_final;
      DROP TRIGGER entries_stay;
      DROP INDEX entries_at;
      DROP INDEX entries_subject;
      ALTER TABLE entries RENAME TO first_form;
      CREATE TABLE entries (
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        form     INTEGER NOT NULL CHECK (form IN (1, 2)),
        at       TEXT NOT NULL,
        kind     TEXT NOT NULL,
        verdict  TEXT,
        who      TEXT,
        about    TEXT,
        rest     TEXT NOT NULL,
        hash     TEXT NOT NULL
      ) STRICT;
      CREATE TABLE tally (
        day     TEXT NOT NULL,
        who     TEXT NOT NULL,
        kind    TEXT NOT NULL,
        verdict TEXT NOT NULL,
        count   INTEGER NOT NULL,
        PRIMARY KEY (day, who, kind, verdict)
      ) STRICT, WITHOUT ROWID;
    `);
    moveFirstForm(database);
    database.exec(`
      INSERT INTO tally
        SELECT date(at, '+5 hours'), ifnull(who, ''), kind, ifnull(verdict, ''), count(*) FROM entries GROUP BY 1, 2, 3, 4;
      CREATE INDEX entries_kind ON entries (kind, verdict, sequence);
      CREATE INDEX entries_who ON entries (who, kind, verdict, sequence) WHERE who IS NOT NULL;
      CREATE INDEX entries_about ON entries (about, sequence) WHERE about IS NOT NULL;
      ALTER TABLE marks RENAME TO first_marks;
      CREATE TABLE marks (
        sequence   INTEGER PRIMARY KEY,
        mark       TEXT NOT NULL,
        since      TEXT NOT NULL,
        attempts   INTEGER NOT NULL DEFAULT 0,
        state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'refused')),
        receipt_id TEXT CHECK ((receipt_id IS NOT NULL) = (state = 'delivered')),
        code       TEXT CHECK ((code IS NOT NULL) = (state = 'refused')),
        settled_at TEXT CHECK ((settled_at IS NOT NULL) = (state <> 'waiting'))
      ) STRICT;
      INSERT INTO marks SELECT sequence, mark, since, attempts, state, receipt_id, code, settled_at FROM first_marks;
      DROP TRIGGER marks_stay;
      DROP TABLE first_marks;
      DROP TABLE first_form;
      CREATE INDEX marks_open ON marks (state, sequence) WHERE state <> 'delivered';
    `);
    database.exec(FINAL);
  },
};

/** Triggers stop mistakes of this program, not a person with the file: for that person there is the chain. */
const FINAL = `
  CREATE TABLE forgotten (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    through INTEGER NOT NULL,
    hash    TEXT NOT NULL,
    at      TEXT NOT NULL
  ) STRICT;
  CREATE TABLE cosigned (
    size INTEGER PRIMARY KEY CHECK (size > 0),
    note TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER entries_are_final BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER entries_stay BEFORE DELETE ON entries
    WHEN old.sequence > ifnull((SELECT through FROM forgotten), 0)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER marks_stay BEFORE DELETE ON marks
    WHEN old.state = 'waiting' OR old.sequence > ifnull((SELECT through FROM forgotten), 0)
    BEGIN SELECT RAISE(ABORT, 'a mark is never forgotten'); END;
  CREATE TRIGGER marks_are_settled_once BEFORE UPDATE ON marks
    WHEN old.state <> 'waiting' OR new.sequence <> old.sequence OR new.mark <> old.mark OR new.since <> old.since
    BEGIN SELECT RAISE(ABORT, 'a mark is settled once'); END;
  CREATE TRIGGER cosigned_stay BEFORE DELETE ON cosigned
    BEGIN SELECT RAISE(ABORT, 'a cosignature is never forgotten'); END;
`;

function moveFirstForm(database: Database): void {
  const insert = database.prepare(`
    INSERT INTO entries (sequence, form, at, kind, verdict, who, about, rest, hash)
    VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)`);
  const rows = database.prepare<[], FirstFormRow>('SELECT * FROM first_form ORDER BY sequence').all();
  for (const { sequence, id, at, operator_id, workstation, purpose, event: text, previous_hash, hash } of rows) {
    const event = JSON.parse(text);
    const rest = canonicalJson({ at, event, id, operatorId: operator_id, previousHash: previous_hash, purpose, sequence, workstation });
    insert.run(sequence, at, event.kind ?? '', event.verdict ?? null, operator_id, event.subjectHash ?? null, rest, hash);
  }
}
