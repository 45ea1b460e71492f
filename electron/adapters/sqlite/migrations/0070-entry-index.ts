/** The indexes of the entries as tables of their own, which are brought up to date for many entries at once; counts of months. */
import type { Migration } from './migrate.ts';

/**
 * An index that follows every entry writes a page for nearly each of them once there are millions: citizens come in no order.
 * Here `indexed` says how far the tables reach; behind it the entries themselves are looked through. `run` numbers the stretch of
 * entries an index of citizens is sorted within, so that adding one never touches the stretches before it.
 * `gone` counts what retention removed, for `count` goes on counting whole days; months are counted besides, for years of days.
 */
export const entryIndex: Migration = {
  number: 70,
  name: 'entry-index',
  up(database) {
    database.exec(`
      DROP INDEX entries_kind;
      DROP INDEX entries_who;
      DROP INDEX entries_about;
      CREATE TABLE entries_by_kind (
        kind     TEXT NOT NULL,
        verdict  TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (kind, verdict, sequence)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE entries_by_who (
        who      TEXT NOT NULL,
        kind     TEXT NOT NULL,
        verdict  TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (who, kind, verdict, sequence)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE entries_by_about (
        run      INTEGER NOT NULL,
        about    TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (run, about, sequence)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE indexed (
        one     INTEGER PRIMARY KEY CHECK (one = 1),
        through INTEGER NOT NULL
      ) STRICT;
      INSERT INTO indexed (one, through) VALUES (1, 0);
      ALTER TABLE tally ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE monthly_tally (
        month   TEXT NOT NULL,
        who     TEXT NOT NULL,
        kind    TEXT NOT NULL,
        verdict TEXT NOT NULL,
        count   INTEGER NOT NULL,
        gone    INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (month, who, kind, verdict)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO monthly_tally (month, who, kind, verdict, count)
        SELECT substr(day, 1, 7), who, kind, verdict, sum(count) FROM tally GROUP BY 1, 2, 3, 4;
    `);
  },
};
