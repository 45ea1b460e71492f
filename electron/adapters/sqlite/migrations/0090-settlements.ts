/** Beside what became of a mark its proof: made with the key of the columns, which whoever edits the file has not. */
import type { Migration } from './migrate.ts';

/** Marks settled before have none. */
export const settlements: Migration = {
  number: 90,
  name: 'settlements',
  up(database) {
    database.exec('ALTER TABLE marks ADD COLUMN proof TEXT');
  },
};
