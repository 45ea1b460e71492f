/** Finds the entries about one citizen by the keyed hash of the ИИН. */
import type { Migration } from './migrate.ts';

/** Computed from the event like `kind`, so that the index can never disagree with what was hashed. */
export const subject: Migration = {
  number: 40,
  name: 'subject',
  up(database) {
    database.exec(`
      ALTER TABLE entries ADD COLUMN subject_hash TEXT AS (event ->> '$.subjectHash') VIRTUAL;
      CREATE INDEX entries_subject ON entries (subject_hash, sequence) WHERE subject_hash IS NOT NULL;
    `);
  },
};
