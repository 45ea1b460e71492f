/** The chained entries, append-only by triggers. */
import type { Migration } from './migrate.ts';

/**
 * Triggers stop mistakes of this program, not a person with the file: for that person there is the chain.
 * `kind` and `verdict` are computed from the event, so a filter can never disagree with what was hashed.
 */
export const journal: Migration = {
  number: 10,
  name: 'journal',
  up(database) {
    database.exec(`
      CREATE TABLE entries (
        sequence      INTEGER PRIMARY KEY CHECK (sequence > 0),
        id            TEXT NOT NULL UNIQUE,
        at            TEXT NOT NULL,
        operator_id   TEXT,
        workstation   TEXT NOT NULL,
        purpose       TEXT,
        event         TEXT NOT NULL,
        previous_hash TEXT NOT NULL,
        hash          TEXT NOT NULL,
        kind          TEXT AS (event ->> '$.kind') VIRTUAL,
        verdict       TEXT AS (event ->> '$.verdict') VIRTUAL
      ) STRICT;
      CREATE INDEX entries_at ON entries (at);
      CREATE TRIGGER entries_are_final BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
      CREATE TRIGGER entries_stay BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    `);
  },
};
