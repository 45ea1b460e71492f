/** How far the collector keeps copies of the entries, with its receipt for every batch. */
import type { Migration } from './migrate.ts';

/** The last line of a log counts: a collector that lost entries asks for them again. A backup goes on as another log. */
export const copies: Migration = {
  number: 60,
  name: 'copies',
  up(database) {
    database.exec(`
      CREATE TABLE copies (
        number  INTEGER PRIMARY KEY,
        log     TEXT NOT NULL,
        through INTEGER NOT NULL CHECK (through >= 0),
        receipt TEXT NOT NULL,
        at      TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER copies_are_final BEFORE UPDATE ON copies
        BEGIN SELECT RAISE(ABORT, 'a receipt is never changed'); END;
    `);
  },
};
