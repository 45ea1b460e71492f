/** Tables of the applications for keys; each step is numbered and never edited once released. */
import type { Migration } from '../sqlite/migrations/migrate.ts';

export const CASE_MIGRATIONS: readonly Migration[] = [
  {
    number: 10,
    name: 'cases',
    up: (database) =>
      database.exec(`
        CREATE TABLE cases (
          id TEXT PRIMARY KEY,
          opened_at TEXT NOT NULL,
          step INTEGER NOT NULL,
          shown INTEGER NOT NULL DEFAULT 0,
          ended INTEGER NOT NULL,
          body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cases_open ON cases (opened_at) WHERE ended = 0;
        CREATE INDEX cases_unshown ON cases (id) WHERE shown < step;
        CREATE TABLE transitions (
          id TEXT PRIMARY KEY,
          case_id TEXT NOT NULL REFERENCES cases (id),
          step INTEGER NOT NULL,
          policy_version TEXT NOT NULL,
          recorded INTEGER NOT NULL DEFAULT 0,
          body TEXT NOT NULL,
          UNIQUE (case_id, step)
        ) STRICT;
        CREATE INDEX transitions_unrecorded ON transitions (recorded) WHERE recorded = 0;
        CREATE TABLE feed (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL) STRICT;
        INSERT INTO feed VALUES (1, 0);
      `),
  },
  {
    number: 20,
    name: 'holds',
    up: (database) =>
      database.exec(`
        CREATE TABLE holds (
          case_id TEXT PRIMARY KEY REFERENCES cases (id),
          operator_id TEXT NOT NULL,
          since TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE faces (
          case_id TEXT PRIMARY KEY REFERENCES cases (id),
          body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
      `),
  },
  {
    number: 30,
    name: 'accounts',
    up: (database) => database.exec("CREATE INDEX cases_account ON cases (json_extract(body, '$.account'))"),
  },
];
