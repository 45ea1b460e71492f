/**
 * How entries hold each other: each is hashed together with the hash of the one before it (record/entry-text.ts).
 *
 * What the chain shows: an edited, removed, inserted or moved entry. What it cannot show alone: an end cut off, or the
 * whole tail written anew by one who knows this rule and the key of the columns; that is what the tree's signed and
 * cosigned checkpoints are for (proof/). The state of a mark is outside the hash, because it changes after the entry is written.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';
import type { ColumnSeal } from '../../ports/journal/column-seal.ts';
import { JournalUnwritable, type NewEntry } from '../../ports/journal/journal-store.ts';
import { columnsOf, type EntryColumns, entryTail, FIRST_FORM } from './record/entry-text.ts';

/** What the first entry names as the one before it: the hash of the bare label of form 1, kept for every later form. */
export const GENESIS_HASH = bytesToHex(sha256(utf8ToBytes(`${FIRST_FORM}\n`)));

/**
 * How far the clock may be put back between two entries: what a time service corrects, not what hides when something was done.
 * Part of the form and not of the policy, because a journal must be judged alike wherever it is verified.
 */
const CLOCK_BACK_MS = 5 * 60_000;

/** Where a chain ends: what the next entry is linked to. */
export interface ChainHead {
  sequence: number;
  /** Lower-case hex. */
  hash: string;
  /** Null before the first entry. */
  at: string | null;
}
export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: GENESIS_HASH, at: null };

export type SealedEntry = Omit<JournalEntry, 'mark'>;

/** Gives a new entry its place after `head`. @throws {JournalUnwritable} while the clock is behind the last entry */
export function linkEntry(entry: NewEntry, head: ChainHead, seal: ColumnSeal): { columns: EntryColumns; tail: string } {
  if (head.at !== null && isClockBack(entry.at, head.at)) throw new JournalUnwritable('clock-back');
  const columns = columnsOf(entry, head.sequence + 1, seal);
  return { columns, tail: entryTail(columns) };
}

export type ChainFault = Omit<Extract<JournalHealth, { state: 'broken' }>, 'state'>;

/** Instants are all written in UTC with milliseconds, so their order as text is their order in time. */
export const isClockBack = (at: string, before: string): boolean => at < before && Date.parse(at) < Date.parse(before) - CLOCK_BACK_MS;
