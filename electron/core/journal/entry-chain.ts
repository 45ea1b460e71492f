/**
 * How entries hold each other: each carries the hash of the one before it.
 *
 * hash = SHA-256( "tekser-journal/1" LF canonical ), where canonical is the RFC 8785 text of the object with exactly the
 * members at, event, id, operatorId, previousHash, purpose, sequence, workstation. The label separates these hashes from
 * any other use of SHA-256 and carries the version: another form of entry gets another label, never another meaning.
 * The state of a mark is outside the hash, because it changes after the entry is written.
 *
 * What the chain shows: an edited, removed, inserted or moved entry. What it cannot show alone: an end cut off, or the
 * whole tail written anew by one who knows this rule; that needs a witness outside the workstation.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { JournalEntry, JournalHealth } from '../../../shared/domain/journal-entry.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';
import type { NewEntry } from '../../ports/journal-store.ts';
import { canonicalJson } from './canonical-json.ts';

const LABEL = 'tekser-journal/1';

/** What the first entry names as the one before it: the hash of the bare label with an empty text. */
export const GENESIS_HASH = hashText('');

/** Where a chain ends: what the next entry is linked to. */
export interface ChainHead {
  sequence: number;
  hash: string;
}
export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: GENESIS_HASH };

export type SealedEntry = Omit<JournalEntry, 'mark'>;

/** Gives a new entry its place after `head`. */
export function sealEntry(entry: NewEntry, head: ChainHead): SealedEntry {
  const unsealed = { ...entry, sequence: head.sequence + 1, previousHash: head.hash };
  return { ...unsealed, hash: hashOfEntry(unsealed) };
}

export function hashOfEntry(entry: Omit<SealedEntry, 'hash'>): string {
  const { at, event, id, operatorId, previousHash, purpose, sequence, workstation } = entry;
  return hashText(canonicalJson({ at, event, id, operatorId, previousHash, purpose, sequence, workstation }));
}

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
  return null;
}

function hashText(canonical: string): string {
  return bytesToHex(sha256(utf8ToBytes(`${LABEL}\n${canonical}`)));
}
