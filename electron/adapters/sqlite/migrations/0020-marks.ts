/** The view marks and what became of each. */
import type { Migration } from './migrate.ts';

/** A mark is settled once; what was to be delivered never changes. */
export const marks: Migration = {
  number: 20,
  name: 'marks',
  up(database) {
    database.exec(`
      CREATE TABLE marks (
        sequence   INTEGER PRIMARY KEY REFERENCES entries (sequence),
        mark       TEXT NOT NULL,
        since      TEXT NOT NULL,
        attempts   INTEGER NOT NULL DEFAULT 0,
        state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'refused')),
        receipt_id TEXT CHECK ((receipt_id IS NOT NULL) = (state = 'delivered')),
        code       TEXT CHECK ((code IS NOT NULL) = (state = 'refused')),
        settled_at TEXT CHECK ((settled_at IS NOT NULL) = (state <> 'waiting'))
      ) STRICT;
      CREATE INDEX marks_open ON marks (state, sequence) WHERE state <> 'delivered';
      CREATE TRIGGER marks_stay BEFORE DELETE ON marks
        BEGIN SELECT RAISE(ABORT, 'a mark is never forgotten'); END;
      CREATE TRIGGER marks_are_settled_once BEFORE UPDATE ON marks
        WHEN old.state <> 'waiting' OR new.sequence <> old.sequence OR new.mark <> old.mark OR new.since <> old.since
        BEGIN SELECT RAISE(ABORT, 'a mark is settled once'); END;
    `);
  },
};
