/** Reads entries as blocks of the very bytes their hashes are worked out from: nothing is decoded, and SQLite is asked once for many. */
import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type HashedRow, textOfTail } from '../../../core/journal/index.ts';
import { TAIL, UNLINKED_TAIL } from '../journal-rows.ts';
import type { WalkedRow } from '../journal-statements.ts';

/** Half a megabyte. */
const AT_ONCE = 512;
const HASH_DIGITS = 64;
const AT_LENGTH = '2026-11-22T05:00:00.000Z'.length;
/** Between two entries; inside of JSON it is escaped, and what somebody wrote there by hand shows in the count. */
const SEPARATOR = 0x1e;
const SPACE = 0x20;
const ZERO_DIGIT = 0x30;

/** What is hashed before the entry's own text: the byte of a leaf, the label, and room for the hash of the entry before. */
const LINK_FROM = HASH_DIGITS + 1 + textOfTail('', '').indexOf('\n') + 1;
const TAIL_FROM = LINK_FROM + HASH_DIGITS + 1;

export interface EntryBlock {
  entries: number;
  /** Null where the block has entries of form 1, or is not what this program writes: it is then read row by row. */
  bytes: Buffer | null;
}

export interface EntryBlocks {
  read(after: number, to: number): EntryBlock;
  rows(after: number, count: number): WalkedRow[];
}

export function entryBlocks(database: Database): EntryBlocks {
  // What is the same for each entry is one value and not six: SQLite spends its time on pieces, however short.
  const beforeTail = `\0${textOfTail('', '0'.repeat(HASH_DIGITS))}`;
  const block = database.prepare<{ after: number; to: number; beforeTail: string; separator: string }, { entries: number; forms: number; bytes: Buffer | null }>(`
    SELECT count(*) AS entries, ifnull(sum(form), 0) AS forms, CAST(group_concat(concat(hash, @beforeTail, ${UNLINKED_TAIL}), @separator) AS BLOB) AS bytes
    FROM entries WHERE sequence > @after AND sequence <= @to`);
  const rows = database.prepare<[number, number], WalkedRow>(`SELECT sequence, ${TAIL} AS tail, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  return {
    read(after, to) {
      const { entries, forms, bytes } = block.get({ after, to: Math.min(to, after + AT_ONCE), beforeTail, separator: String.fromCharCode(SEPARATOR) })!;
      return { entries, bytes: bytes !== null && forms === 2 * entries && countOf(bytes) === entries ? bytes : null };
    },
    rows: (after, count) => rows.all(after, count),
  };
}

function countOf(bytes: Buffer): number {
  let count = 1;
  for (let at = bytes.indexOf(SEPARATOR); at >= 0; at = bytes.indexOf(SEPARATOR, at + 1)) count += 1;
  return count;
}

export interface HashedRows {
  /** The entry `next` came to; one object serves them all. */
  readonly row: HashedRow;
  /** False behind the last entry. */
  next(): boolean;
}

/**
 * Each entry of a block with its hash, linked to the one before as that was worked out.
 * @param previousHash of the entry before the block
 */
export function hashedRows(bytes: Buffer, previousHash: string): HashedRows {
  const row: HashedRow = { sequence: 0, at: '', kept: '', hash: previousHash };
  let from = 0;
  return {
    row,
    next() {
      if (from > bytes.length) return false;
      const end = bytes.indexOf(SEPARATOR, from);
      const behind = end < 0 ? bytes.length : end;
      bytes.write(row.hash, from + LINK_FROM, 'latin1');
      row.kept = bytes.toString('latin1', from, from + HASH_DIGITS);
      row.hash = hash('sha256', bytes.subarray(from + HASH_DIGITS, behind));
      readHeader(bytes, from + TAIL_FROM, row);
      from = behind + 1;
      return true;
    },
  };
}

/** Sequence and time are the first words of the text. */
function readHeader(bytes: Buffer, from: number, row: HashedRow): void {
  let at = from;
  let sequence = 0;
  for (let byte = bytes[at]!; byte !== SPACE && at < bytes.length; byte = bytes[(at += 1)]!) sequence = sequence * 10 + byte - ZERO_DIGIT;
  row.sequence = sequence;
  row.at = bytes.toString('latin1', at + 1, at + 1 + AT_LENGTH);
}
