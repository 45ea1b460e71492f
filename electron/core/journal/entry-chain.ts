/**
 * How entries hold each other: each carries the hash of the one before it.
 *
 * hash = SHA-256( "tekser-journal/1" LF canonical ), where canonical is the RFC 8785 text of the object with exactly the
 * members at, event, id, operatorId, previousHash, purpose, sequence, workstation. The label separates these hashes from
 * any other use of SHA-256 and carries the version: another form of entry gets another label, never another meaning.
 * The state of a mark is outside the hash, because it changes after the entry is written.
 *
 * What the chain shows: an edited, removed, inserted or moved entry. What it cannot show alone: an end cut off, or the
 * whole tail written anew by one who knows this rule; that is what the tree's signed checkpoints are for (proof/).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { z } from 'zod';
import { JournalEntry, type JournalHealth } from '../../../shared/domain/journal-entry.ts';
import { bytesEqual, bytesToHex } from '../../../shared/util/bytes.ts';
import { JournalUnwritable, type NewEntry } from '../../ports/journal-store.ts';
import { canonicalJson } from './canonical-json.ts';
import { leafHash } from './proof/merkle-hash.ts';

const LABEL = 'tekser-journal/1';

/** What the first entry names as the one before it: the hash of the bare label with an empty text. */
export const GENESIS_HASH = bytesToHex(sha256(labelled('')));

/**
 * How far the clock may be put back between two entries: what a time service corrects, not what hides when something was done.
 * Part of the form and not of the policy, because a journal must be judged alike wherever it is verified.
 */
const CLOCK_BACK_MS = 5 * 60_000;

/** Where a chain ends: what the next entry is linked to. */
export interface ChainHead {
  sequence: number;
  hash: string;
  /** Null before the first entry. */
  at: string | null;
}
export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: GENESIS_HASH, at: null };

export type SealedEntry = Omit<JournalEntry, 'mark'>;

/** Gives a new entry its place after `head`. @throws {JournalUnwritable} while the clock is behind the last entry */
export function sealEntry(entry: NewEntry, head: ChainHead): SealedEntry {
  if (isBefore(entry.at, head)) throw new JournalUnwritable('clock-back');
  const unsealed = { ...entry, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...unsealed, hash: hashOfEntry(unsealed) };
}

/** The bytes that are hashed, for the chain and for the leaf of the tree alike. */
export function entryBytes(entry: Omit<SealedEntry, 'hash'>): Uint8Array {
  const { at, event, id, operatorId, previousHash, purpose, sequence, workstation } = entry;
  return labelled(canonicalJson({ at, event, id, operatorId, previousHash, purpose, sequence, workstation }));
}

/** An entry as it was hashed; what an entry's own hash and mark are, its bytes do not say. */
const HashedEntry = JournalEntry.omit({ hash: true, mark: true });
export type HashedEntry = z.infer<typeof HashedEntry>;

/** The entry the bytes were made from; null for bytes no journal would have hashed. */
export function entryOfBytes(bytes: Uint8Array): HashedEntry | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const entry = HashedEntry.parse(JSON.parse(text.slice(LABEL.length + 1)));
    return bytesEqual(entryBytes(entry), bytes) ? entry : null;
  } catch {
    return null;
  }
}

export const hashOfEntry = (entry: Omit<SealedEntry, 'hash'>): string => bytesToHex(sha256(entryBytes(entry)));

export const leafOfEntry = (entry: Omit<SealedEntry, 'hash'>): Uint8Array => leafHash(entryBytes(entry));

export type ChainFault = Omit<Extract<JournalHealth, { state: 'broken' }>, 'state'>;

/**
 * The fault of `entry` as the successor of `head`, or null. The place is judged before the content, so that a removed
 * entry is reported as a gap and not as a wrong link.
 */
export function faultAfter(head: ChainHead, entry: SealedEntry): ChainFault | null {
  const expected = head.sequence + 1;
  if (entry.sequence !== expected) return { firstBadSequence: expected, reason: 'gap' };
  if (entry.previousHash !== head.hash) return { firstBadSequence: expected, reason: 'link' };
  if (entry.hash !== hashOfEntry(entry)) return { firstBadSequence: expected, reason: 'hash' };
  if (isBefore(entry.at, head)) return { firstBadSequence: expected, reason: 'clock-back' };
  return null;
}

const isBefore = (at: string, head: ChainHead): boolean => head.at !== null && Date.parse(at) < Date.parse(head.at) - CLOCK_BACK_MS;

function labelled(canonical: string): Uint8Array {
  return utf8ToBytes(`${LABEL}\n${canonical}`);
}
