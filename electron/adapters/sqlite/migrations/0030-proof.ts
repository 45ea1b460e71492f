/** What the proofs need beside the entries: the tree's hashes worth keeping, and the signed checkpoints. */
import type { Migration } from './migrate.ts';

/**
 * `tree_nodes` can be worked out from the entries at any time; only every eighth level is kept (as in c2sp.org/tlog-tiles),
 * so that a proof reads a few hundred entries at most. Checkpoints of one size may differ: two of them are evidence of a fork.
 */
export const proof: Migration = {
  number: 30,
  name: 'proof',
  up(database) {
    database.exec(`
      CREATE TABLE tree_nodes (
        level    INTEGER NOT NULL CHECK (level > 0 AND level % 8 = 0),
        position INTEGER NOT NULL,
        hash     BLOB NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (level, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE checkpoints (
        size INTEGER NOT NULL CHECK (size > 0),
        note TEXT NOT NULL,
        PRIMARY KEY (size, note)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER checkpoints_are_final BEFORE UPDATE ON checkpoints
        BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
      CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints
        BEGIN SELECT RAISE(ABORT, 'a checkpoint is never forgotten'); END;
    `);
  },
};
