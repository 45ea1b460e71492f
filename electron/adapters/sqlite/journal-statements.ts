/** The fixed statements of the journal, prepared once. */
import type { Database } from 'better-sqlite3';
import type { ChainHead } from '../../core/journal/index.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, IS_OPEN, TAIL } from './journal-rows.ts';
import type { WaitingMarkRow } from './marks/stored-mark.ts';

export type JournalStatements = ReturnType<typeof prepareJournalStatements>;
/** As `chainWalk` takes an entry. */
export type WalkedRow = { sequence: number; tail: string; hash: string };

export function prepareJournalStatements(database: Database) {
  return {
    head: database.prepare<[], ChainHead>('SELECT sequence, hash, at FROM entries ORDER BY sequence DESC LIMIT 1'),
    headAt: database.prepare<[number], ChainHead>('SELECT sequence, hash, at FROM entries WHERE sequence = ?'),
    forgotten: database.prepare<[], ChainHead>('SELECT through AS sequence, hash, at FROM forgotten'),
    walkAfter: database.prepare<[number, number], WalkedRow>(`SELECT sequence, ${TAIL} AS tail, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?`),
    /** Entries of form 1 stand before all others. */
    firstForm: database.prepare<[], number>('SELECT form FROM entries ORDER BY sequence LIMIT 1').pluck(),
    nodeAt: database.prepare<[number, number], { hash: Buffer }>('SELECT hash FROM tree_nodes WHERE level = ? AND position = ?'),
    keepNode: database.prepare<[number, number, Uint8Array]>('INSERT OR REPLACE INTO tree_nodes (level, position, hash) VALUES (?, ?, ?)'),
    keepCheckpoint: database.prepare<[number, string]>('INSERT OR IGNORE INTO checkpoints (size, note) VALUES (?, ?)'),
    checkpoints: database.prepare<[number], { note: string }>('SELECT note FROM checkpoints ORDER BY size DESC, note LIMIT ?'),
    keepCosigned: database.prepare<[number, string]>('INSERT OR IGNORE INTO cosigned (size, note) VALUES (?, ?)'),
    cosigned: database.prepare<[], { size: number; note: string }>('SELECT size, note FROM cosigned ORDER BY size DESC LIMIT 1'),
    insertMark: database.prepare<[number, string, string]>('INSERT INTO marks (sequence, mark, since) VALUES (?, ?, ?)'),
    entriesAfter: database.prepare<[number, number], EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?`,
    ),
    waitingMarks: database.prepare<[number], WaitingMarkRow>(
      `SELECT sequence, mark, since, attempts FROM marks WHERE state = 'waiting' AND ${IS_OPEN} ORDER BY sequence LIMIT ?`,
    ),
    noteAttempt: database.prepare<[number]>(`UPDATE marks SET attempts = attempts + 1 WHERE sequence = ? AND state = 'waiting'`),
    markAt: database.prepare<[number], string>('SELECT mark FROM marks WHERE sequence = ?').pluck(),
    deliver: database.prepare<[string, string, string | null, number]>(
      `UPDATE marks SET state = 'delivered', receipt_id = ?, settled_at = ?, proof = ? WHERE sequence = ? AND state = 'waiting'`,
    ),
    refuse: database.prepare<[string, string, string | null, number]>(
      `UPDATE marks SET state = 'refused', code = ?, settled_at = ?, proof = ? WHERE sequence = ? AND state = 'waiting'`,
    ),
    counts: database.prepare<[], { waiting: number; oldest: string | null; refused: number }>(`
      SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
             min(since) FILTER (WHERE state = 'waiting') AS oldest,
             count(*) FILTER (WHERE state = 'refused') AS refused
      FROM marks WHERE ${IS_OPEN}`),
  };
}
