/** The tables a collector keeps a fleet's journals in, and the roles that may touch them: what an administrator runs once. */

/** What a collector must find; an administrator has made it, where the collector may not. */
export const FLEET_TABLES = ['logs', 'entries', 'edges', 'cosigned', 'ahead', 'contradictions'].map((table) => `tekser.${table}`);

/** May be run again: it adds what is missing and changes nothing that is there. */
export const FLEET_SCHEMA = `
CREATE SCHEMA IF NOT EXISTS tekser;

-- One row for each workstation's journal; its lock is the lock of the log.
CREATE TABLE IF NOT EXISTS tekser.logs (
  name          text PRIMARY KEY,
  verifier_key  text NOT NULL,
  start         bigint NOT NULL,
  size          bigint NOT NULL,
  head_hash     text,
  head_at       timestamptz,
  peaks         text[] NOT NULL,
  cosigned      bigint NOT NULL,
  pending       text,
  contradicted  bigint,
  first_seen    timestamptz NOT NULL DEFAULT now(),
  last_seen     timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS tekser.entries (
  log       text NOT NULL REFERENCES tekser.logs (name) DEFERRABLE INITIALLY DEFERRED,
  sequence  bigint NOT NULL,
  hash      text NOT NULL,
  at        timestamptz NOT NULL,
  kind      text NOT NULL,
  text      text NOT NULL,
  taken_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (log, sequence)
);
CREATE INDEX IF NOT EXISTS entries_by_time ON tekser.entries (at);

-- The tree of a log at every 256th entry, from which its root at any size is worked out.
CREATE TABLE IF NOT EXISTS tekser.edges (
  log   text NOT NULL,
  size  bigint NOT NULL,
  peaks text[] NOT NULL,
  PRIMARY KEY (log, size)
);

CREATE TABLE IF NOT EXISTS tekser.cosigned (
  log  text NOT NULL,
  size bigint NOT NULL,
  note text NOT NULL,
  at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (log, size, note)
);

-- What came before what it follows. Left in the streams, it would fill them and keep out the very entries it waits for.
CREATE TABLE IF NOT EXISTS tekser.ahead (
  log      text NOT NULL,
  sequence bigint NOT NULL,
  text     text NOT NULL,
  at       timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX IF NOT EXISTS ahead_once ON tekser.ahead (log, sequence, md5(text));

-- Evidence: a workstation said a second thing about a place that was taken.
CREATE TABLE IF NOT EXISTS tekser.contradictions (
  log      text NOT NULL,
  sequence bigint NOT NULL,
  text     text NOT NULL,
  at       timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX IF NOT EXISTS contradictions_once ON tekser.contradictions (log, sequence, md5(text));
`;

/** Roles without a password: \`CREATE ROLE name LOGIN IN ROLE tekser_collector\` gives one to a process or a person. */
export const FLEET_ROLES = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tekser_collector') THEN CREATE ROLE tekser_collector NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tekser_reader') THEN CREATE ROLE tekser_reader NOLOGIN; END IF;
END $$;
GRANT USAGE ON SCHEMA tekser TO tekser_collector, tekser_reader;
-- The collector adds; what is there it can neither change nor remove, but for the row that says how far each log has come,
-- and what was held until it could be put in its place.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA tekser TO tekser_collector;
GRANT UPDATE ON tekser.logs TO tekser_collector;
GRANT DELETE ON tekser.ahead TO tekser_collector;
GRANT SELECT ON ALL TABLES IN SCHEMA tekser TO tekser_reader;
`;
