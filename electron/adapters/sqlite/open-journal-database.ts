/** Opens the journal's file, mends what can be mended, and never throws a damaged one away. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { ChainHead } from '../../core/journal/index.ts';
import type { JournalUnwritable } from '../../ports/journal/journal-store.ts';
import { asideNamesOf, setAside } from '../files/set-aside.ts';
import { migrate, schemaOf } from './migrations/migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { isDamage, unwritableReason } from './sqlite-failure.ts';

export type OpenedDatabase =
  | { state: 'sound'; database: Database }
  /** The old file lies beside the new one under this name. */
  | { state: 'restarted'; database: Database; quarantinedAs: string; oldHead: ChainHead | null }
  /** What is there can be read, nothing can be added. */
  | { state: 'unwritable'; database: Database; reason: JournalUnwritable['reason']; cause: unknown }
  | { state: 'unavailable'; reason: JournalUnwritable['reason']; cause: unknown };

export interface OpenOptions {
  file: string;
  now: () => Date;
  /** How long a write waits for another process before it answers `locked`. */
  busyTimeoutMs: number;
}

export function openJournalDatabase(options: OpenOptions): OpenedDatabase {
  try {
    const database = openForWriting(options);
    const left = leftBehind(database, options.file);
    return left === null ? { state: 'sound', database } : { state: 'restarted', database, ...left };
  } catch (error) {
    if (!isDamage(error)) return withoutWriting(options.file, error);
  }
  return restartJournalDatabase(options, 'damaged');
}

/**
 * An empty journal without a head beside a file set aside is what an end of the power leaves between setting aside and the first
 * entry: it continues that file, as it would have.
 */
function leftBehind(database: Database, file: string): { quarantinedAs: string; oldHead: ChainHead | null } | null {
  if (database.prepare('SELECT 1 FROM entries LIMIT 1').get() !== undefined || companionsOf(file).some((suffix) => suffix.startsWith('-head'))) return null;
  const [quarantinedAs] = asideNamesOf(file);
  return quarantinedAs === undefined ? null : { quarantinedAs, oldHead: headOf(join(dirname(file), quarantinedAs)) };
}

/** Sets the file aside under a name that says why, and begins a new one. */
export function restartJournalDatabase(options: OpenOptions, why: 'damaged' | 'altered'): OpenedDatabase {
  try {
    const quarantinedAs = setJournalAside(options, why)!;
    const oldHead = headOf(join(dirname(options.file), quarantinedAs));
    return { state: 'restarted', database: openForWriting(options), quarantinedAs, oldHead };
  } catch (error) {
    return withoutWriting(options.file, error);
  }
}

/** @returns the name it was given; null where there is no file @throws what the file system throws */
export function setJournalAside({ file, now }: OpenOptions, why: 'damaged' | 'altered'): string | null {
  return existsSync(file) ? setAside(file, why, now(), companionsOf(file)) : null;
}

/**
 * The WAL goes along, because it may hold entries a specialist can still save, and so do the heads that were trusted: they
 * belong to this chain and to no other.
 */
function companionsOf(file: string): string[] {
  const name = basename(file);
  const heads = readdirSync(dirname(file)).filter((other) => other.startsWith(`${name}-head`));
  return ['-wal', '-shm', ...heads.map((head) => head.slice(name.length))];
}

function withoutWriting(file: string, cause: unknown): OpenedDatabase {
  const reason = unwritableReason(cause);
  const database = openForReading(file);
  return database ? { state: 'unwritable', database, reason, cause } : { state: 'unavailable', reason, cause };
}

/** A tenth of a second; a larger file is checked beside the desk once it works. */
const CHECKED_AT_OPEN_BYTES = 32 * 1024 * 1024;

/** 32 MB. */
const LONGEST_LOG_PAGES = 8_192;

function openForWriting({ file, busyTimeoutMs }: OpenOptions): Database {
  const database = new SqliteDatabase(file, { timeout: busyTimeoutMs });
  try {
    database.pragma('journal_mode = WAL');
    // FULL also syncs the WAL at each commit: what was acknowledged survives a power cut (sqlite.org/pragma.html#pragma_synchronous).
    database.pragma('synchronous = FULL');
    // Whoever writes entries brings the log into the file between them (write/upkeep.ts); this is for a desk that is never idle.
    database.pragma(`wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
    // On macOS fsync alone leaves data in the drive's cache; elsewhere this changes nothing.
    database.pragma('fullfsync = ON');
    database.pragma('foreign_keys = ON');
    // The schema of a file somebody may have edited calls no functions.
    database.pragma('trusted_schema = OFF');
    if (statSync(file).size <= CHECKED_AT_OPEN_BYTES) {
      const finding = String(database.pragma('quick_check(1)', { simple: true }));
      if (finding !== 'ok') throw new SqliteDatabase.SqliteError(finding, 'SQLITE_CORRUPT');
    }
    migrate(database, MIGRATIONS);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A journal that cannot be continued can often still be read: on a full disk, on a read-only medium. One of an earlier schema has not what is read by. */
function openForReading(file: string): Database | null {
  if (!existsSync(file)) return null;
  try {
    const database = new SqliteDatabase(file, { readonly: true });
    try {
      database.prepare('SELECT rest, state FROM entries LEFT JOIN marks USING (sequence) LIMIT 1').get();
      if (schemaOf(database) >= MIGRATIONS.at(-1)!.number) return database;
    } catch {
      // Nothing can be read of it.
    }
    database.close();
    return null;
  } catch {
    return null;
  }
}

/** Where the damage lies elsewhere in the file, its last entry can still be named. */
function headOf(file: string): ChainHead | null {
  try {
    const database = new SqliteDatabase(file, { readonly: true });
    try {
      return database.prepare<[], ChainHead>('SELECT sequence, hash, at FROM entries ORDER BY sequence DESC LIMIT 1').get() ?? null;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
