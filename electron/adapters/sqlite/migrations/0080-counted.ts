/** How far entries are in the counts of days and months: behind it they are counted where they stand. */
import type { Migration } from './migrate.ts';

/** Until here every entry was counted as it was written. */
export const counted: Migration = {
  number: 80,
  name: 'counted',
  up(database) {
    database.exec(`
      CREATE TABLE counted (
        one     INTEGER PRIMARY KEY CHECK (one = 1),
        through INTEGER NOT NULL
      ) STRICT;
      INSERT INTO counted (one, through) SELECT 1, ifnull(max(sequence), 0) FROM entries;
    `);
  },
};
